"""Reads on voices: what may be read and how much of it there is, what waits, whom to call back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from phares.rooms.commons.search import search_words
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.territory.models import District, Response, Voice, VoiceContact
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.models.voice import Sense, State, Theme
from phares.rooms.territory.permissions import can_listen, visible_voices
from phares.rooms.territory.queries.likeness import first_waiting_of_each, with_others


@dataclass(frozen=True)
class Asked:
    """What a reader looks for among voices."""

    theme: str = ""
    sense: str = ""
    district: int = 0
    words: str = ""

    @property
    def is_anything(self) -> bool:
        """Say whether something is looked for."""
        return bool(self.theme or self.sense or self.district or self.words)


def voices_found(actor: Actor, pole: Pole, day: date, asked: Asked) -> QuerySet[Voice]:
    """Return the voices that this reader may read and that answer what is asked."""
    found = visible_voices(actor, pole, day).select_related("pole", "district")
    wanted = {"theme": asked.theme, "sense": asked.sense, "district": asked.district}
    found = found.filter(**{name: value for name, value in wanted.items() if value})
    for word in search_words(asked.words):
        found = found.filter(search_text__contains=word)
    return found


@dataclass(frozen=True)
class ThemeCount:
    """How many voices a theme has; none where there are too few to be told without telling who."""

    theme: str
    label: Any
    count: int | None


def theme_counts(actor: Actor, pole: Pole, day: date) -> list[ThemeCount]:
    """Return the themes with how many voices each, the fewest left untold to those who do not listen."""
    rows = visible_voices(actor, pole, day).order_by().values("theme").annotate(count=Count("pk"))
    counts = {row["theme"]: row["count"] for row in rows}
    least = 1 if can_listen(actor, pole) else rules_of(pole).smallest_count
    return [
        ThemeCount(code, label, counts[code] if counts[code] >= least else None)
        for code, label in Theme.choices
        if code in counts
    ]


def voices_to_read(pole: Pole) -> QuerySet[Voice]:
    """Return what waits to be read over, the oldest first, each once with how many `others` say nearly the same."""
    heads = with_others(first_waiting_of_each(pole)).select_related("pole", "district")
    return heads.order_by("received_at", "pk")


def count_to_read(pole: Pole) -> int:
    """Return how many voices wait, doubles aside."""
    return first_waiting_of_each(pole).count()


def voice_numbered(pole: Pole, pk: int) -> Voice | None:
    """Return one voice of the pole, for those who listen."""
    return (
        Voice.objects.filter(pole=pole, pk=pk)
        .select_related("pole", "district", "read_by", "noted_by", "double_of")
        .first()
    )


def codes_of(pole: Pole, marks: list[str]) -> dict[str, str]:
    """Return the code of each voice that bears one of these marks: a sending that comes again costs one question."""
    known = Voice.objects.filter(pole=pole, mark__in=[mark for mark in marks if "\x00" not in mark])
    return dict(known.values_list("mark", "code"))


def voice_with_code(pole: Pole, code: str) -> Voice | None:
    """Return the voice whose paper code this is, however it was typed."""
    plain = plain_code(code)
    return Voice.objects.filter(pole=pole, code=plain).select_related("pole", "district").first() if plain else None


def plain_code(written: str) -> str:
    """Return a code as it is kept, in two groups of four: capitals, spaces and signs of the hand put aside."""
    signs = "".join(sign for sign in written.upper() if sign.isascii() and sign.isalnum())
    return f"{signs[:4]}-{signs[4:]}" if len(signs) == 8 else ""


def voices_typed_by(actor: Actor, pole: Pole, day: date) -> QuerySet[Voice]:
    """Return what this person noted today, the latest first."""
    mine = Voice.objects.filter(pole=pole, noted_by=actor.person, received_at__date=day)
    return mine.exclude(state=State.ERASED).select_related("pole").order_by("-received_at", "-pk")


def contacts_to_tell(pole: Pole) -> QuerySet[VoiceContact]:
    """Return whom to tell: those who want to take part first, then the oldest words; those told come last."""
    found = VoiceContact.objects.filter(voice__pole=pole).select_related(
        "voice__pole", "voice__district", "joining__cooperation__pole"
    )
    return found.order_by("told_on", "-wants_part", "voice__said_on", "pk")


def contact_of(voice: Voice) -> VoiceContact | None:
    """Return how whoever said it is told, with what was asked for them where they wanted to take part."""
    return VoiceContact.objects.filter(voice=voice).select_related("joining__cooperation").first()


def cooperations_answering(voice: Voice) -> QuerySet[Cooperation]:
    """Return the cooperations that answer the problems which a voice is part of."""
    answering = Response.objects.filter(problem__voices=voice).exclude(cooperation=None).values("cooperation")
    return Cooperation.objects.filter(pk__in=answering)


def count_to_tell(pole: Pole) -> int:
    """Return how many have not been told yet."""
    return VoiceContact.objects.filter(voice__pole=pole, told_on=None).exclude(voice__state=State.WAITING).count()


def districts_of(pole: Pole) -> QuerySet[District]:
    """Return the districts of the pole."""
    return District.objects.filter(pole=pole)


def said_in_month(pole: Pole, first: date, last: date) -> QuerySet[Voice]:
    """Return what everybody may read of what was said between two days, doubles aside."""
    return Voice.objects.filter(pole=pole, double_of=None, said_on__range=(first, last)).public_on(last)


def sense_label(sense: str) -> str:
    """Return the question that a voice answers, as a title."""
    return _("Ce qui manque") if sense == Sense.MISSING else _("Ce que l’on pourrait faire")
