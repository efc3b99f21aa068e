"""The nouns of territory, one file each."""

from phares.rooms.territory.models.contact import VoiceContact
from phares.rooms.territory.models.district import District
from phares.rooms.territory.models.rules import ListeningRules
from phares.rooms.territory.models.voice import Voice

__all__ = ["District", "ListeningRules", "Voice", "VoiceContact"]
