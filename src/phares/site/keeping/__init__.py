"""Keeping an installation: its backup in one file, bringing it back, and saying what is wrong with it."""
