"""Sending: one mail to one person, in their language, with the way to receive no more of them."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from phares.rooms.cooperation import links
from phares.rooms.cooperation.models.letter import When
from phares.rooms.cooperation.queries.mail_wishes import wants
from phares.rooms.directory.models import Person, Pole

Attached = tuple[str, bytes, str]


def send(
    template: str,
    person: Person,
    pole: Pole,
    address: str,
    *,
    subject: str = "",
    html: str = "",
    attached: Sequence[Attached] = (),
    **context: Any,
) -> None:
    """Write to a person, unless they want nothing on this subject; the template's first line is the mail's title.

    A header and the last line stop what is told of this subject in one click; without subject, all that is not dated.
    """
    if subject and wants(person, pole, subject) == When.NEVER:
        return
    stop = links.link(links.STOP, pole, person=person.pk, subject=subject)
    with translation.override(person.language):
        page = settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + address
        shown = {"person": person, "pole": pole, "page": page, "stop": stop, **context}
        title, _rest, body = render_to_string(template, shown).strip().partition("\n")
        title, body = " ".join(title.split()), body.strip() + "\n"
        if subject:
            body += _("Ne plus recevoir ces messages :") + f" {stop}\n"
        rich = render_to_string(html, {**shown, "subject": title}) if html else ""
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    mail = EmailMultiAlternatives(title, body, None, [str(person.email)], headers=headers)
    if rich:
        mail.attach_alternative(rich, "text/html")
    for name, content, kind in attached:
        mail.attach(name, content, kind)
    mail.send()
