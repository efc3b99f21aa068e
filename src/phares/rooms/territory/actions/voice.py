"""Acts on one's own words: saying them, showing where, wanting to take part, taking them away."""

import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.commons.search import search_text
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.territory import events, permissions
from phares.rooms.territory.models import District, Voice, VoiceContact, VoiceSign
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.models.voice import (
    LONGEST,
    Channel,
    Concerned,
    Sense,
    Shown,
    State,
    Theme,
)
from phares.rooms.territory.queries.likeness import give_the_lead, keep_signs, nearly_said_before
from phares.rooms.territory.queries.places import address_written, district_at
from phares.rooms.territory.queries.voices import districts_of

LEGIBLE = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Signs of a paper code: none that a hand or an eye takes for another (I, L, O, 0, 1)."""
CODE = re.compile(f"[{LEGIBLE}]{{4}}-[{LEGIBLE}]{{4}}")
KEPT_FOR = timedelta(days=730)


class NothingSaid(Refusal):
    """There is no word."""

    sentence = _("Écrivez ce qui manque, ou ce que l’on pourrait faire.")
    status = 422


class TooLong(Refusal):
    """It would not fit."""

    sentence = _("C’est très long : dites l’essentiel en 1 200 signes, vous pourrez en dire une autre ensuite.")
    status = 422


class NobodyListens(NotAllowed):
    """The pole is shown from public sources."""

    sentence = _("Ce pôle est montré d’après des sources publiques : personne n’y écoute.")


@dataclass(frozen=True)
class ContactDraft:
    """How to tell somebody what became of their words."""

    way: str
    name: str
    words: str
    wants_part: bool = False


@transaction.atomic
def say_voice(
    *,
    pole: Pole,
    text: str,
    mark: str,
    sense: str = Sense.MISSING,
    theme: str = Theme.OTHER,
    concerned: str = Concerned.EVERYONE,
    place: str = "",
    district: District | None = None,
    shown: str = Shown.POLE,
    until_on: date | None = None,
    language: str = "fr",
    translation: str = "",
    translator: str = "",
    said_aloud: bool = False,
    channel: str = Channel.PAGE,
    said_on: date | None = None,
    contact: ContactDraft | None = None,
    code: str = "",
    by: Actor,
    at: datetime,
) -> Voice:
    """Say what is missing or could be done; anybody may, without account. The same mark is the same voice.

    What was said aloud is public only where whoever noted it says that they agreed. It waits to be read over. A typed
    address that the pole knows gives its point and its district. `code` is a receipt that whoever listens gave in the
    street before the network was back; where it is taken, another is given.
    """
    if not permissions.can_say_voice(by, pole):
        raise NobodyListens
    text = text.strip()
    if not text:
        raise NothingSaid(field="text")
    if len(text) > LONGEST:
        raise TooLong(field="text")
    before = Voice.objects.filter(pole=pole, mark=mark).first()
    if before is not None:
        return before
    day = as_day(at)
    words = search_text(text, translation)
    known = address_written(pole, place)
    district = district or (known.district if known else None)
    voice = Voice(
        pole=pole, text=text, mark=mark, sense=sense, theme=theme, concerned=concerned, place=place.strip(),
        district=district if district and district.pole_id == pole.pk else None, shown=shown,
        latitude=known.latitude if known else None, longitude=known.longitude if known else None,
        until_on=min(until_on or day + KEPT_FOR, day + KEPT_FOR), language=language, translation=translation.strip(),
        translator=translator.strip(), said_aloud=said_aloud, channel=channel, said_on=min(said_on or day, day),
        received_at=at, noted_by=by.person, search_text=words, double_of=nearly_said_before(pole, words),
    )  # fmt: skip
    is_given = bool(CODE.fullmatch(code)) and permissions.can_listen(by, pole)
    if not _kept_once(voice, code if is_given else ""):
        return Voice.objects.get(pole=pole, mark=mark)
    keep_signs([voice])
    if contact is not None:
        _keep_contact(voice, contact, day)
    publish(events.VoiceSaid(pole.pk, voice.pk), by=by, at=at)
    return voice


def _kept_once(voice: Voice, code: str) -> bool:
    """Keep a voice under a code of its own; say no where its mark has been kept by another hand meanwhile."""
    while True:
        voice.code, code = code or new_code(), ""
        try:
            with transaction.atomic():
                voice.save(force_insert=True)
        except IntegrityError:
            if Voice.objects.filter(pole=voice.pole_id, mark=voice.mark).exists():
                return False
            continue
        return True


def new_code() -> str:
    """Return a code that can be read from paper: two groups of four signs."""
    signs = [secrets.choice(LEGIBLE) for _sign in range(8)]
    return f"{''.join(signs[:4])}-{''.join(signs[4:])}"


def _keep_contact(voice: Voice, contact: ContactDraft, day: date) -> None:
    """Keep how to call back, apart from the words, until its day."""
    months = rules_of(voice.pole).contact_months
    VoiceContact.objects.create(
        voice=voice,
        way=contact.way,
        name=contact.name.strip(),
        words=contact.words.strip(),
        wants_part=contact.wants_part,
        erase_on=min(day + timedelta(days=30 * months), voice.until_on),
    )


@transaction.atomic
def place_voice(*, voice: Voice, latitude: float, longitude: float, by: Actor, at: datetime) -> Voice:
    """Show on the map the place that a voice speaks of; whoever holds its code may, as long as it may be read."""
    voice = Voice.objects.select_for_update().get(pk=voice.pk)
    if voice.state == State.ERASED:
        raise Gone
    voice.latitude, voice.longitude = latitude, longitude
    voice.district = voice.district or district_at(list(districts_of(voice.pole)), longitude, latitude)
    voice.save(update_fields=["latitude", "longitude", "district"])
    publish(events.VoicePlaced(voice.pole_id, voice.pk), by=by, at=at)
    return voice


class Gone(Refusal):
    """The words were taken away."""

    sentence = _("Ces mots ont été effacés.")
    status = 410


@transaction.atomic
def ask_to_take_part(*, voice: Voice, contact: ContactDraft, by: Actor, at: datetime) -> Voice:
    """Want to take part in what comes of it, and say how to be reached; whoever holds the code may."""
    voice = Voice.objects.select_for_update().get(pk=voice.pk)
    if voice.state == State.ERASED:
        raise Gone
    if not contact.name.strip() or not contact.words.strip():
        raise Refusal(str(_("Dites un prénom, et comment vous joindre.")), field="contact_name")
    VoiceContact.objects.filter(voice=voice).delete()
    _keep_contact(voice, contact, as_day(at))
    publish(events.PartAsked(voice.pole_id, voice.pk), by=by, at=at)
    return voice


@transaction.atomic
def erase_voice(*, voice: Voice, by: Actor, at: datetime) -> Voice:
    """Take one's words away: nothing is left of them but that something was said on that day, on that theme."""
    voice = Voice.objects.select_for_update().get(pk=voice.pk)
    if voice.state != State.ERASED:
        _empty(Voice.objects.filter(pk=voice.pk))
        publish(events.VoiceErased(voice.pole_id, voice.pk), by=by, at=at)
        voice.refresh_from_db()
    return voice


def _empty(voices: QuerySet[Voice]) -> None:
    """Remove words, places, signs and contacts of voices; number, day and theme stay."""
    gone = list(voices.values_list("pk", flat=True))
    VoiceContact.objects.filter(voice__in=gone).delete()
    VoiceSign.objects.filter(voice__in=gone).delete()
    voices.update(
        text="", shared_text="", translation="", translator="", place="", answer="", search_text="", district=None,
        latitude=None, longitude=None, double_of=None, rule="", state=State.ERASED,
    )  # fmt: skip
    give_the_lead(gone)


@transaction.atomic
def forget_what_is_over(*, by: Actor, at: datetime) -> int:
    """Erase, each day, the words whose day has passed and the contacts that need no longer be kept."""
    day = as_day(at)
    VoiceContact.objects.filter(erase_on__lt=day).delete()
    over = Voice.objects.filter(~Q(state=State.ERASED), until_on__lt=day).select_for_update()
    gone = list(over.values_list("pk", "pole_id"))
    _empty(Voice.objects.filter(pk__in=[pk for pk, _pole in gone]))
    for pk, pole_id in gone:
        publish(events.VoiceErased(pole_id, pk), by=by, at=at)
    return len(gone)
