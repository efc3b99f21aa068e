"""Acts on searches for teams: asking for one, and keeping what the engine answered."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from phares.engine import coalitions as engine
from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal
from phares.rooms.directory.actors import Actor
from phares.rooms.funding import events
from phares.rooms.funding.actions.application import held
from phares.rooms.funding.composed import told_of
from phares.rooms.funding.models import Application, Composition
from phares.rooms.funding.models.application import GIVEN_UP, SECONDS, SolveState
from phares.rooms.funding.queries import team

MOST_CANDIDATES = 2_000


@transaction.atomic
def ask_for_teams(*, application: Application, by: Actor, at: datetime) -> Composition:
    """Ask for the best teams; a search under way is not begun twice, one that was cut is given up."""
    application = held(application, by)
    if not application.call.requirements.exists():
        raise Refusal(_("Notez d’abord ce que l’appel demande : sans lignes, toutes les équipes se valent."))
    live = application.compositions.filter(state__in=[SolveState.WAITING, SolveState.RUNNING])
    live.filter(asked_at__lt=at - GIVEN_UP).update(state=SolveState.FAILED, ended_at=at)
    under_way = live.first()
    if under_way is not None:
        return under_way
    composition = Composition.objects.create(application=application, asked_at=at)
    publish(events.TeamsAsked(application.pole_id, application.pk, composition.pk), by=by, at=at)
    return composition


def find_teams(*, composition: Composition, by: Actor, at: datetime, seconds: float = SECONDS) -> Composition:
    """Search for the teams, outside any transaction: what is kept is what the engine proved, with its bound."""
    application = Application.objects.select_related("call__pole", "pole").get(pk=composition.application_id)
    today = as_day(at)
    everyone = team.candidates(by, application.call, today)
    found = team.worth_comparing(application, everyone, MOST_CANDIDATES)
    Composition.objects.filter(pk=composition.pk).update(
        state=SolveState.RUNNING, began_at=at, candidates=sum(not one.is_outside for one in found)
    )
    if len(found) > MOST_CANDIDATES:
        return _kept(composition, {"too_many": len(found), "most": MOST_CANDIDATES}, SolveState.FAILED, by, at)
    asked = team.engine_call(application, found, today)
    try:
        answer = engine.cover(asked, seconds=seconds)
    except Exception:
        _kept(composition, {}, SolveState.FAILED, by, at)  # the page says so at once; the log says why
        raise
    told = told_of(asked, answer) | {"aside": len(everyone) - len(found)}
    return _kept(composition, told, SolveState.DONE, by, at)


@transaction.atomic
def _kept(composition: Composition, told: dict[str, Any], state: str, by: Actor, at: datetime) -> Composition:
    composition.refresh_from_db()
    composition.told, composition.state, composition.ended_at = told, state, at
    composition.save(update_fields=["told", "state", "ended_at"])
    pole_id = composition.application.pole_id
    publish(events.TeamsFound(pole_id, composition.application_id, composition.pk), by=by, at=at)
    return composition
