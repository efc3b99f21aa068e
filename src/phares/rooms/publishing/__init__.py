"""Publishing: what the pole shows to everybody, and how it is written, agreed and kept.

Words: rubric, publisher, experience sheet (with its sections, photos, reviews, versions and imported lines), agenda and
registration, letter and subscription, feed, open data.
It leaves to the others what structures do (cooperation), who they are (directory) and what lasts (impact).
"""
