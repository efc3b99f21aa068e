"""What the list of structures is asked for, and the ways to narrow it, each an address with how many it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from phares.rooms.directory import queries
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.membership import MembershipKind

CARDS = "cartes"
LONGEST_QUESTION = 80


@dataclass(frozen=True)
class Asked:
    """A question to the list: words, a field, a way of taking part, and the view in which to answer."""

    words: str = ""
    field: str = ""
    kind: str = ""
    view: str = ""

    @property
    def question(self) -> dict[str, str]:
        """Return what the query is asked."""
        return {"words": self.words, "field": self.field, "kind": self.kind}

    @property
    def as_cards(self) -> bool:
        """Say whether the answer is shown as cards."""
        return self.view == CARDS

    @property
    def address(self) -> str:
        """Return the question as the end of an address; the whole list is « ? »."""
        pairs = {"q": self.words, "domaine": self.field, "participation": self.kind, "vue": self.view}
        return f"?{urlencode({name: value for name, value in pairs.items() if value})}"


def asked_of(sent: Mapping[str, str]) -> Asked:
    """Read a question from an address; what is too long is cut, signs that no keyboard writes are left out."""
    q, field, kind = (_written(sent.get(name, "")) for name in ("q", "domaine", "participation"))
    return Asked(q, field, kind, CARDS if sent.get("vue") == CARDS else "")


def _written(text: str) -> str:
    """Return what somebody wrote in an address, as it can be searched."""
    return "".join(filter(str.isprintable, text)).strip()[:LONGEST_QUESTION]


@dataclass(frozen=True)
class Facet:
    """One way to narrow the list; where it is in use already, its address is the list without it."""

    label: str
    count: int
    address: str
    current: bool


@dataclass(frozen=True)
class FacetGroup:
    """The facets of one sort."""

    key: str
    title: str
    facets: list[Facet]


def views_of(asked: Asked) -> list[tuple[str, str, bool]]:
    """Return the two ways to look at the same structures, the question kept."""
    as_list, as_cards = replace(asked, view=""), replace(asked, view=CARDS)
    return [(_("Liste"), as_list.address, not asked.as_cards), (_("Cartes"), as_cards.address, asked.as_cards)]


def facets_of(actor: Actor, pole: Pole, asked: Asked, day: date) -> list[FacetGroup]:
    """Return the facets of the list: each counts what it would leave, the other facet and the words kept."""

    def found(**other: str) -> Any:
        return queries.structures_found(actor, pole, **{**asked.question, **other}, day=day)

    fields = [(field.code, str(field), count) for field, count in queries.field_counts(found(field=""))]
    counts = queries.kind_counts(found(kind=""), day)
    in_no_way = _("non établi") if pole.is_public_record else _("aucune participation")
    ways = [*MembershipKind.choices, (queries.NOT_HERE, in_no_way)]
    kinds = [(kind, str(label), counts.get(kind, 0)) for kind, label in ways]
    return [
        FacetGroup("participation", _("Aujourd’hui dans le pôle"), _facets(asked, "kind", kinds)),
        FacetGroup("domaine", _("Domaine"), _facets(asked, "field", fields)),
    ]


def _facets(asked: Asked, name: str, choices: list[tuple[str, str, int]]) -> list[Facet]:
    """Return the facets that leave something, and the one in use even where it leaves nothing."""
    used = asked.question[name]
    return [
        Facet(label, count, replace(asked, **{name: "" if value == used else value}).address, value == used)
        for value, label, count in choices
        if count or value == used
    ]
