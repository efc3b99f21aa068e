"""The links of mails: what each lets its reader do, for whom, and whether it still may."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.refusals import Refusal
from phares.rooms.commons.signed_links import read_signed, signed
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate, Person, Pole

ANSWER, EXTEND, CHAIN, POOLED, STOP = "answer", "extend", "chain", "pooled", "stop"
ADDRESSES = {
    ANSWER: "cooperation:signed_answer",
    EXTEND: "cooperation:signed_extend",
    CHAIN: "cooperation:signed_chain",
    POOLED: "cooperation:signed_pooled",
    STOP: "cooperation:stop_mails",
}
LASTS = timedelta(days=30)
STOP_LASTS = timedelta(days=3650)
"""A link that stops mails is good for as long as somebody may keep the mail."""


class LinkSpent(Refusal):
    """The link is too old, was altered, or was made for something else."""

    sentence = _("Ce lien ne sert plus : il a plus d’un mois, ou il a été recopié à moitié. Entrez sur le site.")
    status = 410


class MandateOver(Refusal):
    """Who was written to no longer acts for the structure."""

    sentence = _("Ce lien ne sert plus : le mandat pour lequel il vous a été envoyé a pris fin.")
    status = 410


@dataclass(frozen=True)
class Opened:
    """What a link holds, and as whom it acts."""

    facts: dict[str, Any]
    actor: Actor


def link(purpose: str, pole: Pole, **facts: int | str) -> str:
    """Return the whole address of a signed link."""
    token = signed(purpose, {"pole": pole.pk, **facts})
    return settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + reverse(ADDRESSES[purpose], args=[pole.slug, token])


def _opened(purpose: str, token: str, pole: Pole, within: timedelta) -> dict[str, Any]:
    """Return what a link of this purpose holds; refuse one too old, altered or made for another."""
    facts = read_signed(purpose, token, within=within)
    if not isinstance(facts, dict):
        raise LinkSpent
    if facts.get("pole") != pole.pk:
        raise Http404
    return facts


def open_link(purpose: str, token: str, pole: Pole, day: date) -> Opened:
    """Read a link that acts with a mandate; refuse it once the mandate has ended."""
    facts = _opened(purpose, token, pole, LASTS)
    held = Mandate.objects.on(day).filter(pk=facts.get("mandate"), pole=pole, person__is_active=True)
    mandate = held.select_related("person", "structure__pole", "group", "pole").first()
    if mandate is None:
        raise MandateOver
    return Opened(facts, Actor(mandate.person, mandate))


def person_of_stop_link(token: str, pole: Pole) -> tuple[Person, str]:
    """Return whose mails a link stops, and on which subject alone, if on one."""
    facts = _opened(STOP, token, pole, STOP_LASTS)
    person = Person.objects.filter(pk=facts.get("person")).first()
    if person is None:
        raise MandateOver
    return person, str(facts.get("subject", ""))
