"""What is asked of a member beside proposals: to look at what was noted, to prolong, to answer chains and pools.

And what La semaine follows: bourses, three months after.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.days import as_day, since_words
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import ChainLink, Item, PooledPart, ProposedTime
from phares.rooms.cooperation.queries import bourse, letter
from phares.rooms.cooperation.queries.bourse import FOLLOWED_AFTER
from phares.rooms.cooperation.queries.meeting import times_waiting
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole

FOLLOWED_FOR = timedelta(days=21)


def show(actor: Actor, pole: Pole, today: date) -> dict[str, Any]:
    """Return what is asked of those acted for; nothing is shown where nothing is."""
    if actor.holder is None or not permissions.can_say(actor, pole):
        return {"blocks": []}
    lines = list(_lines(actor, pole, today))
    return {"blocks": [Block("asked", _("À relire, à prolonger, à décider"), lines)] if lines else []}


def _lines(actor: Actor, pole: Pole, today: date) -> Iterator[Line]:
    for time in times_waiting(actor, pole):
        yield _time(time)
    for link in letter.links_to_answer(actor, pole):
        yield _chain(link)
    for part in letter.parts_to_answer(actor, pole, today):
        yield _pooled(part)
    for item in letter.items_to_keep(actor, pole, today):
        yield _noted(item)
    for item in letter.items_expiring(actor, pole, today):
        yield _expiring(item, today)


def _time(time: ProposedTime) -> Line:
    return Line(
        title=time.match.need.title,
        url=time.match.get_absolute_url(),
        pieces=[_("un moment est proposé pour se voir")],
        day=as_day(time.starts_at),
        action=_("Répondre"),
        action_url=time.match.get_absolute_url(),
    )


def _chain(link: ChainLink) -> Line:
    url = link.chain.get_absolute_url()
    about = _("une chaîne d’échanges : vous donnez « %(title)s »") % {"title": link.offer.title}
    return Line(title=link.need.title, url=url, pieces=[about], action=_("Répondre"), action_url=url)


def _pooled(part: PooledPart) -> Line:
    url = part.proposal.get_absolute_url()
    about = [str(part.proposal.get_form_display())]
    return Line(title=part.proposal.title, url=url, pieces=about, action=_("Répondre"), action_url=url)


def _noted(item: Item) -> Line:
    pieces = [_("noté pour vous par %(name)s") % {"name": item.noted_by} if item.noted_by else _("noté pour vous")]
    if item.said_by:
        pieces.append(_("dit par %(name)s") % {"name": item.said_by})
    url = item.get_absolute_url()
    return Line(title=item.title, url=url, pieces=pieces, action=_("Relire"), action_url=url)


def _expiring(item: Item, today: date) -> Line:
    return Line(
        title=item.title,
        url=item.get_absolute_url(),
        pieces=[_("ne sera plus montré %(when)s") % {"when": since_words(item.expires_on or today, today)}],
        action=_("Prolonger"),
        action_url=reverse("cooperation:extend_item", args=[item.pole.slug, item.pk]),
    )


def show_week(actor: Actor, pole: Pole, today: date) -> dict[str, Any]:
    """Return the bourses held three months ago, each with what became of it."""
    held = bourse.bourses_to_follow(pole.pk, today - FOLLOWED_AFTER - FOLLOWED_FOR, today - FOLLOWED_AFTER)
    lines = [_followed(bourse.follow_up(one), today) for one in held]
    return {"blocks": [Block("bourses", _("Des bourses, trois mois après"), lines)]}


def _followed(one: bourse.Followed, today: date) -> Line:
    url = one.gathering.get_absolute_url()
    signed = ngettext("%(count)d accord signé sur place", "%(count)d accords signés sur place", one.signed)
    since = ngettext("%(count)d signé depuis", "%(count)d signés depuis", one.since)
    pieces = [
        _("tenue %(since)s") % {"since": since_words(one.gathering.starts_at, today)},
        signed % {"count": one.signed},
        ngettext("%(count)d encore en cours", "%(count)d encore en cours", one.running) % {"count": one.running},
        since % {"count": one.since},
    ]
    return Line(title=one.gathering.title, url=url, pieces=pieces, action=_("Prendre des nouvelles"), action_url=url)
