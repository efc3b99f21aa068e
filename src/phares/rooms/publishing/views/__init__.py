"""Pages of publishing, one file per noun."""
