"""Forms of publishing, one file per noun."""
