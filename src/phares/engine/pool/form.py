"""What structures with one need could do together: buy, hire, share a thing or a place, learn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from phares.engine.lexicon import Lexicon
from phares.engine.matching.reading import Reading

FORMS = ("group_purchase", "shared_job", "shared_equipment", "shared_space", "training", "other")
"""In the order that decides between forms that as many needs call for."""

BY_KIND = {
    "purchase": "group_purchase",
    "skill": "shared_job",
    "hours": "shared_job",
    "equipment": "shared_equipment",
    "transport": "shared_equipment",
    "space": "shared_space",
    "knowledge": "training",
    "money": "other",
}

BY_CONCEPT = {
    "group_purchase": "group_purchase",
    "insurance": "group_purchase",
    "containers_packaging": "group_purchase",
    "energy": "group_purchase",
    "hygiene_haccp": "training",
    "first_aid": "training",
    "vocational_training": "training",
    "french_lessons": "training",
    "foreign_languages": "training",
    "digital_literacy": "training",
    "public_speaking": "training",
    "shared_job": "shared_job",
}
"""Concepts that say a form by themselves."""

BY_DOMAIN = {
    "space": "shared_space",
    "equipment": "shared_equipment",
    "mobility": "shared_equipment",
    "food": "group_purchase",
    "administration": "shared_job",
    "building": "shared_job",
    "communication": "shared_job",
    "craft": "shared_job",
    "digital": "shared_job",
    "people": "shared_job",
    "work": "shared_job",
}


def form(readings: Iterable[Reading], lexicon: Lexicon) -> str:
    """The form most needs of a group call for."""
    votes = Counter(_called_for(reading, lexicon) for reading in readings)
    return min(votes, key=lambda name: (-votes[name], FORMS.index(name)))


def _called_for(reading: Reading, lexicon: Lexicon) -> str:
    """The form of one need: that of its kind; where it says none, that of its surest concept."""
    if reading.item.kind in BY_KIND:
        return BY_KIND[reading.item.kind]
    named = [BY_CONCEPT[mention.concept] for mention in reading.mentions if mention.concept in BY_CONCEPT]
    if named:
        return min(named, key=FORMS.index)
    surest = min(reading.mentions, key=lambda mention: (-mention.strength, mention.concept), default=None)
    return "other" if surest is None else BY_DOMAIN.get(lexicon.concepts[surest.concept].domain, "other")
