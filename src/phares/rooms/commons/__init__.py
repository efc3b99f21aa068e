"""Commons: what every room stands on and that has no domain word of its own.

Words: base page and components, journal, attachments, due work, panels, refusals, typography.
It leaves to the others anything with a domain word: it knows no structure, no need, no vote.
"""
