"""Reads on what says nearly the same: the first of its like, and those that wait behind it."""

from collections import Counter
from typing import Any

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from rapidfuzz import fuzz, process

from phares.engine.likeness import signs_of
from phares.rooms.directory.models import Pole
from phares.rooms.territory.models import Voice, VoiceSign
from phares.rooms.territory.models.voice import State

ALIKE = 88
"""Of 100: two texts with this ratio of common letters say nearly the same (rapidfuzz, normalised indel similarity)."""
COMPARED = 40
"""How many of those that bear a same sign are compared letter by letter, those that bear the most first."""


def firsts(pole: Pole) -> QuerySet[Voice]:
    """Return the voices that say something first, and that were not set aside."""
    return Voice.objects.filter(pole=pole, double_of=None, state__in=(State.WAITING, State.KEPT))


def nearly_said_before(pole: Pole, words: str) -> Voice | None:
    """Return the first voice that says nearly the same, however many there are (`docs/engine/likeness.md`)."""
    bearing = VoiceSign.objects.filter(pole=pole, sign__in=signs_of(words)).values("voice")
    most = bearing.annotate(shared=Count("pk")).order_by("-shared", "voice").values_list("voice", flat=True)[:COMPARED]
    texts = dict(firsts(pole).filter(pk__in=list(most)).values_list("pk", "search_text"))
    best = process.extractOne(words, texts, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return Voice.objects.filter(pk=best[2]).first() if best else None


class Alike:
    """All that was said first in a pole, held in memory while a table is read."""

    def __init__(self, pole: Pole) -> None:
        self.texts: dict[Any, str] = dict(firsts(pole).values_list("pk", "search_text"))
        self.bearing: dict[int, list[Any]] = {}
        for sign, key in VoiceSign.objects.filter(pole=pole, voice__in=firsts(pole)).values_list("sign", "voice_id"):
            self.bearing.setdefault(sign, []).append(key)

    def first(self, words: str, key: Any) -> Any:
        """Return what names the first that says nearly the same; where nothing does, keep `key` as the first."""
        signs = signs_of(words)
        shared = Counter(other for sign in signs for other in self.bearing.get(sign, ()))
        texts = {other: self.texts[other] for other, _count in shared.most_common(COMPARED)}
        best = process.extractOne(words, texts, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best:
            return best[2]
        self.texts[key] = words
        for sign in signs:
            self.bearing.setdefault(sign, []).append(key)
        return None


def keep_signs(voices: list[Voice]) -> None:
    """Keep the signs of voices that say something first; those of doubles are never looked for."""
    rows = [
        VoiceSign(pole_id=one.pole_id, voice=one, sign=sign)
        for one in voices
        if one.double_of_id is None
        for sign in sorted(signs_of(one.search_text))
    ]
    VoiceSign.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def family_of(voice: Voice) -> QuerySet[Voice]:
    """Return the voices that say nearly the same as this one and wait with it, the oldest first."""
    head = voice.double_of_id or voice.pk
    alike = Voice.objects.filter(Q(double_of=head) | Q(pk=head)).waiting().exclude(pk=voice.pk)
    return alike.order_by("received_at", "pk")


def first_waiting_of_each(pole: Pole) -> QuerySet[Voice]:
    """Return what waits to be read over, each thing once: the first that waits of those that say nearly the same."""
    waiting = Voice.objects.filter(pole=pole).waiting().order_by()
    families = waiting.annotate(family=Coalesce("double_of", "pk")).values("family")
    return Voice.objects.filter(pk__in=families.annotate(first=Min("pk")).values("first"))


def with_others(voices: QuerySet[Voice]) -> QuerySet[Voice]:
    """Add to each voice how many others of its family wait, as `others`."""
    waiting = Voice.objects.filter(state=State.WAITING).order_by()
    family = waiting.annotate(family=Coalesce("double_of", "pk")).filter(family=OuterRef("family"))
    count = family.values("family").annotate(count=Count("pk") - 1).values("count")
    return voices.annotate(family=Coalesce(F("double_of"), F("pk"))).annotate(others=Subquery(count))


def give_the_lead(voice_pks: list[int]) -> None:
    """Let the oldest double stand first in the place of a voice that was taken away."""
    heads = Voice.objects.filter(double_of__in=voice_pks).order_by().values("double_of").annotate(first=Min("pk"))
    for gone, first in list(heads.values_list("double_of", "first")):
        Voice.objects.filter(double_of=gone).exclude(pk=first).update(double_of=first)
        Voice.objects.filter(pk=first).update(double_of=None)
        keep_signs(list(Voice.objects.filter(pk=first).exclude(search_text="")))
