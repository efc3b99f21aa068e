"""Pages of territory, one file per noun."""
