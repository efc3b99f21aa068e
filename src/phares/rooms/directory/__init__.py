"""Directory: who is here, who was, and who acts for whom.

Words: pole, structure, residents' group, person, mandate, membership (dated), actor, milestone (label, event,
spin-off), activity field. It leaves to others what structures do together, who voted and who paid.
"""
