"""Reads of territory, one file per noun."""
