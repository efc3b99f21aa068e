"""The reads of impact, one file per subject."""
