"""Pages of cooperation: HTTP in, one call, HTTP out."""
