"""How Le Fanal filled up: the pole, its structures one after the other, the people, and the dates one remembers."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from phares.demo import cast as the_cast
from phares.demo.cast import CONSOLE, GROUPS, PEOPLE, STRUCTURES, Cast
from phares.rooms.commons.days import day_words
from phares.rooms.directory import actions

FOUNDED = "2023-11-06"
MILESTONES = [
    ("2023-09-18", "event", "La conserverie rouvre", "La ville rachète le bâtiment ; les travaux commencent par le toit."),
    ("2023-11-06", "event", "Les trois premières structures s’installent", ""),
    ("2024-06-21", "event", "La coopérative est créée", "Statuts signés dans la cour, par dix-sept associées et associés."),
    ("2025-01-13", "event", "La quinzième structure arrive", ""),
    ("2025-10-02", "label", "Le pôle est retenu par la région", "Trois ans de soutien au poste d’animation."),
    ("2026-05-18", "spin_off", "Une matériauthèque naît de deux voisines", "L’Établi et la Ressourcerie des Îles."),
]  # fmt: skip


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))


def settle(today: date) -> Cast:
    """Found the pole three years ago and let everybody arrive on their day."""
    first = _morning(the_cast.moved(FOUNDED, today))
    cast = Cast(the_cast.settle_pole(first))
    for part in STRUCTURES:
        at = _morning(the_cast.moved(part.since, today))
        cast.structures[part.key] = the_cast.settle_structure(cast.pole, part, at, today)
    for key, (name, purpose) in GROUPS.items():
        cast.groups[key] = actions.form_residents_group(
            pole=cast.pole, name=name, purpose=purpose, by=CONSOLE, at=first + timedelta(days=150)
        )
    for role in PEOPLE:
        the_cast.settle_person(cast, role, first, today)
    _second_mandate(cast, first + timedelta(days=400))
    _milestones(cast, today)
    return cast


def _second_mandate(cast: Cast, at: datetime) -> None:
    """Idris, of L'Établi, also speaks for the neighbours who repair their bicycles."""
    actions.give_mandate(
        person=cast.people["idris"],
        pole=cast.pole,
        role="spokesperson",
        group=cast.groups["velos"],
        from_on=at.date(),
        by=CONSOLE,
        at=at,
    )


def _milestones(cast: Cast, today: date) -> None:
    for iso, kind, title, detail in MILESTONES:
        on = the_cast.moved(iso, today)
        actions.record_milestone(
            pole=cast.pole,
            on=on,
            when=day_words(on),
            title=title,
            kind=kind,
            detail=detail,
            by=CONSOLE,
            at=_morning(on),
        )
