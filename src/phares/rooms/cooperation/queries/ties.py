"""Reads of ties: the dated facts that prove them, which still count today, and until when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from phares.engine import network as engine
from phares.engine.network.ties import living_ties
from phares.rooms.commons.days import as_day
from phares.rooms.cooperation import levels
from phares.rooms.cooperation.models import (
    Account,
    Agreement,
    Commitment,
    Cooperation,
    Fact,
    Job,
    Note,
    NoteParty,
    Party,
    WorkMeeting,
)
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.fade import fade_days
from phares.rooms.directory.models import Membership, Pole, Structure
from phares.rooms.directory.models.held import Holder, holder_key

PARTIES = Prefetch("parties", queryset=Party.objects.select_related("structure__pole", "group", "resident"))
NOTE_PARTIES = Prefetch("parties", queryset=NoteParty.objects.select_related("structure__pole", "group", "resident"))


@dataclass(frozen=True)
class Proven:
    """A dated fact as the engine reads it, with what it says and where it is read."""

    fact: engine.Fact
    what: str
    cooperation: Cooperation | None = None
    note: Note | None = None


def facts_of_pole(pole: Pole, day: date) -> list[Proven]:
    """Return all that proves ties in a pole: agreements, facts, meetings, promises kept, accounts, jobs, notes."""
    agreed = Cooperation.objects.agreed().filter(pole=pole)
    return [*facts_of(agreed, day), *_notes(pole)]


def facts_of(cooperations: QuerySet[Cooperation], day: date) -> list[Proven]:
    """Return what proves the ties of these cooperations; a constant number of queries."""
    known = {one.pk: one for one in cooperations.select_related("pole").prefetch_related(PARTIES)}
    signed = _signed_agreements(known)
    facts: list[Proven] = []
    for agreement, signed_on in signed:
        facts.append(
            _fact(known[agreement.cooperation_id], signed, signed_on, "agreement", _("un accord signé par tous"))
        )
    rows: list[tuple[int, date, str, str, int]] = [
        *(
            (pk, on, "fact", what, 0)
            for pk, on, what in Fact.objects.filter(cooperation__in=known).values_list("cooperation_id", "on", "what")
        ),
        *(
            (pk, on, "meeting", _("une réunion"), 0)
            for pk, on in WorkMeeting.objects.filter(cooperation__in=known).values_list("cooperation_id", "on")
        ),
        *_kept(known),
        *_accounts(known, day),
        *_jobs(known, day),
    ]
    facts += [_fact(known[pk], signed, on, kind, what, lasts) for pk, on, kind, what, lasts in rows]
    return facts


def _signed_agreements(known: dict[int, Cooperation]) -> list[tuple[Agreement, date]]:
    """Return the texts that all their parties signed, each with the day of the last signature, the first one first."""
    texts = Agreement.objects.filter(cooperation__in=known).defer("pdf").prefetch_related("signatures")
    whole = [(one, list(one.signatures.all())) for one in texts]
    signed = [
        (one, as_day(max(each.signed_at for each in said)))
        for one, said in whole
        if len(said) >= len(one.words["parties"])
    ]
    return sorted(signed, key=lambda pair: (pair[1], pair[0].number))


def _kept(known: dict[int, Cooperation]) -> Iterable[tuple[int, date, str, str, int]]:
    """Promises kept, as those who received them say; what was promised stays between the parties."""
    kept = Commitment.objects.filter(cooperation__in=known, outcome=Outcome.KEPT, done_on__isnull=False)
    for one in kept.only("cooperation_id", "done_on"):
        if one.done_on is not None:
            yield one.cooperation_id, one.done_on, "promise", _("une promesse tenue"), 0


def _accounts(known: dict[int, Cooperation], day: date) -> Iterable[tuple[int, date, str, str, int]]:
    """Closed accounts: the means was shared all along their period."""
    closed = Account.objects.filter(means__cooperation__in=known, closed_at__isnull=False)
    for pk, start, end, title in closed.values_list("means__cooperation_id", "from_on", "until_on", "means__title"):
        yield pk, start, "account", title, max((min(end, day) - start).days, 0)


def _jobs(known: dict[int, Cooperation], day: date) -> Iterable[tuple[int, date, str, str, int]]:
    """Jobs: they prove as long as they last."""
    jobs = Job.objects.filter(cooperations__in=known, withdrawn_at=None)
    for pk, start, end, title in jobs.values_list("cooperations", "from_on", "until_on", "title"):
        if pk in known:
            yield pk, start, "job", title, max((min(end or day, day) - start).days, 0)


def _fact(
    cooperation: Cooperation, signed: Sequence[tuple[Agreement, date]], on: date, kind: str, what: str, lasts: int = 0
) -> Proven:
    """Return a fact between the parties of the text that then held but residents, at the sort of tie that it was.

    Who joined later is not tied by what the others did before: the past never moves.
    """
    text = _text_on(cooperation, signed, on)
    named = {one["key"] for one in text["parties"]} if text else None
    parties = tuple(
        party.holder_key
        for party in cooperation.parties.all()
        if party.resident_id is None and (named is None or party.holder_key in named)
    )
    form = text["form"] if text else cooperation.form
    return Proven(engine.Fact(parties, kind, levels.OF_FORM[form], on, lasts), what, cooperation=cooperation)


def _text_on(cooperation: Cooperation, signed: Sequence[tuple[Agreement, date]], on: date) -> dict[str, Any] | None:
    """Return the words of the text signed by all by that day, of the first one for what came before it."""
    own = [(day, one.words) for one, day in signed if one.cooperation_id == cooperation.pk]
    before = [words for day, words in own if day <= on]
    if before:
        return dict(before[-1])
    return dict(own[0][1]) if own else None


def _notes(pole: Pole) -> list[Proven]:
    """Return the notes in passing that stand."""
    notes = Note.objects.standing().filter(pole=pole).prefetch_related(NOTE_PARTIES)
    return [
        Proven(
            engine.Fact(
                tuple(party.holder_key for party in note.parties.all() if party.resident_id is None),
                "note",
                levels.OF_NOTE[note.kind],
                note.on,
            ),
            note.what,
            note=note,
        )
        for note in notes
    ]


def engine_structures(pole: Pole) -> list[engine.Structure]:
    """Return the pole's structures with the periods they take part, as the engine reads them."""
    periods: dict[int, list[engine.Presence]] = {}
    for pk, start, end in Membership.objects.filter(structure__pole=pole).values_list(
        "structure_id", "from_on", "until_on"
    ):
        periods.setdefault(pk, []).append(engine.Presence(start, end))
    return [engine.Structure(f"structure-{pk}", tuple(held)) for pk, held in sorted(periods.items())]


