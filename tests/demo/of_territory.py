"""Where each event of territory shows in the demonstration."""

from collections.abc import Callable
from typing import Any

from phares.rooms.commons.models import JournalEntry
from phares.rooms.territory.models import Voice

Expected = Callable[[JournalEntry], tuple[str, list[Any], list[str]]]


def _voice(row: JournalEntry) -> Voice:
    return Voice.objects.get(pk=row.subjects["voice_id"])


def _receipt(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    voice = _voice(row)
    return "territory:voice_receipt", [voice.code], [voice.text[:50] if voice.text else "effacé"]


SHOWN: dict[str, Expected] = {
    "ListeningRulesSet": lambda row: ("territory:listening_rules", [], ["12 mois"]),
    "DistrictsBrought": lambda row: ("territory:listening_rules", [], ["Le Vieux Quai"]),
    "VoiceSaid": _receipt,
    "VoicesBrought": lambda row: ("territory:voices_to_read", [], ["Une consigne pour les sacs"]),
    "VoicePlaced": lambda row: ("territory:voice_receipt", [_voice(row).code], ["L’endroit est noté"]),
    "VoiceRead": lambda row: ("territory:voice_receipt", [_voice(row).code], ["lus et gardés"]),
    "VoiceErased": lambda row: ("territory:voice_receipt", [_voice(row).code], ["C’est effacé"]),
    "PartAsked": lambda row: ("territory:contacts", [], [_voice(row).contact.name]),
    "VoiceTold": lambda row: ("territory:contacts", [], [_voice(row).contact.told_words]),
}
