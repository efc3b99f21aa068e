"""Pages for those who speak: saying, the receipt and what it lets one do, what was said so far."""

import secrets
from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from phares.rooms.commons import limits
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import Refusal
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.commons.signed_links import read_signed, signed
from phares.rooms.directory.gate import found
from phares.rooms.territory import actions, permissions
from phares.rooms.territory.actions.voice import ContactDraft
from phares.rooms.territory.card_words import WORDS, words_asked
from phares.rooms.territory.drawing import drawing_of
from phares.rooms.territory.forms.voices import CodeForm, PartForm, SayForm
from phares.rooms.territory.models import Voice
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.models.voice import Channel, Sense, State, Theme
from phares.rooms.territory.queries import voices as queries
from phares.rooms.territory.queries.problems import became

A_PAGE = 30
MOST_AN_HOUR, MOST_CODES, AN_HOUR = 120, 40, 3600  # a hall full of residents shares one address
A_HAND_TAKES = timedelta(seconds=2)


class TooFast(Refusal):
    """No hand writes so fast."""

    sentence = gettext_lazy("C’est parti trop vite : relisez vos mots, puis envoyez-les encore une fois.")
    status = 422


@reads
def voices(request: Any) -> HttpResponse:
    """Show what was said, as far as this reader may read it."""
    asked = _asked(request)
    found_voices = queries.voices_found(request.actor, request.pole, request.today, asked)
    context = {
        "page": Paginator(found_voices, A_PAGE).get_page(request.GET.get("page")),
        "asked": asked,
        "themes": queries.theme_counts(request.actor, request.pole, request.today),
        "districts": queries.districts_of(request.pole),
        "senses": Sense.choices,
        "can_listen": permissions.can_listen(request.actor, request.pole),
        "can_say": permissions.can_say_voice(request.actor, request.pole),
        "smallest": rules_of(request.pole).smallest_count,
    }
    return render(request, "territory/voices.html", context)


def _asked(request: Any) -> queries.Asked:
    """Read what is looked for; what is not known is not looked for."""
    return queries.Asked(
        theme=request.GET.get("theme", "") if request.GET.get("theme") in Theme.values else "",
        sense=request.GET.get("sens", "") if request.GET.get("sens") in Sense.values else "",
        district=row_number(request.GET.get("quartier")),
        words=request.GET.get("q", "")[:80],
    )


@writes
def say_voice(request: Any) -> HttpResponse:
    """Say what is missing or could be done, without account; the page that follows bears the code of the receipt."""
    if not permissions.can_say_voice(request.actor, request.pole):
        raise Http404
    posted = request.POST if request.method == "POST" else None
    fresh = {"mark": secrets.token_urlsafe(24), "began": signed("voice", timezone.now().timestamp())}
    form = SayForm(posted, pole=request.pole, initial=fresh)
    languages, code, reader = rules_of(request.pole).languages, request.GET.get("langue", ""), get_language() or "fr"
    spoken = words_asked(code, languages, reader)
    if spoken:
        form.speak(code, spoken)

    def act(entry: dict[str, Any]) -> str:
        _require_a_hand(request, entry)
        channel = Channel.POSTER if "affiche" in request.GET else Channel.PAGE
        voice = actions.say_voice(
            pole=request.pole, **form.said(request.today), channel=channel, by=request.actor, at=timezone.now()
        )
        return voice.get_absolute_url()

    asked = [(one, WORDS[one]) for one in languages if one != (code if spoken else reader)]
    said = {"asked": asked, "spoken": spoken, "code": code if spoken else "", "from_poster": "affiche" in request.GET}
    return form_page(request, form, act, template="territory/say_voice.html", **said)


def _require_a_hand(request: Any, entry: dict[str, Any]) -> None:
    """Refuse what no hand does: fill in what is hidden, write in no time, send dozens an hour."""
    began = read_signed("voice", entry["began"])
    now = timezone.now().timestamp()
    if entry["site"] or not isinstance(began, float) or now - began < A_HAND_TAKES.total_seconds():
        raise TooFast
    if not permissions.can_listen(request.actor, request.pole):
        limits.spend("voice", request, most=MOST_AN_HOUR, seconds=AN_HOUR)


