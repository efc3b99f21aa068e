"""What a member finds on arriving: what waits, what was said, what is done together, what is new."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.days import as_day, since_words
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Commitment, CommitmentChange, Cooperation, Fact, Item, Joining, Party
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.queries import home
from phares.rooms.cooperation.queries.items import OWN
from phares.rooms.cooperation.queries.joining import joinings_to_answer
from phares.rooms.cooperation.queries.matches import TO_WRITE, MatchSeen
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, Structure

MOST_NEWS = 12


def show(actor: Actor, pole: Pole, today: date) -> dict[str, Any]:
    """Return the blocks of the home; those who say nothing here have no needs of theirs to look at.

    Where nothing of this room waits for them, it is not said either: another room may have something that does.
    """
    waiting, news = _waiting(actor, pole, today), _news(actor, pole, today)
    if permissions.can_say(actor, pole):
        return {"blocks": [waiting, _items(actor, pole, today), _cooperations(actor, pole, today), news]}
    return {"blocks": [waiting, news] if waiting.lines else [news]}


def _address(pole: Pole, name: str, *args: Any) -> str:
    return reverse(f"cooperation:{name}", args=[pole.slug, *args])


def _waiting(actor: Actor, pole: Pole, today: date) -> Block:
    """Return what waits for the actor, those who wait for an answer first."""
    waits = home.waiting_for(actor, pole, today)
    lines = [
        *(_match(one, today) for one in waits.matches),
        *(_to_sign(actor, party, today) for party in waits.to_sign),
        *(_joining(one, today) for one in joinings_to_answer(actor, pole)),
        *(_change(change, today) for change in waits.changes),
        *(_to_acknowledge(promise, today) for promise in waits.to_acknowledge),
        *(_to_keep(promise, today) for promise in waits.to_keep),
    ]
    return Block(
        "waiting",
        _("Ce qui vous attend"),
        lines,
        empty=_("Rien ne vous attend. Un besoin, même petit, met les autres en mouvement."),
        empty_action=_("Dire un besoin"),
        empty_url=_address(pole, "say"),
    )


def _match(seen: MatchSeen, today: date) -> Line:
    """Return a proposal to answer, or a text to write when both said that they are interested."""
    match, mine, theirs = seen.match, seen.mine, seen.theirs
    ours = mine is not None and mine.side == Side.NEED
    if seen.standing == TO_WRITE:
        return Line(
            title=_("Vous êtes d’accord avec %(name)s : écrivez-le") % {"name": theirs.holder},
            url=match.get_absolute_url(),
            pieces=[match.need.title],
            action=_("Écrire l’accord"),
            action_url=_address(match.pole, "begin_cooperation", match.pk),
        )
    return Line(
        title=match.need.title,
        url=match.get_absolute_url(),
        pieces=[
            (_("votre besoin, peut-être avec %(name)s") if ours else _("besoin dit par %(name)s"))
            % {"name": theirs.holder},
            _("proposé %(since)s") % {"since": since_words(match.proposed_at, today)},
        ],
        action=_("Répondre"),
        action_url=match.get_absolute_url(),
    )


def _to_sign(actor: Actor, party: Party, today: date) -> Line:
    cooperation = party.cooperation
    pieces = [_("accord écrit %(since)s") % {"since": since_words(cooperation.written_at, today)}]
    if not actor.acts_for(party.holder):
        pieces.insert(0, _("à signer en présence : %(name)s") % {"name": party})
    return Line(
        title=cooperation.title,
        url=cooperation.get_absolute_url(),
        pieces=pieces,
        chip=_("à signer"),
        tone="wait",
        action=_("Lire et signer"),
        action_url=_address(cooperation.pole, "agreement", cooperation.pk),
    )


def _joining(joining: Joining, today: date) -> Line:
    return Line(
        title=_("%(name)s veut prendre part") % {"name": joining},
        url=joining.cooperation.get_absolute_url(),
        pieces=[joining.cooperation.title, _("demandé %(since)s") % {"since": since_words(joining.asked_at, today)}],
        action=_("Répondre"),
        action_url=_address(joining.cooperation.pole, "answer_joining", joining.pk),
    )


def _change(change: CommitmentChange, today: date) -> Line:
    commitment = change.commitment
    return Line(
        title=_("Un changement proposé par %(name)s") % {"name": change.proposed_by},
        url=commitment.cooperation.get_absolute_url(),
        pieces=[commitment.what, _("proposé %(since)s") % {"since": since_words(change.proposed_at, today)}],
        action=_("Répondre"),
        action_url=commitment.cooperation.get_absolute_url(),
    )


def _to_acknowledge(promise: Commitment, today: date) -> Line:
    return Line(
        title=_("C’est fait, selon %(name)s") % {"name": promise.promised_by},
        url=promise.cooperation.get_absolute_url(),
        pieces=[promise.what, since_words(promise.done_on or today, today)],
        action=_("Confirmer"),
        action_url=promise.cooperation.get_absolute_url(),
    )


def _to_keep(promise: Commitment, today: date) -> Line:
    is_late = promise.is_late(today)
    to = str(promise.promised_to) if promise.promised_to else _("tous")
    return Line(
        title=promise.what,
        url=promise.cooperation.get_absolute_url(),
        pieces=[_("promis à %(name)s") % {"name": to}, promise.cooperation.title],
        day=promise.due_on,
        chip=_("en attente") if is_late else _("à tenir"),
        tone="late" if is_late else "wait",
        action=_("Dire où l’on en est"),
        action_url=promise.cooperation.get_absolute_url(),
    )


def _items(actor: Actor, pole: Pole, today: date) -> Block:
    """Return the needs and offers of those acted for; for whoever notes for others, what was noted."""
    lines = [_item(item, actor, today) for item in home.own_items(actor, pole, today)]
    return Block(
        "items",
        _("Nos besoins et nos offres") if actor.holder else _("Ce que vous avez noté"),
        lines,
        all_url=_address(pole, "items") + (f"?qui={OWN}" if actor.holder else ""),
        empty=_("Dites ce qui vous manque ou ce que vous pouvez prêter : vous verrez aussitôt avec qui."),
        empty_action=_("Dire un besoin ou une offre"),
        empty_url=_address(pole, "say"),
        goes_on=True,
    )


def _item(item: Item, actor: Actor, today: date) -> Line:
    said = [
        item.get_side_display(),
        item.get_kind_display(),
        _("dit %(since)s") % {"since": since_words(item.said_on, today)},
    ]
    return Line(
        title=item.title,
        url=item.get_absolute_url(),
        pieces=said if actor.holder else [str(item.holder), *said],
        action=_("Qui peut aider") if item.is_need else "",
        action_url=_address(item.pole, "helpers", item.pk) if item.is_need else "",
    )


def _cooperations(actor: Actor, pole: Pole, today: date) -> Block:
    """Return what those acted for do with others."""
    lines = [_cooperation(one, actor, today) for one in home.own_cooperations(actor, pole)]
    return Block(
        "cooperations",
        _("Ce que nous faisons avec d’autres") if actor.holder else _("Ce que font celles et ceux pour qui vous notez"),
        lines,
        all_url=_address(pole, "register"),
        empty=_("Une coopération commence par un besoin, une offre et une phrase écrite à deux."),
        empty_action=_("Voir ce que font les autres"),
        empty_url=_address(pole, "register"),
    )


def _cooperation(cooperation: Cooperation, actor: Actor, today: date) -> Line:
    """Return a cooperation with its other parties and since when."""
    others = [str(party) for party in cooperation.parties.all() if not actor.acts_for(party.holder)]
    to_sign = cooperation.state == State.TO_SIGN
    since = _("écrit %(since)s") if to_sign else _("signé %(since)s")
    moment = cooperation.written_at if to_sign else cooperation.started_at or cooperation.written_at
    return Line(
        title=cooperation.title,
        url=cooperation.get_absolute_url(),
        pieces=[_("avec %(names)s") % {"names": ", ".join(others)}, since % {"since": since_words(moment, today)}],
        chip=cooperation.get_state_display() if to_sign else "",
        tone="wait",
    )


def _news(actor: Actor, pole: Pole, today: date) -> Block:
    """Return what others did in the pole lately."""
    return Block(
        "news",
        _("Du nouveau au pôle"),
        [_told(news, today) for news in home.news_of(actor, pole, MOST_NEWS)],
        empty=_("Quand une structure dira un besoin ou signera un accord, vous le lirez ici."),
        is_aside=True,
    )


def _told(news: home.News, today: date) -> Line:
    """Return a piece of news in words."""
    return Line(
        title=_headline(news), url=_page(news.thing), pieces=[_about(news), since_words(as_day(news.at), today)]
    )


def _headline(news: home.News) -> str:
    """Return the first words of a piece of news: the thing itself."""
    return news.thing.what if isinstance(news.thing, Fact) else str(news.thing)


def _page(thing: Item | Cooperation | Fact | Structure) -> str:
    return thing.cooperation.get_absolute_url() if isinstance(thing, Fact) else thing.get_absolute_url()


def _about(news: home.News) -> str:
    """Return what sort of news it is, and whose."""
    thing = news.thing
    if isinstance(thing, Item):
        words = _("besoin dit par %(name)s") if thing.is_need else _("offre dite par %(name)s")
        return words % {"name": thing.holder}
    if isinstance(thing, Fact):
        return thing.cooperation.title
    return str(_ABOUT[news.event])


_ABOUT = {
    "StructureAdmitted": gettext_lazy("prend part au pôle"),
    "CooperationStarted": gettext_lazy("accord signé par toutes les parties"),
    "CooperationEnded": gettext_lazy("coopération terminée"),
}
