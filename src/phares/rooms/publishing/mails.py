"""Mails of publishing: one subject, one action, one line that says why one receives it."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from phares.rooms.directory.models import Mandate, Person
from phares.rooms.publishing import calendar
from phares.rooms.publishing.models import Newsletter, Registration, SheetReview, Subscription
from phares.rooms.publishing.sheet_text import as_html, as_plain


def reviewers_to_write_to(review: SheetReview) -> list[Person]:
    """Return the persons with a mail who sign today for the structure or group quoted; nobody for a resident."""
    if review.resident_id is not None:
        return []
    held = Mandate.objects.on(timezone.localdate()).filter(structure=review.structure, group=review.group)
    people = {
        mandate.person
        for mandate in held.select_related("person")
        if "sign" in mandate.as_role.rights and mandate.person.email and mandate.person.is_active
    }
    return sorted(people, key=lambda person: person.pk)


def send_review_asked(review: SheetReview, person: Person) -> None:
    """Ask one who is quoted whether the sheet may go out."""
    address = reverse("publishing:answer_review", args=[review.sheet.pole.slug, review.pk])
    _send("publishing/mails/review_asked.txt", person, address, review=review)


def send_registration(registration: Registration) -> None:
    """Tell somebody where their registration stands, with the date as a calendar file and the way to cancel."""
    gathering = registration.list.gathering
    with translation.override(registration.language):
        page = _whole(reverse("publishing:own_registration", args=[gathering.pole.slug, registration.token]))
        text = render_to_string(
            "publishing/mails/registration.txt",
            {"registration": registration, "gathering": gathering, "page": page, "pole": gathering.pole},
        )
    subject, _, body = text.strip().partition("\n")
    message = EmailMessage(" ".join(subject.split()), body.strip() + "\n", None, [registration.email])
    message.attach("rencontre.ics", calendar.of_gatherings([gathering], _whole("/")), "text/calendar")
    message.send()


def send_newsletter(letter: Newsletter, subscription: Subscription) -> None:
    """Send a newsletter, as text and as a page, with one click to want no more (RFC 8058)."""
    slug = letter.pole.slug
    leave = _whole(reverse("publishing:unsubscribe", args=[slug, subscription.token]))
    with translation.override(subscription.language):
        context = {
            "letter": letter,
            "language": subscription.language,
            "plain": as_plain(letter.text),
            "html": as_html(letter.text),
            "leave": leave,
            "page": _whole(reverse("publishing:newsletter", args=[slug, letter.pk])),
        }
        message = EmailMultiAlternatives(
            letter.subject,
            render_to_string("publishing/mails/newsletter.txt", context).strip() + "\n",
            None,
            [subscription.email],
            headers={"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
        )
        message.attach_alternative(render_to_string("publishing/mails/newsletter.html", context), "text/html")
    message.send()


def send_subscription_asked(subscription: Subscription) -> None:
    """Ask an address whether it wants newsletters."""
    path = reverse("publishing:confirm_subscription", args=[subscription.pole.slug, subscription.token])
    with translation.override(subscription.language):
        context = {"pole": subscription.pole, "page": _whole(path)}
        text = render_to_string("publishing/mails/subscription_asked.txt", context)
    subject, _, body = text.strip().partition("\n")
    send_mail(" ".join(subject.split()), body.strip() + "\n", None, [subscription.email])


def _whole(path: str) -> str:
    """Return the whole address of a path of this site."""
    return settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + path


def _send(template: str, person: Person, address: str, **context: Any) -> None:
    """Write to a person in their own language; the first line of the template is the subject."""
    with translation.override(person.language):
        page = settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + address
        text = render_to_string(template, {"person": person, "page": page, **context})
    subject, _, body = text.strip().partition("\n")
    send_mail(" ".join(subject.split()), body.strip() + "\n", None, [str(person.email)])