@writes
def find_voice(request: Any) -> HttpResponse:
    """Find what became of one's words by the code of a receipt."""

    def act(entry: dict[str, Any]) -> str:
        voice = queries.voice_with_code(request.pole, entry["code"])
        if voice is None:
            limits.spend("voice-code", request, most=MOST_CODES, seconds=AN_HOUR)
            raise Refusal(_("Aucune parole ne porte ce code : relisez le reçu."), field="code")
        return voice.get_absolute_url()

    return form_page(
        request,
        CodeForm(request.POST if request.method == "POST" else None),
        act,
        heading=_("Que sont devenus mes mots ?"),
        lead=_("Le code est sur votre reçu. Sans code, passez ou appelez : on cherche avec vous."),
        submit_label=_("Chercher"),
        back_label=_("Ce que l’on dit ici"),
        back_url=reverse("territory:voices", args=[request.pole.slug]),
    )


def _coded(request: Any, code: str) -> Voice:
    """Return the voice of a receipt; whoever tries many codes is stopped."""
    voice = queries.voice_with_code(request.pole, code)
    if voice is None:
        limits.spend("voice-code", request, most=MOST_CODES, seconds=AN_HOUR)
    return found(voice)


@reads
def voice_receipt(request: Any, code: str) -> HttpResponse:
    """Show those who spoke what they said, what was answered, and what they may do with it."""
    voice = _coded(request, code)
    drawing = drawing_of(queries.districts_of(request.pole))
    point = drawing.place(voice.longitude, voice.latitude) if drawing and voice.longitude is not None else None
    contact = queries.contact_of(voice)
    context = {
        "became": became(request.actor, request.pole, [voice]).get(voice.pk, []),
        "voice": voice,
        "part": contact.joining if contact else None,
        "wants_part": bool(contact and contact.wants_part),
        "drawing": drawing,
        "point": point,
        "is_erased": voice.state == State.ERASED,
    }
    answer = render(request, "territory/voice_receipt.html", context)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer


@reads
def map_image(request: Any) -> HttpResponse:
    """Give the map as a picture on which one presses to show a place."""
    drawing = found(drawing_of(queries.districts_of(request.pole)))
    return render(request, "territory/map.svg", {"drawing": drawing}, content_type="image/svg+xml")


@acts
def place_voice(request: Any, code: str) -> HttpResponse:
    """Take the place that was pressed on the map."""
    voice = _coded(request, code)
    drawing = found(drawing_of(queries.districts_of(request.pole)))
    pressed = [request.POST.get(name, "") for name in ("point.x", "point.y")]
    if all(one.isascii() and one.isdecimal() and len(one) < 5 for one in pressed):
        longitude, latitude = drawing.point(int(pressed[0]), int(pressed[1]))
        actions.place_voice(voice=voice, latitude=latitude, longitude=longitude, by=request.actor, at=timezone.now())
    return redirect(f"{voice.get_absolute_url()}#carte")


@writes
def ask_to_take_part(request: Any, code: str) -> HttpResponse:
    """Want to take part."""
    voice = _coded(request, code)

    def act(entry: dict[str, Any]) -> str:
        contact = ContactDraft(entry["contact_way"], entry["contact_name"], entry["contact_words"], wants_part=True)
        actions.ask_to_take_part(voice=voice, contact=contact, by=request.actor, at=timezone.now())
        return voice.get_absolute_url()

    return form_page(
        request,
        PartForm(request.POST if request.method == "POST" else None),
        act,
        heading=_("Je veux participer"),
        lead=_("Seules les personnes qui rappellent lisent ces lignes ; elles sont effacées à leur date."),
        submit_label=_("Je veux participer"),
        back_label=_("Mes mots"),
        back_url=voice.get_absolute_url(),
    )


@acts
def erase_voice(request: Any, code: str) -> HttpResponse:
    """Take one's words away."""
    voice = _coded(request, code)
    actions.erase_voice(voice=voice, by=request.actor, at=timezone.now())
    return redirect(voice.get_absolute_url())
