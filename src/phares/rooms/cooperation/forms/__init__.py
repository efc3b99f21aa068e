"""Forms of cooperation: text in, keyword arguments out."""
