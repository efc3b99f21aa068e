"""What the list of structures is asked for, and the ways to narrow it, each an address with how many it leaves."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from phares.rooms.directory import permissions, queries
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.membership import MembershipKind

CARDS = "cartes"
LONGEST_QUESTION = 80
ADDRESSED = {
    "q": "words", "secteur": "sector", "domaine": "field", "participation": "kind", "mot": "tag", "objectif": "goal",
    "vue": "view",
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A question to the list: words, what structures have in common, and the view in which to answer."""

    words: str = ""
    field: str = ""
    kind: str = ""
    tag: str = ""
    goal: str = ""
    sector: str = ""
    view: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Say whether less than the whole list is asked for."""
        return any(self.question(self.words).values())

    def question(self, understood: Sequence[str]) -> dict[str, Any]:
        """Return what the query is asked, its words understood."""
        narrowed = {name: getattr(self, name) for name in ("sector", "field", "kind", "tag", "goal")}
        return {"words": understood, **narrowed}

    @property
    def as_cards(self) -> bool:
        """Say whether the answer is shown as cards."""
        return self.view == CARDS

    @property
    def address(self) -> str:
        """Return the question as the end of an address; the whole list is « ? »."""
        pairs = {name: getattr(self, field) for name, field in ADDRESSED.items()}
        return f"?{urlencode({name: value for name, value in pairs.items() if value})}"


def asked_of(sent: Mapping[str, str]) -> Asked:
    """Read a question from an address; what is too long is cut, signs that no keyboard writes are left out."""
    said = {field: _written(sent.get(name, "")) for name, field in ADDRESSED.items()}
    return Asked(**{**said, "view": CARDS if said["view"] == CARDS else ""})


def _written(text: str) -> str:
    """Return what somebody wrote in an address, as it can be searched."""
    return "".join(filter(str.isprintable, text)).strip()[:LONGEST_QUESTION]


@dataclass(frozen=True)
class Facet:
    """One way to narrow the list; where it is in use already, its address is the list without it."""

    label: str
    count: int | None
    """How many it leaves; None in a list so long that nobody waits for the count."""
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


Found = Callable[..., Any]
Number = int | None


class Choices(NamedTuple):
    """What the list can be narrowed by: each choice with how many structures it leaves, None where not counted."""

    kinds: Mapping[str, Number]
    sectors: Sequence[tuple[Any, Number]]
    fields: Sequence[tuple[Any, Number]]
    tags: Sequence[tuple[str, str, Number]]
    goals: Sequence[tuple[Any, Number]]


def _with_counts(found: Found, day: date) -> Choices:
    return Choices(
        queries.kind_counts(found("kind"), day),
        queries.sector_counts(found("sector", "fields")),
        queries.field_counts(found("field", "fields")),
        queries.tag_counts(found("tag", "tags")),
        queries.goal_counts(found("goal", "goals")),
    )


def _without_counts(found: Found, day: date) -> Choices:
    def unknown(rows: Iterable[Any]) -> list[tuple[Any, Number]]:
        return [(one, None) for one in rows]

    return Choices(
        dict(unknown([*queries.kinds_left(found("kind"), day), queries.NOT_HERE])),
        unknown(queries.sectors_left(found("sector", "fields"))),
        unknown(queries.fields_left(found("field", "fields"))),
        [],
        unknown(queries.goals_left(found("goal", "goals"))),
    )


def facets_of(actor: Actor, pole: Pole, asked: Asked, understood: Sequence[str], day: date) -> list[FacetGroup]:
    """Return the facets of the list: each counts what it would leave, the other facets and the words kept.

    A list of thousands offers the same facets without counting, but for the tags, which only a count can choose.
    """

    def found(without: str, showing: str = "") -> Any:
        rows = queries.structures_found(actor, pole, **{**asked.question(understood), without: ""}, day=day)
        return permissions.structures_showing(rows, showing, actor, pole) if showing else rows

    left = _without_counts if queries.is_long(actor, pole) else _with_counts
    choices = left(found, day)
    in_no_way = _("non établi") if pole.is_public_record else _("aucune participation")
    ways = [*MembershipKind.choices, (queries.NOT_HERE, in_no_way)]
    kinds = [(kind, str(label), choices.kinds.get(kind, 0)) for kind, label in ways]
    sectors = [(one.code, str(one), count) for one, count in choices.sectors]
    fields = [(field.code, str(field), count) for field, count in choices.fields]
    tags = [(plain, f"#{written}", count) for plain, written, count in choices.tags]
    goals = [(goal.code, f"{goal.number}. {goal}", count) for goal, count in choices.goals]
    return [
        FacetGroup("participation", _("Aujourd’hui dans le pôle"), _facets(asked, "kind", kinds)),
        FacetGroup("secteur", _("Secteur"), _facets(asked, "sector", sectors)),
        FacetGroup("domaine", _("Domaine"), _facets(asked, "field", fields)),
        FacetGroup("mot", _("Mots-clés"), _facets(asked, "tag", tags)),
        FacetGroup("objectif", _("Objectifs de développement durable"), _facets(asked, "goal", goals)),
    ]


def _facets(asked: Asked, name: str, choices: list[tuple[str, str, Number]]) -> list[Facet]:
    """Return the facets that leave something, and the one in use even where it leaves nothing."""
    used = getattr(asked, name)
    return [
        Facet(label, count, replace(asked, **{name: "" if value == used else value}).address, value == used)
        for value, label, count in choices
        if count != 0 or value == used
    ]
