"""Words of funding in pages."""
