"""How impact writes its figures on a page."""
