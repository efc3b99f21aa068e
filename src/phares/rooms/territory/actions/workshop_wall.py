"""Acts at the wall of a workshop: writing a card, putting problems up, sorting, placing dots, deciding, closing."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, Sum
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import VISITOR, Actor
from phares.rooms.directory.models import Structure
from phares.rooms.territory import events, permissions
from phares.rooms.territory.actions.listening import read_voice
from phares.rooms.territory.actions.problem import NoKind
from phares.rooms.territory.actions.voice import say_voice
from phares.rooms.territory.actions.workshop import MOST_CARDS, held
from phares.rooms.territory.models import (
    Problem,
    Workshop,
    WorkshopCard,
    WorkshopDecision,
    WorkshopDots,
    WorkshopProblem,
)
from phares.rooms.territory.models.problem import Kind
from phares.rooms.territory.models.voice import Channel, Sense, Shown, Theme
from phares.rooms.territory.models.workshop import Phase
from phares.rooms.territory.personal_words import found_in
from phares.rooms.territory.queries.workshop import people_at
from phares.rooms.territory.workshop_rules import Wall, why_not

MOST_PROBLEMS, MOST_DECISIONS = 30, 40
WHY_NOT = {
    "each": _("C’est plus de points que chaque personne n’en a."),
    "hands": _("Chaque personne qui est là a déjà posé ses points."),
    "all": _("Cela ferait plus de points que les personnes présentes n’en ont ensemble."),
}


class TooManyDots(Refusal):
    """Nobody has more dots than the others."""

    sentence = WHY_NOT["all"]
    status = 422


class NotOfThisWorkshop(Refusal):
    """A card or a problem of another workshop."""

    sentence = _("Cela n’est pas sur ce mur.")


@transaction.atomic
def write_card(
    *,
    workshop: Workshop,
    text: str,
    sense: str = Sense.MISSING,
    theme: str = Theme.OTHER,
    is_public: bool = False,
    mark: str = "",
    by: Actor,
    at: datetime,
) -> WorkshopCard:
    """Write a card in the room: it is a voice as any other, said in a workshop.

    It is kept at once unless its words seem to name somebody: then it waits to be read over, on the wall meanwhile.
    """
    require(permissions.can_run_workshop(by, workshop.pole_id))
    workshop = held(workshop, Phase.PREPARE, Phase.SORT)
    if workshop.cards.count() >= MOST_CARDS:
        raise Refusal(str(_("Cent cinquante cartes au plus sur un mur.")))
    voice = say_voice(
        pole=workshop.pole, text=text, sense=sense, theme=theme, shown=Shown.PUBLIC if is_public else Shown.POLE,
        mark=mark or secrets.token_urlsafe(24), said_aloud=True, channel=Channel.WORKSHOP, by=by, at=at,
    )  # fmt: skip
    if voice.channel != Channel.WORKSHOP or voice.pole_id != workshop.pole_id:
        raise NotOfThisWorkshop
    card, is_new = WorkshopCard.objects.get_or_create(
        workshop=workshop, voice=voice, defaults={"is_written_there": True}
    )
    if is_new and not found_in(voice.text):
        read_voice(voice=voice, keep=True, by=by, at=at)
    publish(events.WorkshopCardsChosen(workshop.pole_id, workshop.pk), by=by, at=at)
    return card


@transaction.atomic
def put_problem(
    *,
    workshop: Workshop,
    problem: Problem | None = None,
    title: str = "",
    kinds: Iterable[str] = (),
    split_from: Problem | None = None,
    by: Actor,
    at: datetime,
) -> WorkshopProblem:
    """Put a problem on the wall: one that is known, or a new one, set apart from a known one where it is said so.

    A new one becomes a problem of the territory at the closing, with the cards under it.
    """
    require(permissions.can_run_workshop(by, workshop.pole_id))
    workshop = held(workshop, Phase.PREPARE, Phase.SORT)
    if any(one is not None and one.pole_id != workshop.pole_id for one in (problem, split_from)):
        raise NotOfThisWorkshop
    title = (problem.title if problem else title).strip()
    chosen = [kind for kind in Kind.values if kind in set(kinds)]
    if not title:
        raise Refusal(str(_("Dites le problème en une phrase.")), field="title")
    if problem is None and not chosen:
        raise NoKind(field="kinds")
    if workshop.wall.filter(Q(title=title) | Q(problem=problem, problem__isnull=False)).exists():
        raise Refusal(str(_("Ce problème est déjà au mur.")), field="title")
    if workshop.wall.count() >= MOST_PROBLEMS:
        raise Refusal(str(_("Trente problèmes au plus sur un mur.")), field="title")
    wall = WorkshopProblem.objects.create(
        workshop=workshop, problem=problem, title=title, kinds=chosen, split_from=None if problem else split_from
    )
    publish(events.WorkshopCardsChosen(workshop.pole_id, workshop.pk), by=by, at=at)
    return wall


@transaction.atomic
def take_problem_off(*, wall: WorkshopProblem, by: Actor, at: datetime) -> None:
    """Take a problem off the wall while no card is under it."""
    require(permissions.can_run_workshop(by, wall.workshop.pole_id))
    workshop = held(wall.workshop, Phase.PREPARE, Phase.SORT)
    if wall.cards.exists() or wall.decisions.exists() or wall.merged.exists():
        raise Refusal(str(_("Il y a des cartes ou une décision sous ce problème : mettez-les d’abord ailleurs.")))
    wall.delete()
    publish(events.WorkshopCardsChosen(workshop.pole_id, workshop.pk), by=by, at=at)


@transaction.atomic
def sort_card(
    *, card: WorkshopCard, under: WorkshopProblem | None = None, is_aside: bool = False, by: Actor, at: datetime
) -> WorkshopCard:
    """Put a card under a problem, or aside, or back among those to sort; voices join their problem at the closing."""
    require(permissions.can_run_workshop(by, card.workshop.pole_id))
    workshop = held(card.workshop, Phase.PREPARE, Phase.SORT)
    if under is not None and under.workshop_id != workshop.pk:
        raise NotOfThisWorkshop
    card = WorkshopCard.objects.select_for_update().get(pk=card.pk)
    card.under, card.is_aside = under and under.column, is_aside and under is None
    card.save(update_fields=["under", "is_aside"])
    publish(events.WorkshopCardSorted(workshop.pole_id, workshop.pk), by=by, at=at)
    return card


@transaction.atomic
def place_dots(
    *, workshop: Workshop, counts: Mapping[int, int], hand: str = "", by: Actor, at: datetime
) -> dict[int, int]:
    """Place dots under problems: counted from the wall by whoever runs the workshop, or from one phone (`hand`).

    They replace what the same hand placed. Nobody has more than `dots_each`; all together never more than as many for
    each person who is there. Who placed what from a phone is written nowhere, not in the journal either.
    """
    if not hand:
        require(permissions.can_run_workshop(by, workshop.pole_id))
    workshop = held(workshop, Phase.VOTE)
    problems = {one.pk: one for one in workshop.wall.filter(merged_into=None)}
    counts = {pk: count for pk, count in counts.items() if pk in problems and count > 0}
    others = WorkshopDots.objects.filter(wall__workshop=workshop).exclude(hand=hand)
    told = others.aggregate(dots=Sum("count"), hands=Count("hand", filter=~Q(hand=""), distinct=True))
    wall = Wall(people_at(workshop), workshop.dots_each, told["dots"] or 0, told["hands"])
    if reason := why_not(wall, sum(counts.values()), by_hand=bool(hand)):
        raise TooManyDots(str(WHY_NOT[reason]))
    WorkshopDots.objects.filter(wall__workshop=workshop, hand=hand).delete()
    rows = [WorkshopDots(wall=problems[pk], hand=hand, count=count) for pk, count in counts.items()]
    WorkshopDots.objects.bulk_create(rows)
    publish(events.WorkshopDotsPlaced(workshop.pole_id, workshop.pk), by=VISITOR if hand else by, at=at)
    return counts


@transaction.atomic
def note_decision(
    *,
    workshop: Workshop,
    words: str,
    wall: WorkshopProblem | None = None,
    structure: Structure | None = None,
    who: str = "",
    due_on: date | None = None,
    by: Actor,
    at: datetime,
) -> WorkshopDecision:
    """Note what was decided and who takes it on: a structure, or a group or institution in words, never a person."""
    require(permissions.can_run_workshop(by, workshop.pole_id))
    workshop = held(workshop)
    if not words.strip():
        raise Refusal(str(_("Dites ce qui est décidé.")), field="words")
    if structure is None and not who.strip():
        raise Refusal(str(_("Dites qui s’en charge : une structure, un groupe, une institution.")), field="who")
    if due_on is not None and due_on < as_day(workshop.gathering.starts_at):
        raise Refusal(str(_("Cette date est avant l’atelier.")), field="due_on")
    if (wall is not None and wall.workshop_id != workshop.pk) or workshop.decisions.count() >= MOST_DECISIONS:
        raise NotOfThisWorkshop
    decision: WorkshopDecision = WorkshopDecision.objects.create(
        workshop=workshop,
        wall=wall and wall.column,
        words=words.strip(),
        structure=structure,
        who=who.strip(),
        due_on=due_on,
    )
    publish(events.WorkshopDecisionNoted(workshop.pole_id, workshop.pk), by=by, at=at)
    return decision


@transaction.atomic
def drop_decision(*, decision: Any, by: Actor, at: datetime) -> None:
    """Take a decision out again before the closing."""
    require(permissions.can_run_workshop(by, decision.workshop.pole_id))
    workshop = held(decision.workshop)
    WorkshopDecision.objects.filter(pk=decision.pk).delete()
    publish(events.WorkshopDecisionNoted(workshop.pole_id, workshop.pk), by=by, at=at)
