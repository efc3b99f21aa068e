"""Mails of publishing: one subject, one action, one line that says why one receives it."""

from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from phares.rooms.directory.models import Mandate, Person
from phares.rooms.publishing.models import SheetReview


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


def _send(template: str, person: Person, address: str, **context: Any) -> None:
    """Write to a person in their own language; the first line of the template is the subject."""
    with translation.override(person.language):
        page = settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + address
        text = render_to_string(template, {"person": person, "page": page, **context})
    subject, _, body = text.strip().partition("\n")
    send_mail(" ".join(subject.split()), body.strip() + "\n", None, [str(person.email)])
