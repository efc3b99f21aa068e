"""The forms of impact."""
