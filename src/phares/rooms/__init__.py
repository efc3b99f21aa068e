"""What is done: one package per room, all of the same shape, in the order that docs/map.md gives."""
