"""Acts on what an answer proposes to be judged on: writing a figure, taking it off."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal
from phares.rooms.directory.actors import Actor
from phares.rooms.funding import events
from phares.rooms.funding.actions.application import held
from phares.rooms.funding.actions.grant import MOST_TARGET, Implausible
from phares.rooms.funding.models import Application, ProposedIndicator

MOST = 20


@transaction.atomic
def propose_indicator(
    *, application: Application, label: str, unit: str, target: Decimal, by: Actor, at: datetime
) -> ProposedIndicator:
    """Say what the answer will reach, with a figure; if it is won, this is what its funder was promised."""
    application = held(application, by)
    if not 0 <= target <= MOST_TARGET:
        raise Implausible(_("Ce chiffre passe le milliard : relisez-le."), field="target")
    if application.indicators.filter(label__iexact=label.strip()).exists():
        raise Refusal(_("Cet indicateur est déjà proposé."), field="label")
    if application.indicators.count() >= MOST:
        raise Refusal(_("Vingt chiffres suffisent à juger un projet."), field="label")
    indicator = ProposedIndicator.objects.create(
        application=application, label=label.strip(), unit=unit.strip(), target=target
    )
    publish(events.ProposedIndicatorsChanged(application.pole_id, application.pk), by=by, at=at)
    return indicator


@transaction.atomic
def take_indicator_back(*, indicator: ProposedIndicator, by: Actor, at: datetime) -> None:
    """Propose it no more, as long as the file has not left."""
    application = held(indicator.application, by)
    ProposedIndicator.objects.filter(pk=indicator.pk).delete()
    publish(events.ProposedIndicatorsChanged(application.pole_id, application.pk), by=by, at=at)
