"""Voices collected elsewhere, brought in a table: its good lines are kept, its bad ones are named."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.commons.search import plain_letters, search_text
from phares.rooms.commons.tables.headers import Column, header_of, matched
from phares.rooms.commons.tables.reading import read_table
from phares.rooms.commons.tables.sheet import Row
from phares.rooms.commons.tables.values import CellRefused, day_of, text_of
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.territory import events, permissions
from phares.rooms.territory.actions.voice import KEPT_FOR, new_code
from phares.rooms.territory.models import Voice
from phares.rooms.territory.models.voice import LONGEST, Channel, Sense, Shown, Theme
from phares.rooms.territory.queries.likeness import Alike, keep_signs
from phares.rooms.territory.queries.places import address_written
from phares.rooms.territory.queries.voices import districts_of

COLUMNS = (
    Column("text", gettext_lazy("parole"), ("texte", "verbatim", "ce qui est dit", "réponse", "idée")),
    Column("said_on", gettext_lazy("date"), ("dit le", "jour", "date de la parole", "recueilli le")),
    Column("theme", gettext_lazy("thème"), ("thématique", "sujet", "catégorie")),
    Column("district", gettext_lazy("quartier"), ("secteur", "zone")),
    Column("place", gettext_lazy("lieu"), ("adresse", "où")),
    Column("language", gettext_lazy("langue"), ()),
    Column("sense", gettext_lazy("manque ou idée"), ("sens", "type")),
    Column("shown", gettext_lazy("public"), ("publiable", "peut être publié", "accord")),
)
_YES = {"oui", "o", "x", "yes", "public", "1", "vrai"}


class NoWords(Refusal):
    """No column holds what was said."""

    sentence = gettext_lazy("Aucune colonne ne dit les paroles : nommez-en une « parole » ou « texte ».")
    status = 422


@dataclass(frozen=True)
class BadLine:
    """A line that cannot be taken: its number in the file, and why."""

    number: int
    reason: str


@dataclass(frozen=True)
class Brought:
    """What came of a table: how many voices are new, how many were there before, which lines are to be mended."""

    new: int
    before: int
    bad: list[BadLine]


@transaction.atomic
def bring_voices(*, pole: Pole, content: bytes, by: Actor, at: datetime) -> Brought:
    """Keep the good lines of a table as voices to read over; brought twice, a line is one voice still."""
    require(permissions.can_listen(by, pole))
    sheet = read_table(content).sheets[0]
    header = header_of(sheet.rows, COLUMNS)
    places = {code: place for place, code in matched(sheet.rows[header], COLUMNS).items()}
    if "text" not in places:
        raise NoWords(field="table")
    reader = _Lines(pole, places, by, at)
    bad, voices = [], []
    for number, row in enumerate(sheet.rows[header + 1 :], start=header + 2):
        if all(cell is None for cell in row):
            continue
        try:
            voices.append(reader.voice(number, row))
        except (CellRefused, Refusal) as refused:
            bad.append(BadLine(number, str(getattr(refused, "reason", refused))))
    known = set(Voice.objects.filter(pole=pole, channel=Channel.TABLE).values_list("mark", flat=True))
    new = [voice for voice in voices if voice.mark not in known]
    _behind_the_first(pole, new)
    for some in ([one for one in new if one.double_of is None], [one for one in new if one.double_of]):
        for one in some:
            one.double_of_id = one.double_of.pk if one.double_of else None
        Voice.objects.bulk_create(some, batch_size=200)
        keep_signs(some)
    publish(events.VoicesBrought(pole.pk), by=by, at=at)
    return Brought(len(new), len(voices) - len(new), bad)


def _behind_the_first(pole: Pole, voices: list[Voice]) -> None:
    """Put each voice behind the first that says nearly the same, in the pole or above it in the table."""
    alike = Alike(pole)
    said: dict[Any, Voice] = {}
    for one in voices:
        said[one.mark] = one
        first = alike.first(one.search_text, one.mark)
        if first is not None:
            one.double_of = said[first] if first in said else Voice.objects.get(pk=first)


class _Lines:
    """Reads one line after the other; words said on two lines are two voices, the second a double of the first."""

    def __init__(self, pole: Pole, places: dict[str, int], by: Actor, at: datetime) -> None:
        self.pole, self.places, self.by, self.at = pole, places, by, at
        self.districts = {plain_letters(one.name): one for one in districts_of(pole)}
        self.themes = {plain_letters(str(label)): code for code, label in Theme.choices}
        self.codes = set(Voice.objects.filter(pole=pole).values_list("code", flat=True))
        self.times: dict[str, int] = {}

    def voice(self, number: int, row: Row) -> Voice:
        """Return the voice of a line, or refuse it in words."""
        said = {code: row[place] if place < len(row) else None for code, place in self.places.items()}
        text = text_of(said["text"]).strip()
        if not text:
            raise CellRefused(_("rien n’est dit sur cette ligne"))
        if len(text) > LONGEST:
            raise CellRefused(_("plus de 1 200 signes"))
        day = self._day(said.get("said_on"))
        place = text_of(said.get("place")).strip()[:140]
        known = address_written(self.pole, place)
        return Voice(
            pole=self.pole, code=self._code(), mark=self._mark(text, day), text=text, said_on=day,
            sense=self._sense(said), theme=self._theme(said), place=place,
            latitude=known.latitude if known else None, longitude=known.longitude if known else None,
            district=self._district(said) or (known.district if known else None),
            shown=self._shown(said), until_on=as_day(self.at) + KEPT_FOR,
            language=text_of(said.get("language")).strip().lower()[:2] or "fr", channel=Channel.TABLE,
            received_at=self.at, noted_by=self.by.person, search_text=search_text(text),
        )  # fmt: skip

    def _day(self, cell: Any) -> date:
        today = as_day(self.at)
        day = day_of(cell) or today
        if day > today:
            raise CellRefused(_("cette date n’est pas encore venue"))
        return day

    def _mark(self, text: str, day: date) -> str:
        key = f"{text}|{day}"
        self.times[key] = self.times.get(key, 0) + 1
        return "table-" + hashlib.sha256(f"{key}|{self.times[key]}".encode()).hexdigest()[:40]

    def _code(self) -> str:
        code = next(code for code in iter(new_code, "") if code not in self.codes)
        self.codes.add(code)
        return code

    def _theme(self, said: dict[str, Any]) -> str:
        written = plain_letters(text_of(said.get("theme"))).strip()
        if not written:
            return Theme.OTHER
        found = [code for words, code in self.themes.items() if words == written or written in words.split(", ")]
        if not found:
            raise CellRefused(_("thème inconnu : « %(words)s »") % {"words": text_of(said["theme"])[:40]})
        return found[0]

    def _district(self, said: dict[str, Any]) -> Any:
        written = plain_letters(text_of(said.get("district"))).strip()
        if written and written not in self.districts:
            raise CellRefused(_("quartier inconnu : « %(words)s »") % {"words": text_of(said["district"])[:40]})
        return self.districts.get(written)

    @staticmethod
    def _sense(said: dict[str, Any]) -> str:
        words = plain_letters(text_of(said.get("sense")))
        return Sense.COULD if any(word in words for word in ("idee", "faire", "propos")) else Sense.MISSING

    @staticmethod
    def _shown(said: dict[str, Any]) -> str:
        return Shown.PUBLIC if plain_letters(text_of(said.get("shown"))).strip() in _YES else Shown.POLE
