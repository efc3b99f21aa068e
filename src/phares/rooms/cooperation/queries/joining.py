"""Reads of requests to take part: which wait in a cooperation, who has agreed, for whom this reader may answer."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Cooperation, Joining, JoiningConsent, Party
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.cooperation.models.joining import JoiningState
from phares.rooms.cooperation.queries.agreements import Choices
from phares.rooms.cooperation.queries.cooperations import HOLDERS
from phares.rooms.cooperation.queries.home import HELD, own
from phares.rooms.directory import queries as directory
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder, holder_key


@dataclass(frozen=True)
class JoiningShown:
    """A request to take part, who agreed to it under the text in force, who has still to answer, what one may do."""

    joining: Joining
    agreed: list[Party]
    missing: list[Party]
    to_answer: list[Party]
    may_withdraw: bool

    @property
    def waits(self) -> bool:
        """Say whether it has no answer yet, in a cooperation that goes on."""
        return self.joining.state == JoiningState.WAITING and self.joining.cooperation.state == State.RUNNING


def joinings_of(actor: Actor, cooperation: Cooperation) -> list[JoiningShown]:
    """Return the requests that wait in a cooperation, and the last answer that those who asked have not joined by."""
    seen = permissions.visible_joinings(actor, cooperation.pole).filter(cooperation=cooperation)
    return [_shown(actor, one) for one in _whole(seen) if one.state == JoiningState.WAITING or _told(actor, one)]


def _told(actor: Actor, joining: Joining) -> bool:
    """A request that was not accepted is read by those who made it alone."""
    return joining.state == JoiningState.REFUSED and permissions.can_withdraw_joining(actor, joining)


def _whole(joinings: QuerySet[Joining]) -> QuerySet[Joining]:
    parties = [f"cooperation__{one}" for one in HOLDERS]
    return joinings.select_related("cooperation__pole", "asked_by", *HELD).prefetch_related(*parties)


def _shown(actor: Actor, joining: Joining) -> JoiningShown:
    cooperation = joining.cooperation
    consents = JoiningConsent.objects.filter(joining=joining, agreement__replaced_at=None)
    agreed = set(consents.values_list("party_id", flat=True))
    parties = list(cooperation.parties.all())
    missing = [party for party in parties if party.pk not in agreed]
    is_open = joining.state == JoiningState.WAITING and cooperation.state == State.RUNNING
    return JoiningShown(
        joining=joining,
        agreed=[party for party in parties if party.pk in agreed],
        missing=missing,
        to_answer=[one for one in missing if is_open and permissions.can_agree_to_joining(actor, one)],
        may_withdraw=is_open and permissions.can_withdraw_joining(actor, joining),
    )


def joining_numbered(actor: Actor, pole: Pole, pk: int) -> JoiningShown | None:
    """Return a request that this reader may see."""
    one = _whole(permissions.visible_joinings(actor, pole).filter(pk=pk)).first()
    return _shown(actor, one) if one is not None else None


def joinings_to_answer(actor: Actor, pole: Pole) -> list[Joining]:
    """Return the requests that wait for a yes or a no of those acted for."""
    mine = Party.objects.filter(own(actor, pole)).values("cooperation_id")
    waiting = Joining.objects.filter(
        cooperation__in=mine, cooperation__pole=pole, cooperation__state=State.RUNNING, closed_at=None
    )
    return [shown.joining for one in _whole(waiting) if (shown := _shown(actor, one)).to_answer]


def possible_newcomers(actor: Actor, cooperation: Cooperation, day: date) -> Choices:
    """Return for whom this reader may ask: its own structure or group, residents and groups that it notes for."""
    pole, taken = cooperation.pole, {party.holder_key for party in cooperation.parties.all()}
    notes = actor.may("note_for_others", pole)
    own: list[Holder] = [actor.holder] if actor.holder is not None and actor.may("sign", pole) else []
    groups: list[Holder] = [one for one in directory.residents_groups(pole) if one not in own] if notes else []
    residents: list[Holder] = list(directory.residents_of(pole, day)) if notes else []
    sorts = [(_("Nous"), own), (_("Habitantes et habitants"), residents), (_("Groupes"), groups)]
    free = [(words, [(holder_key(one), one) for one in held if holder_key(one) not in taken]) for words, held in sorts]
    return [(words, held) for words, held in free if held]
