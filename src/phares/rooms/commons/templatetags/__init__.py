"""Template tags of the commons."""
