"""Reads of funding, one file per noun."""
