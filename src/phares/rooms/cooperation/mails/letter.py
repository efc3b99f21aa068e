"""The weekly letter: what waits, one action a line, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.blocks import Line
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
    "h2 { font-size: 21px; margin: 32px 0 8px; color: #15294d; }"
    "h3 { font-size: 17px; margin: 20px 0 8px; color: #15294d; }"
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


@dataclass(frozen=True)
class Section:
    """What concerns one structure or group, under its name where the letter has several."""

    name: str
    parts: Sequence[tuple[str, Sequence[Told]]]


def send_letter(letter: queries.Letter, day: date) -> None:
    """Write to a person all that waits for them, structure by structure, in their own language."""
    holders = [str(part.mandate.structure or part.mandate.group) for part in letter.parts]
    with translation.override(letter.person.language):
        several = len(holders) > 1
        sections = [_section(part, day, several) for part in letter.told]
        said = [_new(one) for one in letter.new]
        if said:
            sections.append(Section("", [(_("Dits cette semaine"), said)]))
        names = get_text_list(holders, _("et"))
    send(
        "cooperation/mails/letter.txt",
        letter.person,
        letter.pole,
        reverse("cooperation:letter_wishes", args=[letter.pole.slug]),
        html="cooperation/mails/letter.html",
        style=STYLE,
        sections=sections,
        count=sum(len(lines) for section in sections for _title, lines in section.parts),
        holder=names,
    )


def _section(part: queries.LetterPart, day: date, several: bool) -> Section:
    """Return what one mandate's part tells, sort by sort."""
    mandate = part.mandate
    asked = [
        *(_match(one, mandate, day) for one in part.to_answer),
        *(_chain(one, mandate) for one in part.chains),
        *(_pooled(one, mandate) for one in part.pooled),
    ]
    yours = [
        *(_noted(one) for one in part.noted),
        *(_noted_answer(one) for one in part.noted_answers),
        *(_expiring(one, mandate, day) for one in part.expiring),
    ]
    parts = [
        (_("On attend votre réponse"), asked),
        (_("On vous a répondu"), [*map(_answered, part.answered), *map(_settled, part.closed)]),
        (_("Entre vous"), [_thread(one) for one in part.threads]),
        (_("Vous pourriez vous entendre"), [_found(one, mandate) for one in part.found]),
        (_("Vos besoins et vos offres"), yours),
    ]
    parts += [(block.title, [_from_above(line) for line in block.lines]) for block in part.above]
    name = str(mandate.structure or mandate.group) if several else ""
    return Section(name, [(title, lines) for title, lines in parts if lines])


def _from_above(line: Line) -> Told:
    """Return a line of a room above."""
    return Told(line.title, ", ".join(map(str, line.pieces)), line.action, _page(line.action_url))


def _answered(seen: MatchSeen) -> Told:
    """Return what the other side of a match answered."""
    answer = seen.theirs.answer
    about = _("%(name)s a répondu : %(choice)s") % {
        "name": seen.theirs.holder,
        "choice": answer.get_choice_display() if answer else "",
    }
    return Told(seen.match.need.title, about, _("Voir"), _page(seen.match.get_absolute_url()))


def _settled(one: ChainLink) -> Told:
    """Return what became of a chain that one had accepted."""
    agreed = one.chain.agreed_at is not None
    about = _("chaîne d’échanges : tout le monde est d’accord") if agreed else _("la chaîne d’échanges est close")
    return Told(one.need.title, about, _("Voir"), _page(one.chain.get_absolute_url()))


def _thread(news: queries.ThreadNews) -> Told:
    """Return what was written in a common thread."""
    words = ngettext(
        "un message, de %(name)s",
        "%(count)s messages, le dernier de %(name)s",
        news.count,
    )
    about = words % {"count": news.count, "name": news.last.holder}
    path = reverse("cooperation:thread", args=[news.cooperation.pole.slug, news.cooperation.pk])
    return Told(news.cooperation.title, about, _("Lire et répondre"), _page(path))


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


def _noted_answer(seen: MatchSeen) -> Told:
    """Return an answer that somebody noted for one's own structure."""
    answer = seen.mine.answer if seen.mine else None
    about = _("réponse notée pour vous : %(choice)s") % {"choice": answer.get_choice_display() if answer else ""}
    if answer and answer.said_by:
        about += _(", dit par %(name)s") % {"name": answer.said_by}
    return Told(seen.match.need.title, about, _("Relire"), _page(seen.match.get_absolute_url()))


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
