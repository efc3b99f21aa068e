"""Acts on shared means: writing what is shared and who uses it, ending a use."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Cooperation, Means, MeansUse, Party
from phares.rooms.directory.actors import Actor


class MeansNotStarted(Refusal):
    """Nothing is paid together before every party has signed."""

    sentence = _("L’accord n’est pas encore signé par toutes les parties : rien n’est encore partagé.")


class TooFewUsers(Refusal):
    """A means is shared by two at least."""

    sentence = _("Un moyen se partage à deux au moins.")
    status = 400


class UseOutOfOrder(Refusal):
    """A use ends on or after its first day, and not within a closed account."""

    sentence = _("Cette date ne va pas : elle vient avant le début, ou dans une période dont le compte est clos.")


@transaction.atomic
def write_means(
    *,
    cooperation: Cooperation,
    title: str,
    detail: str = "",
    users: Sequence[Party],
    from_on: date,
    by: Actor,
    at: datetime,
) -> Means:
    """Write down something that the parties share, and which of them use it from a day on."""
    require(permissions.can_write_means(by, cooperation))
    if not Cooperation.objects.running().filter(pk=cooperation.pk).exists():
        raise MeansNotStarted
    if len({party.pk for party in users}) < 2 or any(party.cooperation_id != cooperation.pk for party in users):
        raise TooFewUsers(field="users")
    means = Means.objects.create(
        cooperation=cooperation, title=title, detail=detail, written_by_id=by.person_id, written_at=at
    )
    for party in users:
        MeansUse.objects.create(means=means, party=party, from_on=from_on)
    publish(events.MeansWritten(cooperation.pole_id, cooperation.pk, means.pk), by=by, at=at)
    return means


@transaction.atomic
def end_use(*, use: MeansUse, until_on: date, by: Actor, at: datetime) -> MeansUse:
    """Say that a party uses a means no more after a day; a closed account does not move."""
    cooperation = use.means.cooperation
    require(use.party in permissions.own_parties(by, cooperation, "keep_promises"))
    use = MeansUse.objects.select_for_update(of=("self",)).select_related("means").get(pk=use.pk)
    closed = use.means.accounts.filter(closed_at__isnull=False, until_on__gte=until_on)
    if until_on < use.from_on or closed.exists():
        raise UseOutOfOrder(field="until_on")
    use.until_on = until_on
    use.save(update_fields=["until_on"])
    publish(events.MeansUseEnded(cooperation.pole_id, cooperation.pk, use.means_id), by=by, at=at)
    return use
