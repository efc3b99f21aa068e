"""Commands of the site as a whole, started by the `phares` command line."""
