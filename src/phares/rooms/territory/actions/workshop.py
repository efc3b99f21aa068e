"""Acts around a workshop: planning it, choosing its cards, counting who is there, going on, giving the minutes."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Gathering, Pole
from phares.rooms.directory.models.gathering import GatheringKind
from phares.rooms.territory import events, permissions
from phares.rooms.territory.actions.voice import LEGIBLE
from phares.rooms.territory.models import (
    MinutesSending,
    Observation,
    Voice,
    Workshop,
    WorkshopCard,
    WorkshopDots,
    WorkshopPresence,
)
from phares.rooms.territory.models.workshop import Phase, Presence
from phares.rooms.territory.queries.workshop import observations_to_choose, people_at, voices_to_choose

CODE_SIGNS = 5
MOST_CARDS, MOST_PEOPLE = 150, 2000
TURNS = {
    Phase.PREPARE: (Phase.SORT,),
    Phase.SORT: (Phase.PREPARE, Phase.VOTE),
    Phase.VOTE: (Phase.SORT,),
}


class WorkshopOver(Refusal):
    """What is closed stays."""

    sentence = _("Cet atelier est clos : son compte rendu ne bouge plus.")


class NotNow(Refusal):
    """It is done in another part of the workshop."""

    sentence = _("L’atelier n’en est pas là : regardez où il en est, puis recommencez.")


class NobodyCounted(Refusal):
    """Dots are given to those who are there."""

    sentence = _("Comptez d’abord qui est là : chaque personne a le même nombre de points.")


class CardsLeft(Refusal):
    """Some cards are nowhere."""

    sentence = _("Il reste des cartes à ranger : mettez-les sous un problème, ou de côté.")


class DotsPlaced(Refusal):
    """Dots were given to the problems as they stand."""

    sentence = _("Des points sont posés : retirez-les avant de ranger à nouveau les cartes.")


def held(workshop: Workshop, *phases: str) -> Workshop:
    """Return the workshop, held for this act, where it is open and in one of these parts (any, where none is named)."""
    workshop = Workshop.objects.select_for_update(of=("self",)).select_related("gathering__pole", "pole").get(
        pk=workshop.pk
    )  # fmt: skip
    if workshop.is_closed:
        raise WorkshopOver
    if phases and workshop.phase not in phases:
        raise NotNow
    return workshop


@transaction.atomic
def plan_workshop(
    *,
    pole: Pole,
    title: str = "",
    starts_at: datetime | None = None,
    place: str = "",
    dots_each: int = 3,
    gathering: Gathering | None = None,
    by: Actor,
    at: datetime,
) -> Workshop:
    """Plan a workshop: a gathering of its own, or one that is already announced and has none."""
    require(permissions.can_run_workshop(by, pole))
    if not 1 <= dots_each <= 10:
        raise Refusal(str(_("Entre un et dix points par personne.")), field="dots_each")
    if gathering is None:
        if starts_at is None:
            raise Refusal(str(_("Dites le jour et l’heure.")), field="on")
        gathering = directory.plan_gathering(
            pole=pole, kind=GatheringKind.WORKSHOP, title=title, starts_at=starts_at, place=place, by=by, at=at
        )
    elif gathering.pole_id != pole.pk or gathering.kind != GatheringKind.WORKSHOP:
        raise Refusal(str(_("Choisissez un atelier de ce pôle.")), field="gathering")
    elif Workshop.objects.filter(gathering=gathering).exists():
        raise Refusal(str(_("Cet atelier est déjà préparé.")), field="gathering")
    workshop = Workshop.objects.create(pole=pole, gathering=gathering, dots_each=dots_each, code=_new_code(pole))
    publish(events.WorkshopPlanned(pole.pk, workshop.pk), by=by, at=at)
    return workshop


def _new_code(pole: Pole) -> str:
    """Return a code to type on a phone, which no other workshop of the pole has."""
    while True:
        code = "".join(secrets.choice(LEGIBLE) for _sign in range(CODE_SIGNS))
        if not Workshop.objects.filter(pole=pole, code=code).exists():
            return code


@transaction.atomic
def choose_cards(
    *,
    workshop: Workshop,
    voices: Iterable[Voice],
    observations: Iterable[Observation] = (),
    by: Actor,
    at: datetime,
) -> Workshop:
    """Choose the cards to bring; those already put somewhere stay, as do those written there.

    They are shown in a room: only words that everybody may read are brought.
    """
    require(permissions.can_run_workshop(by, workshop.pole_id))
    workshop = held(workshop, Phase.PREPARE, Phase.SORT)
    may = set(voices_to_choose(workshop.pole, as_day(at)).values_list("pk", flat=True))
    wanted_voices = {one.pk for one in voices} & may
    known = set(observations_to_choose(workshop.pole).values_list("pk", flat=True))
    wanted = {one.pk for one in observations} & known
    loose = workshop.cards.filter(under=None, is_aside=False, is_written_there=False)
    loose.exclude(voice__in=wanted_voices).exclude(observation__in=wanted).delete()
    cards = [WorkshopCard(workshop=workshop, voice_id=pk) for pk in sorted(wanted_voices)]
    cards += [WorkshopCard(workshop=workshop, observation_id=pk) for pk in sorted(wanted)]
    WorkshopCard.objects.bulk_create(cards, ignore_conflicts=True)
    if workshop.cards.count() > MOST_CARDS:
        raise Refusal(str(_("Cent cinquante cartes au plus : on n’en trie guère plus de quarante en une soirée.")))
    publish(events.WorkshopCardsChosen(workshop.pole_id, workshop.pk), by=by, at=at)
    return workshop


@transaction.atomic
def count_people(*, workshop: Workshop, counts: Mapping[str, int], by: Actor, at: datetime) -> Workshop:
    """Count those who are there, by kind; never fewer than the dots already placed ask for."""
    require(permissions.can_run_workshop(by, workshop.pole_id))
    workshop = held(workshop)
    kept = {kind: count for kind, count in counts.items() if kind in Presence.values and count > 0}
    if sum(kept.values()) > MOST_PEOPLE:
        raise Refusal(str(_("Relisez ces nombres : cela ferait plus de deux mille personnes.")))
    placed = list(WorkshopDots.objects.filter(wall__workshop=workshop).values_list("hand", "count"))
    hands = len({hand for hand, _count in placed if hand})
    if max(sum(count for _hand, count in placed), hands * workshop.dots_each) > sum(kept.values()) * workshop.dots_each:
        raise Refusal(str(_("Des points sont déjà posés pour plus de personnes que cela.")))
    workshop.presences.all().delete()
    rows = [WorkshopPresence(workshop=workshop, kind=kind, count=count) for kind, count in kept.items()]
    WorkshopPresence.objects.bulk_create(rows)
    publish(events.WorkshopPeopleCounted(workshop.pole_id, workshop.pk), by=by, at=at)
    return workshop


@transaction.atomic
def turn_workshop(*, workshop: Workshop, phase: str, by: Actor, at: datetime) -> Workshop:
    """Go on to the next part, or back to the one before while nothing was placed that would no longer be true."""
    require(permissions.can_run_workshop(by, workshop.pole_id))
    workshop = held(workshop)
    if phase not in TURNS.get(Phase(workshop.phase), ()):
        raise NotNow
    if phase == Phase.VOTE:
        if workshop.cards.filter(under=None, is_aside=False).exists():
            raise CardsLeft
        if not workshop.wall.exists():
            raise Refusal(str(_("Il n’y a encore aucun problème au mur.")))
        if not people_at(workshop):
            raise NobodyCounted
    if workshop.phase == Phase.VOTE and WorkshopDots.objects.filter(wall__workshop=workshop).exists():
        raise DotsPlaced
    workshop.phase = phase
    workshop.save(update_fields=["phase"])
    publish(events.WorkshopTurned(workshop.pole_id, workshop.pk), by=by, at=at)
    return workshop


@transaction.atomic
def send_minutes(*, workshop: Workshop, sent_on: date, words: str, by: Actor, at: datetime) -> MinutesSending:
    """Note the day on which the minutes were given to those who were there, and how; it may be noted again."""
    require(permissions.can_run_workshop(by, workshop.pole_id))
    if not Workshop.objects.exclude(closed_at=None).filter(pk=workshop.pk).exists():
        raise NotNow
    if sent_on > as_day(at):
        raise Refusal(str(_("Cette date n’est pas encore venue.")), field="sent_on")
    if not words.strip():
        raise Refusal(str(_("Dites comment : affiché, donné en main propre, par courrier…")), field="words")
    sending, _new = MinutesSending.objects.update_or_create(
        workshop=workshop, defaults={"sent_on": sent_on, "words": words.strip()}
    )
    publish(events.WorkshopMinutesSent(workshop.pole_id, workshop.pk), by=by, at=at)
    return sending
