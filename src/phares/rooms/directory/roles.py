"""Roles as readable data: what each is called, what it is for, what it may do; the site prints this very table."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

RIGHTS: dict[str, Text] = {
    "see_pole": _("voir ce que les structures montrent au pôle"),
    "see_week": _("voir « La semaine »"),
    "see_whom_to_meet": _("voir à qui rien n’a été proposé depuis trois mois"),
    "keep_directory": _("tenir l’annuaire : structures, participations, personnes, mandats"),
    "describe_structure": _("dire ce que fait sa structure et choisir qui le voit"),
    "take_away": _("emporter toutes les données de sa structure"),
    "say": _("dire un besoin ou une offre, répondre à un rapprochement"),
    "note_for_others": _("noter un besoin, une réponse ou une signature pour quelqu’un qui est présent"),
    "sign": _("signer un accord"),
    "keep_promises": _("dire qu’une promesse est tenue, changée ou abandonnée ; noter ce qui s’est passé"),
    "see_every_cooperation": _("voir l’état et les dates de toutes les coopérations"),
    "choose_story": _("choisir l’histoire que raconte la première page"),
    "set_rules": _("fixer les règles datées du pôle, comme la durée pendant laquelle un lien compte"),
    "give_reading_links": _("donner à un financeur un lien de lecture, et le retirer"),
    "read_register": _("lire les coopérations que leurs parties montrent au pôle, avec ce qui s’y est passé"),
    "keep_funding": _("tenir les appels à projets et les subventions"),
    "read_report": _("lire le bilan d’un financement, avec ce qui le prouve"),
    "account_for": _("mesurer ce qui a été fait et en rendre compte à qui le finance"),
    "publish": _("tenir ce que tout le monde lit : fiches, rubriques, agenda, lettres"),
}


@dataclass(frozen=True)
class Role:
    """What a mandate lets its person do."""

    code: str
    label: Text
    description: Text
    rights: frozenset[str]


def _role(code: str, label: Text, description: Text, *rights: str) -> Role:
    unknown = set(rights) - set(RIGHTS)
    if unknown:
        raise ValueError(f"unknown rights {unknown}")
    return Role(code, label, description, frozenset(rights))


_ALL = [
    _role(
        "coordinator",
        _("coordinateur·rice"),
        _("Anime le pôle au quotidien ; voit les états et les dates, jamais les raisons données entre les parties."),
        "see_pole",
        "see_week",
        "see_whom_to_meet",
        "keep_directory",
        "note_for_others",
        "see_every_cooperation",
        "choose_story",
        "set_rules",
        "give_reading_links",
        "account_for",
        "publish",
        "keep_funding",
    ),
    _role(
        "comanager",
        _("cogérant·e"),
        _("Répond du pôle devant les associés."),
        "see_pole",
        "see_week",
        "keep_directory",
        "see_every_cooperation",
        "choose_story",
        "set_rules",
        "give_reading_links",
        "account_for",
        "publish",
        "keep_funding",
    ),
    _role(
        "treasurer",
        _("trésorier·ère"),
        _("Suit l’argent du pôle."),
        "see_pole",
        "see_every_cooperation",
        "keep_funding",
    ),
    _role(
        "representative",
        _("représentant·e"),
        _("Engage sa structure : signe pour elle."),
        "see_pole",
        "describe_structure",
        "take_away",
        "say",
        "sign",
        "keep_promises",
    ),
    _role(
        "member",
        _("membre de l’équipe"),
        _("Agit au quotidien pour sa structure, sans l’engager."),
        "see_pole",
        "say",
        "keep_promises",
    ),
    _role(
        "spokesperson",
        _("porte-parole d’un groupe"),
        _("Parle et signe pour un groupe d’habitantes et d’habitants."),
        "see_pole",
        "say",
        "sign",
        "keep_promises",
    ),
    _role(
        "resident",
        _("habitant·e"),
        _("Habite le territoire ; prend part sans compte ni adresse électronique."),
    ),
    _role(
        "mediator",
        _("médiateur·rice"),
        _("Note pour celles et ceux qui disent de vive voix, au téléphone ou sur papier."),
        "see_pole",
        "note_for_others",
    ),
]

ROLES: dict[str, Role] = {role.code: role for role in _ALL}

# What a reading link opens. Nobody holds these by mandate: a link is given, it ends on a day, and it can be taken back.
READING_SCOPES: dict[str, Role] = {
    scope.code: scope
    for scope in (
        _role(
            "register",
            _("financeur, le registre"),
            _("Lit les coopérations et ce qui s’y est passé, par un lien, sans compte ; n’écrit rien."),
            "read_register",
        ),
        _role(
            "pole",
            _("financeur, tout le pôle"),
            _("Lit ce que les structures montrent au pôle, par un lien, sans compte ; n’écrit rien."),
            "see_pole",
            "read_register",
        ),
        _role(
            "report",
            _("financeur, un bilan"),
            _("Lit le bilan d’un financement et ce qui le prouve, par un lien, sans compte ; n’écrit rien."),
            "read_report",
        ),
    )
}


def scope_choices() -> list[tuple[str, Any]]:
    """Return the scopes of a reading link as a form's choices."""
    return [(scope.code, scope.label) for scope in READING_SCOPES.values()]


def scopes_offered() -> list[tuple[str, Any]]:
    """Return the scopes that are chosen by hand; the link of one report is given on the report's page."""
    return [(code, label) for code, label in scope_choices() if code != "report"]


def role_choices() -> list[tuple[str, Any]]:
    """Return the roles as a form's choices."""
    return [(role.code, role.label) for role in _ALL]
