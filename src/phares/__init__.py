"""Phares: the software of a territorial pole of economic cooperation."""
