"""Phares: the software of a territorial pole of economic cooperation."""

__version__ = "0.1.0"
