"""Reads of publishing: what its pages show, one file per noun."""
