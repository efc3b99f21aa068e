"""First drafts: what the form of an agreement is pre-filled with, for its writers to correct."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from phares.rooms.cooperation.agreement_words import LONGEST, AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.models import Item, Match
from phares.rooms.cooperation.models.cooperation import Form, Openness
from phares.rooms.cooperation.models.item import Exchange, Kind
from phares.rooms.directory.models import Person, ResidentsGroup
from phares.rooms.directory.models.held import Holder, holder_key

FORM_OF_KIND = {
    Kind.SPACE: Form.LOAN,
    Kind.EQUIPMENT: Form.LOAN,
    Kind.PURCHASE: Form.POOLED_SERVICE,
    Kind.TRANSPORT: Form.POOLED_SERVICE,
}


def from_match(match: Match, sides: list[Holder], today: date) -> AgreementDraft:
    """Return the draft between the one who needs and the one who helps, in the words that both said."""
    need, offer = match.need, match.offer
    start, end = _days(match, today)
    promised = offer.title if offer is not None else need.title
    return AgreementDraft(
        title=need.title,
        purpose=_purpose(match, sides)[: LONGEST["purpose"]],
        form=Form.BARTER if need.exchange == Exchange.BARTER else FORM_OF_KIND.get(Kind(need.kind), Form.CO_PRODUCTION),
        from_on=start,
        until_on=end,
        openness=Openness.POLE,
        parties=tuple(PartyDraft(one) for one in sides),
        promises=(PromiseDraft(by=1, to=0, what=promised), PromiseDraft(by=0, to=1, what="")),
    )


def _purpose(match: Match, sides: list[Holder]) -> str:
    """Return what both sides said, one sentence each."""
    said = [_sentence(_("%(name)s cherche : « %(title)s »."), sides[0], match.need)]
    if match.offer is not None:
        said.append(_sentence(_("%(name)s propose : « %(title)s »."), sides[1], match.offer))
    return "\n".join(said)


def _sentence(pattern: str, side: Holder, item: Item) -> str:
    """Return what one side said, its title first."""
    told = pattern % {"name": side, "title": item.title.rstrip(".")}
    return f"{told} {item.text}".strip()


def _days(match: Match, today: date) -> tuple[date, date | None]:
    """Return the days on which both the need and the offer hold, from today on."""
    items = [item for item in (match.need, match.offer) if item is not None]
    start = max([today, *(item.from_on for item in items if item.from_on)])
    end = min((item.until_on for item in items if item.until_on), default=None)
    return start, end if end is None or end >= start else None


def from_chain(gifts: list[tuple[Holder, Item]], today: date) -> AgreementDraft:
    """Return the draft of a chain of barter: each gives what it offered to the one who comes next."""
    last = len(gifts) - 1
    said = [_sentence(_("%(name)s propose : « %(title)s »."), giver, offer) for giver, offer in gifts]
    return AgreementDraft(
        title=_("Une chaîne d’échanges à %(count)d") % {"count": len(gifts)},
        purpose="\n".join(said)[: LONGEST["purpose"]],
        form=Form.BARTER,
        from_on=today,
        until_on=None,
        openness=Openness.POLE,
        parties=tuple(PartyDraft(giver) for giver, _offer in gifts),
        promises=tuple(
            PromiseDraft(by=place, to=0 if place == last else place + 1, what=offer.title)
            for place, (_giver, offer) in enumerate(gifts)
        ),
    )


def from_pooled(holders: list[Holder], title: str, form: str, said: str, today: date) -> AgreementDraft:
    """Return the draft of what several do together: what it is, what each would take, a promise for each to fill in."""
    return AgreementDraft(
        title=title,
        purpose=said[: LONGEST["purpose"]],
        form=Form.SHARED_JOB if form == "shared_job" else Form.POOLED_SERVICE,
        from_on=today,
        until_on=None,
        openness=Openness.POLE,
        parties=tuple(PartyDraft(holder) for holder in holders),
        promises=tuple(PromiseDraft(by=place, to=None, what="") for place in range(len(holders))),
    )


def between(holders: list[Holder], today: date) -> AgreementDraft:
    """Return the empty draft between those who met: a line for what each promises."""
    two = len(holders) == 2
    promises = tuple(PromiseDraft(by=place, to=1 - place if two else None, what="") for place in range(len(holders)))
    return AgreementDraft(
        title="",
        purpose="",
        form="",
        from_on=today,
        until_on=None,
        openness=Openness.POLE,
        parties=tuple(PartyDraft(holder) for holder in holders),
        promises=promises,
    )


def kinds_of(holders: Iterable[Holder]) -> dict[str, str]:
    """Return what each holder is, by its key: a structure says its mission, a group what it wants."""
    return {holder_key(holder): _kind_of(holder) for holder in holders}


def _kind_of(holder: Holder) -> str:
    if isinstance(holder, Person):
        return _("habitant·e")
    return holder.purpose if isinstance(holder, ResidentsGroup) else holder.mission
