"""Forms of territory, one file per noun."""
