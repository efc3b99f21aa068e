"""Where each event of territory shows in the demonstration."""

from collections.abc import Callable
from typing import Any

from phares.rooms.commons.models import JournalEntry
from phares.rooms.territory.models import Problem, Response, Voice

Expected = Callable[[JournalEntry], tuple[str, list[Any], list[str]]]


def _voice(row: JournalEntry) -> Voice:
    return Voice.objects.get(pk=row.subjects["voice_id"])


def _receipt(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    voice = _voice(row)
    return "territory:voice_receipt", [voice.code], [voice.text[:50] if voice.text else "effacé"]


def _problem(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    problem = Problem.objects.get(pk=row.subjects["problem_id"])
    standing = problem.merged_into or problem
    return "territory:problem", [standing.pk], [standing.title]


def _response(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    response = Response.objects.get(pk=row.subjects["response_id"])
    results = [result.words for result in response.results.all()]
    return "territory:problem", [response.problem_id], [response.title, *results]


SHOWN: dict[str, Expected] = {
    **dict.fromkeys(("ProblemWritten", "ProblemSplit", "ProblemMerged", "ProblemObserved"), _problem),
    **dict.fromkeys(("ProblemAnswered", "ResponseResultNoted"), _response),
    "ProblemCoordinated": lambda row: ("territory:problem", [row.subjects["problem_id"]], ["Roue Libre coordonne"]),
    "FiguresBrought": lambda row: ("territory:figures", [], ["périmètre ambigu", "chiffre"]),
    "ProblemFiguresChosen": lambda row: ("territory:problem", [row.subjects["problem_id"]], ["Ménages sans voiture"]),
    "ProblemNeeded": lambda row: ("territory:problem", [row.subjects["problem_id"]], ["Les besoins qui en sont nés"]),
    "AddressesBrought": lambda row: ("territory:listening_rules", [], ["42 adresses connues"]),
    "ListeningRulesSet": lambda row: ("territory:listening_rules", [], ["12 mois"]),
    "DistrictsBrought": lambda row: ("territory:listening_rules", [], ["Le Vieux Quai"]),
    "VoiceSaid": _receipt,
    "VoicesBrought": lambda row: ("territory:voices_to_read", [], ["Une consigne pour les sacs"]),
    "VoicePlaced": lambda row: ("territory:voice_receipt", [_voice(row).code], ["L’endroit est noté"]),
    "VoiceRead": lambda row: ("territory:voice_receipt", [_voice(row).code], ["lus et gardés"]),
    "VoiceErased": lambda row: ("territory:voice_receipt", [_voice(row).code], ["C’est effacé"]),
    "ResidentTookPart": lambda row: ("territory:contacts", [], [_voice(row).contact.joining.role]),
    "PartAsked": lambda row: ("territory:contacts", [], [_voice(row).contact.name]),
    "VoiceTold": lambda row: ("territory:contacts", [], [_voice(row).contact.told_words]),
}
