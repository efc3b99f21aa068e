"""The weekly letter: what waits, one action a line, in the reader's language."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from phares.rooms.commons.days import day_words, since_words
from phares.rooms.cooperation import links
from phares.rooms.cooperation.mails.sending import send
from phares.rooms.cooperation.models import ChainLink, Item, PooledPart
from phares.rooms.cooperation.queries import letter as queries
from phares.rooms.cooperation.queries.matches import MatchSeen
from phares.rooms.cooperation.queries.matching import Proposal
from phares.rooms.directory.models import Mandate

# A mail carries its own style: a mail program loads no style sheet of ours.
STYLE = SafeString(
    "<style>"
    "body { margin: 0; background: #fbfaf6; color: #1c2634; font: 16px/1.5 system-ui, sans-serif; }"
    ".letter { max-width: 36rem; margin: 0 auto; padding: 24px 16px; }"
    "h2 { font-size: 19px; margin: 28px 0 8px; color: #15294d; }"
    ".line { border-top: 1px solid #d8d4c8; padding: 12px 0; }"
    ".line p { margin: 0 0 4px; }"
    ".about, .foot { color: #586174; }"
    ".foot { font-size: 14px; border-top: 1px solid #d8d4c8; padding-top: 16px; }"
    "a { color: #15294d; }"
    ".button { display: inline-block; margin-top: 6px; padding: 10px 18px; border: 1px solid #15294d; "
    "border-radius: 6px; text-decoration: none; }"
    "</style>"
)


@dataclass(frozen=True)
class Told:
    """One line: what it is, a word about it, the one thing to do, where."""

    title: str
    about: str
    action: str
    url: str


def send_letter(letter: queries.Letter, day: date) -> None:
    """Write to the person of a mandate all that waits for them, in their own language."""
    mandate = letter.mandate
    with translation.override(mandate.person.language):
        parts = [(title, lines) for title, lines in _parts(letter, day) if lines]
    send(
        "cooperation/mails/letter.txt",
        mandate.person,
        mandate.pole,
        reverse("cooperation:letter_wishes", args=[mandate.pole.slug]),
        html="cooperation/mails/letter.html",
        style=STYLE,
        parts=parts,
        count=sum(len(lines) for _title, lines in parts),
        holder=mandate.structure or mandate.group,
    )


def _parts(letter: queries.Letter, day: date) -> list[tuple[str, list[Told]]]:
    """Return the letter part by part."""
    mandate = letter.mandate
    asked = [
        *(_match(one, mandate, day) for one in letter.to_answer),
        *(_chain(one, mandate) for one in letter.chains),
        *(_pooled(one, mandate) for one in letter.pooled),
    ]
    yours = [
        *(_noted(one) for one in letter.noted),
        *(_expiring(one, mandate, day) for one in letter.expiring),
    ]
    return [
        (_("On attend votre réponse"), asked),
        (_("Vous pourriez vous entendre"), [_found(one, mandate) for one in letter.found]),
        (_("Vos besoins et vos offres"), yours),
        (_("Dits cette semaine"), [_new(one) for one in letter.new]),
    ]


def _match(seen: MatchSeen, mandate: Mandate, day: date) -> Told:
    """Return a proposal to answer."""
    mine = seen.mine
    facts: dict[str, Any] = {"match": seen.match.pk, "side": mine.side if mine else ""}
    answer = mine.answer.pk if mine and mine.answer else 0
    about = _("avec %(name)s, proposé %(since)s") % {
        "name": seen.theirs.holder,
        "since": since_words(seen.match.proposed_at or day, day),
    }
    url = links.link(links.ANSWER, mandate.pole, mandate=mandate.pk, seen=answer, **facts)
    return Told(seen.match.need.title, about, _("Répondre"), url)


def _found(proposal: Proposal, mandate: Mandate) -> Told:
    """Return somebody whom the engine puts beside one's own need or offer."""
    own = proposal.offer if proposal.other is proposal.need else proposal.need
    facts = {"need": proposal.need.pk, "offer": proposal.offer.pk, "side": own.side}
    said = _("%(name)s cherche : « %(title)s »") if proposal.other.is_need else _("%(name)s propose : « %(title)s »")
    url = links.link(links.ANSWER, mandate.pole, mandate=mandate.pk, seen=0, **facts)
    return Told(own.title, said % {"name": proposal.other.holder, "title": proposal.other.title}, _("Répondre"), url)


def _chain(one: ChainLink, mandate: Mandate) -> Told:
    """Return a place in a chain to accept or not."""
    about = _("une chaîne d’échanges : vous donnez « %(title)s »") % {"title": one.offer.title}
    url = links.link(links.CHAIN, mandate.pole, mandate=mandate.pk, link=one.pk)
    return Told(one.need.title, about, _("Répondre"), url)


def _pooled(part: PooledPart, mandate: Mandate) -> Told:
    """Return a proposal to several to answer."""
    about = str(part.proposal.get_form_display())
    url = links.link(links.POOLED, mandate.pole, mandate=mandate.pk, part=part.pk)
    return Told(part.proposal.title, about, _("Répondre"), url)


def _noted(item: Item) -> Told:
    """Return what somebody noted for one's own structure."""
    about = _("noté pour vous par %(name)s") % {"name": item.noted_by} if item.noted_by else _("noté pour vous")
    if item.said_by:
        about += _(", dit par %(name)s") % {"name": item.said_by}
    return Told(item.title, about, _("Relire"), _page(item.get_absolute_url()))


def _expiring(item: Item, mandate: Mandate, day: date) -> Told:
    """Return a need or an offer that will soon no longer be shown."""
    about = _("montré jusqu’au %(day)s") % {"day": day_words(item.expires_on or day)}
    return Told(
        item.title, about, _("Prolonger"), links.link(links.EXTEND, mandate.pole, mandate=mandate.pk, item=item.pk)
    )


def _new(item: Item) -> Told:
    """Return a need that somebody said in the week."""
    return Told(item.title, str(item.holder), _("Nous pouvons aider"), _page(f"{item.get_absolute_url()}aider/"))


def _page(path: str) -> str:
    return settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + path
