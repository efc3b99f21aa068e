"""The `phares` command: everything that one does to an installation, from a terminal."""
