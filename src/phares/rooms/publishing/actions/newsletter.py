"""Acts on newsletters: drafting one from what happened, writing it, sending it; asking for them, wanting no more."""

import secrets
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.publishing import events, permissions
from phares.rooms.publishing.models import Newsletter, Subscription
from phares.rooms.publishing.models.newsletter import Audience
from phares.rooms.publishing.newsletter_draft import drafted_text
from phares.rooms.publishing.queries.newsletters import people_addresses

LONGEST_TEXT = 20_000


class AlreadySent(Refusal):
    """What has left cannot be changed."""

    sentence = gettext_lazy("Cette lettre est partie : elle reste telle qu’elle a été lue.")


@transaction.atomic
def draft_newsletter(
    *, pole: Pole, audience: str, since_on: date, language: str = "fr", by: Actor, at: datetime
) -> Newsletter:
    """Draft a newsletter from what happened since a day, as its readers may know it, in the language it is read in."""
    require(permissions.can_publish(by, pole))
    if audience not in Audience.values or language not in dict(settings.LANGUAGES):
        raise Refusal(_("Ce choix n’existe pas."), field="audience")
    today = as_day(at)
    if since_on > today:
        raise Refusal(_("Ce jour n’est pas encore venu."), field="since_on")
    with translation.override(language):
        letter = Newsletter.objects.create(
            pole=pole,
            audience=audience,
            language=language,
            subject=_("Des nouvelles du pôle %(name)s") % {"name": pole.name},
            text=drafted_text(pole, audience, since_on, today),
            since_on=since_on,
            until_on=today,
            drafted_at=at,
        )
    publish(events.NewsletterDrafted(pole.pk, letter.pk), by=by, at=at)
    return letter


@transaction.atomic
def write_newsletter(*, letter: Newsletter, subject: str, text: str, by: Actor, at: datetime) -> Newsletter:
    """Write a newsletter that has not left."""
    require(permissions.can_publish(by, letter.pole))
    letter = Newsletter.objects.select_for_update().get(pk=letter.pk)
    if letter.sent_at is not None:
        raise AlreadySent
    if not subject.strip() or not text.strip() or len(text) > LONGEST_TEXT:
        raise Refusal(_("Une lettre a un titre et un texte, de vingt mille signes au plus."), field="text")
    letter.subject, letter.text = " ".join(subject.split())[:120], text
    letter.save(update_fields=["subject", "text"])
    publish(events.NewsletterWritten(letter.pole_id, letter.pk), by=by, at=at)
    return letter


@transaction.atomic
def send_newsletter(*, letter: Newsletter, by: Actor, at: datetime) -> Newsletter:
    """Send a newsletter to those who want it; two clicks send it once."""
    require(permissions.can_publish(by, letter.pole))
    letter = Newsletter.objects.select_for_update().select_related("pole").get(pk=letter.pk)
    if letter.sent_at is not None:
        raise AlreadySent
    if letter.audience == Audience.INTERNAL:
        _know_people(letter.pole, at)
    wanted = Subscription.objects.filter(
        pole=letter.pole, audience=letter.audience, confirmed_at__isnull=False, refused_at=None
    )
    letter.sent_at, letter.sent_by_id, letter.recipients = at, by.person_id, wanted.count()
    letter.save()
    publish(events.NewsletterSent(letter.pole_id, letter.pk), by=by, at=at)
    return letter


def _know_people(pole: Pole, at: datetime) -> None:
    """Give each of those who act in the pole an address to say that they want no more; who left gets nothing."""
    people = people_addresses(pole, as_day(at))
    known = Subscription.objects.filter(pole=pole, audience=Audience.INTERNAL)
    known.exclude(email__in=people).delete()
    new = set(people) - set(known.values_list("email", flat=True))
    Subscription.objects.bulk_create(
        Subscription(
            pole=pole,
            email=email,
            audience=Audience.INTERNAL,
            token=secrets.token_urlsafe(32),
            language=people[email],
            asked_at=at,
            confirmed_at=at,
        )
        for email in sorted(new)
    )


@transaction.atomic
def ask_for_newsletters(*, pole: Pole, email: str, language: str = "fr", by: Actor, at: datetime) -> Subscription:
    """Ask for the public newsletters: a mail asks the address itself to say yes, whoever typed it."""
    asked, _new = Subscription.objects.get_or_create(
        pole=pole,
        email=email.lower(),
        audience=Audience.PUBLIC,
        defaults={"token": secrets.token_urlsafe(32), "asked_at": at, "language": language},
    )
    if asked.confirmed_at is None or asked.refused_at is not None:
        publish(events.NewslettersAsked(pole.pk, asked.pk), by=by, at=at)
    return asked


@transaction.atomic
def confirm_subscription(*, subscription: Subscription, by: Actor, at: datetime) -> Subscription:
    """Say yes to the newsletters, from the address that was typed."""
    if subscription.confirmed_at is None or subscription.refused_at is not None:
        subscription.confirmed_at, subscription.refused_at = at, None
        subscription.save(update_fields=["confirmed_at", "refused_at"])
        publish(events.SubscriptionConfirmed(subscription.pole_id, subscription.pk), by=by, at=at)
    return subscription


@transaction.atomic
def unsubscribe(*, subscription: Subscription, by: Actor, at: datetime) -> None:
    """Want no more newsletters: a public address is erased, one of the pole's own is kept as a refusal."""
    publish(events.Unsubscribed(subscription.pole_id, subscription.pk), by=by, at=at)
    if subscription.audience == Audience.PUBLIC:
        subscription.delete()
        return
    subscription.refused_at = at
    subscription.save(update_fields=["refused_at"])
