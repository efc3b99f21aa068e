"""Reads of cooperation: what its pages show, one file per noun."""
