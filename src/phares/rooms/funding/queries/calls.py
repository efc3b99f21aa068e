"""Reads of calls: found by words and facets, one with its rows, what watches tell."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from phares.rooms.commons.search import search_words
from phares.rooms.commons.signed_links import read_signed
from phares.rooms.cooperation.models.letter import When
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate, Pole
from phares.rooms.funding import permissions
from phares.rooms.funding.models import AskedPaper, Call, CallImport, CallRule, Requirement, Watch
from phares.rooms.funding.models.application import Stage

PAST, OPEN, ALL = "passes", "ouverts", "tous"
SOON = timedelta(days=30)


@dataclass(frozen=True)
class Asked:
    """What a reader looks for."""

    words: str = ""
    kind: str = ""
    when: str = OPEN
    issuer: str = ""


def calls_found(actor: Actor, pole: Pole, asked: Asked, today: date) -> QuerySet[Call]:
    """Return the calls that the actor may see and that match, the ones that close first before the others."""
    found = permissions.visible_calls(actor, pole)
    mine = permissions.visible_applications(actor, pole).filter(call=OuterRef("pk")).order_by()
    found = found.annotate(answers=Coalesce(Subquery(mine.values("call").annotate(n=Count("pk")).values("n")), 0))
    for word in search_words(asked.words):
        found = found.filter(search_text__contains=word)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.issuer:
        found = found.filter(issuer=asked.issuer)
    open_now = Q(closes_on__gte=today) | Q(closes_on=None, is_reference=False)
    if asked.when == OPEN:
        return found.filter(open_now).order_by("closes_on", "pk")
    return (found.exclude(open_now) if asked.when == PAST else found).order_by("-closes_on", "-result_on", "-pk")


def calls_to_follow(actor: Actor, pole: Pole, today: date) -> list[Call]:
    """Return the calls that ask for something now, the nearest end first, each with the answers to it (`answers`).

    Open ones that somebody answers, those that close within thirty days and that nobody answers, and those whose
    answer has left and should have had its result by now.
    """
    open_now = Q(closes_on=None) | Q(closes_on__gte=today)
    asks = (
        Q(open_now, applications__stage=Stage.COMPOSING)
        | Q(applications=None, closes_on__range=(today, today + SOON), is_reference=False)
        | Q(applications__stage=Stage.FILED, result_on__lte=today)
    )
    answers = Prefetch("applications", permissions.visible_applications(actor, pole), to_attr="answers")
    found = (
        permissions.visible_calls(actor, pole)
        .filter(asks)
        .distinct()
        .order_by(F("closes_on").asc(nulls_last=True), "pk")
    )
    return list(found.prefetch_related("papers", answers))


def counts(actor: Actor, pole: Pole, today: date) -> dict[str, int]:
    """Return how many calls are open, past, and in all."""
    open_now = Q(closes_on__gte=today) | Q(closes_on=None, is_reference=False)
    told = (
        permissions.visible_calls(actor, pole).order_by().aggregate(all=Count("pk"), open=Count("pk", filter=open_now))
    )
    return {OPEN: told["open"], PAST: told["all"] - told["open"], ALL: told["all"]}


def issuers(actor: Actor, pole: Pole) -> list[str]:
    """Return who issued the calls that the actor may see."""
    return sorted(set(permissions.visible_calls(actor, pole).order_by().values_list("issuer", flat=True)))


def call_numbered(actor: Actor, pole: Pole, pk: int) -> Call | None:
    """Return a call that the actor may see, with its rows."""
    seen = permissions.visible_calls(actor, pole).filter(pk=pk)
    return seen.prefetch_related("requirements", "rules", "papers").first()


def row_numbered(pole: Pole, sort: str, pk: int) -> Requirement | CallRule | AskedPaper | None:
    """Return a row of a call of this pole: what it asks, a rule or a paper."""
    nouns: dict[str, type[Requirement | CallRule | AskedPaper]] = {
        "demande": Requirement, "regle": CallRule, "piece": AskedPaper,
    }  # fmt: skip
    noun = nouns.get(sort)
    return noun.objects.filter(pk=pk, call__pole=pole).select_related("call__pole").first() if noun else None


def import_numbered(pole: Pole, pk: int) -> CallImport | None:
    """Return a file of calls brought to this pole."""
    return CallImport.objects.filter(pole=pole, pk=pk).select_related("pole").first()


@dataclass(frozen=True)
class Watched:
    """A watch with how many calls were noted since its person looked."""

    watch: Watch
    new: int


def watches_of(actor: Actor, pole: Pole) -> list[Watched]:
    """Return what the actor watches, each with what is new."""
    return [Watched(one, _since(actor, pole, one, one.seen_at).count()) for one in permissions.own_watches(actor, pole)]


def calls_watched(watch: Watch, day: date) -> list[Call]:
    """Return the calls of a watch that its person has neither seen nor been told by mail, as long as they may."""
    mandate = Mandate.objects.on(day).filter(person=watch.person_id, pole=watch.pole_id, person__is_active=True).first()
    if mandate is None:
        return []
    since = max(filter(None, (watch.seen_at, watch.told_at)))
    return list(_since(Actor(mandate.person, mandate), watch.pole, watch, since).order_by("closes_on", "pk"))


def calls_of_letter(actor: Actor, pole: Pole, since: datetime, today: date) -> list[Call]:
    """Return the calls noted since the last letter that the weekly watches of its reader answer, each once."""
    weekly = permissions.own_watches(actor, pole).filter(mailed=When.WEEKLY)
    found = {call.pk: call for one in weekly for call in _since(actor, pole, one, max(since, one.seen_at))}
    return sorted(found.values(), key=lambda one: (one.closes_on or date.max, one.pk))


def watches_telling(call: Call) -> list[Watch]:
    """Return the watches that a call answers and that a mail tells."""
    watches = Watch.objects.filter(pole=call.pole_id).exclude(mailed=When.NEVER).select_related("pole", "person")
    return [
        one
        for one in watches
        if one.kind in {"", call.kind} and all(word in call.search_text for word in search_words(one.words))
    ]


STOP_LINK = "stop_watch"


def watch_of_link(pole: Pole, token: str) -> Watch | None:
    """Return the watch that the link of a mail stops; none for a link that is false."""
    pk = read_signed(STOP_LINK, token)
    return Watch.objects.filter(pole=pole, pk=pk if isinstance(pk, int) else 0).select_related("person").first()


def _since(actor: Actor, pole: Pole, watch: Watch, moment: datetime) -> QuerySet[Call]:
    found = permissions.visible_calls(actor, pole).filter(noted_at__gt=moment, is_reference=False)
    for word in search_words(watch.words):
        found = found.filter(search_text__contains=word)
    return found.filter(kind=watch.kind) if watch.kind else found


def watch_numbered(actor: Actor, pole: Pole, pk: int) -> Watch | None:
    """Return one of the actor's own watches."""
    return permissions.own_watches(actor, pole).filter(pk=pk).first()
