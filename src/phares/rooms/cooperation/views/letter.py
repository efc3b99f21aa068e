"""What one receives: choosing it, the day of the pole's letter, stopping all mails in one click."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, links, permissions
from phares.rooms.cooperation.forms.letter import LetterDayForm, MailWishForm
from phares.rooms.cooperation.models.letter import SUBJECTS
from phares.rooms.cooperation.queries import mail_wishes as queries
from phares.rooms.directory.gate import members


@writes
@members
def letter_wishes(request: Any) -> HttpResponse:
    """Choose what one receives of this pole."""
    actor, pole = request.actor, request.pole
    require(permissions.can_wish_mails(actor, pole))
    wish = queries.mail_wish(request.user, pole)

    def act(entry: dict[str, Any]) -> str:
        actions.wish_mails(pole=pole, **entry, by=actor, at=timezone.now())
        messages.success(request, _("C’est retenu."))
        return reverse("cooperation:letter_wishes", args=[pole.slug])

    return form_page(
        request,
        MailWishForm(
            request.POST if request.method == "POST" else None,
            initial={name: getattr(wish, name) for name in SUBJECTS},
        ),
        act,
        template="cooperation/letter_wishes.html",
        heading=_("Ce que je reçois par courriel"),
        lead=_(
            "Une lettre par semaine, et seulement quand quelque chose vous attend. Un accord à signer et une promesse "
            "à tenir vous sont toujours écrits : ils ont une date."
        ),
        submit_label=_("Enregistrer"),
        back_url=reverse("directory:public", args=[pole.slug]),
        back_label=pole.name,
        weekday=queries.letter_weekday(pole),
        day_form=LetterDayForm(initial={"weekday": queries.letter_weekday(pole)})
        if permissions.can_choose_letter_day(actor, pole)
        else None,
        next_at=queries.next_letter_at(pole, timezone.now()),
    )


@writes
@members
def choose_letter_day(request: Any) -> HttpResponse:
    """Choose the day on which the pole's letter leaves."""
    pole = request.pole
    require(permissions.can_choose_letter_day(request.actor, pole))
    address = reverse("cooperation:letter_wishes", args=[pole.slug])

    def act(entry: dict[str, Any]) -> str:
        actions.choose_letter_day(pole=pole, weekday=entry["weekday"], by=request.actor, at=timezone.now())
        messages.success(request, _("C’est retenu."))
        return address

    return form_page(
        request,
        LetterDayForm(
            request.POST if request.method == "POST" else None, initial={"weekday": queries.letter_weekday(pole)}
        ),
        act,
        heading=_("Le jour de la lettre"),
        lead=_("Une lettre par semaine et par personne, et seulement quand quelque chose l’attend."),
        submit_label=_("Enregistrer"),
        back_label=_("Ce que je reçois"),
        back_url=address,
    )


@csrf_exempt
@writes
def stop_mails(request: Any, token: str) -> HttpResponse:
    """Stop what is told of one subject, or all of it; the mail program's own button posts here too (RFC 8058)."""
    person, subject = links.person_of_stop_link(token, request.pole)
    is_done = request.method == "POST"
    if is_done:
        actions.stop_mails(person=person, pole=request.pole, subject=subject, at=timezone.now())
    answer = render(request, "cooperation/stop_mails.html", {"is_done": is_done, "subject": subject})
    answer["Cache-Control"] = "no-store"
    return answer