@dataclass(frozen=True)
class TieShown:
    """A tie of one holder with another, in words, with its days and the facts that prove it."""

    other: Holder
    words: str
    since: date
    last: date
    until: date
    is_living: bool
    facts: Sequence[Proven]

    @property
    def page(self) -> str:
        """Return the address of the other's page, where it is a structure."""
        return self.other.get_absolute_url() if isinstance(self.other, Structure) else ""


def ties_of(holder: Holder, pole: Pole, day: date) -> tuple[list[TieShown], list[TieShown]]:
    """Return the ties of a structure or a group that count on a day, then those that no longer do, by name."""
    own, days = holder_key(holder), fade_days(pole, day)
    by_other: dict[str, list[Proven]] = {}
    for proven in facts_of_pole(pole, day):
        if own in proven.fact.parties and proven.fact.on <= day:
            for other in proven.fact.parties:
                if other != own:
                    by_other.setdefault(other, []).append(proven)
    names = _names(by_other.values())
    shown = [_shown(own, other, names[other], proofs, day, days) for other, proofs in by_other.items()]
    shown.sort(key=lambda tie: str(tie.other))
    return [tie for tie in shown if tie.is_living], [tie for tie in shown if not tie.is_living]


def _names(all_proofs: Iterable[Sequence[Proven]]) -> dict[str, Holder]:
    """Return the holders that the facts name, by key."""
    parties = (party for proofs in all_proofs for one in proofs for party in _parties_of(one))
    return {party.holder_key: party.holder for party in parties}


def _parties_of(proven: Proven) -> Iterable[Any]:
    thing = proven.cooperation or proven.note
    return thing.parties.all() if thing is not None else ()


def _shown(own: str, other: str, holder: Holder, proofs: Sequence[Proven], day: date, days: int) -> TieShown:
    """Return a tie as its page says it; one that no longer counts keeps the words of its last facts."""
    facts = [one.fact for one in proofs]
    pair = (min(own, other), max(own, other))
    living = living_ties({pair: facts}, day, days)
    active = [one for one in proofs if one.fact.is_active(day, days)] or list(proofs)
    ends = [one.fact.on + timedelta(days=one.fact.lasts_days) for one in proofs]
    return TieShown(
        other=holder,
        words=levels.words_of(living[0].level if living else max(fact.level for fact in facts)),
        since=living[0].since if living else min(fact.on for fact in facts),
        last=max(ends),
        until=max(ends) + timedelta(days=days),
        is_living=bool(living),
        facts=sorted(active, key=lambda one: one.fact.on, reverse=True),
    )


@dataclass(frozen=True)
class Standing:
    """What a cooperation proves today: its sort of tie in words, its last fact, until when it counts."""

    words: str
    family: str
    last: date
    until: date
    count: int
    is_living: bool
    fade_days: int


def standing_of(cooperation: Cooperation, day: date) -> Standing | None:
    """Return what a cooperation proves; nothing before every party has signed once."""
    if cooperation.started_at is None:
        return None
    proofs = [one for one in facts_of(Cooperation.objects.filter(pk=cooperation.pk), day) if one.fact.on <= day]
    if not proofs:
        return None
    days = fade_days(cooperation.pole, day)
    last = max(one.fact.on + timedelta(days=one.fact.lasts_days) for one in proofs)
    has_residents = any(party.structure_id is None for party in cooperation.parties.all())
    return Standing(
        words=levels.words_of(levels.OF_FORM[cooperation.form]),
        family=str(levels.family_of(cooperation.form, has_residents).label),
        last=last,
        until=last + timedelta(days=days),
        count=len(proofs),
        is_living=any(one.fact.is_active(day, days) for one in proofs),
        fade_days=days,
    )
