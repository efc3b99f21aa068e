"""Cooperation: what two or more parties do together, from the need to what happened.

Words: need and offer (items), match, answer, cooperation, party, agreement, signature, commitment, fact.
It leaves to others calls for projects and money.
"""
