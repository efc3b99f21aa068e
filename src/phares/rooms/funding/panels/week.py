"""What the week says of calls and grants, for those who keep them; their home too, where they have no week."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.days import since_words
from phares.rooms.cooperation.sharing_words import euros
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding import permissions
from phares.rooms.funding.models import Application, Call
from phares.rooms.funding.models.application import Stage
from phares.rooms.funding.queries import calls as of_calls
from phares.rooms.funding.queries import files, grants

MOST = 6


def show_grants(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the reports owed to funders and the payments that are awaited."""
    if not permissions.can_keep_funding(actor, pole):
        return None
    lines = [
        Line(
            title=one.title,
            url=one.get_absolute_url(),
            pieces=[
                one.funder.name,
                _("compte rendu à rendre %(when)s") % {"when": since_words(one.report_due_on, today)},
            ],
            action=_("Noter son départ"),
            action_url=reverse("funding:send_grant_report", args=[pole.slug, one.pk]),
        )
        for one in grants.reports_owed(actor, pole, today)
    ]
    lines += [
        Line(
            title=payment.grant.title,
            url=payment.grant.get_absolute_url(),
            pieces=[
                payment.grant.funder.name,
                f"{payment.label}, {euros(payment.amount_cents)}",
                _("attendu %(when)s") % {"when": since_words(payment.due_on or today, today)},
            ],
            action=_("Noter son arrivée"),
            action_url=reverse("funding:receive_payment", args=[pole.slug, payment.pk]),
        )
        for payment in grants.payments_awaited(actor, pole, today)
    ]
    block = Block(
        "subventions",
        _("Les subventions"),
        lines,
        empty=_("Aucun versement attendu, aucun compte rendu à rendre."),
        empty_action=_("Voir les subventions"),
        empty_url=reverse("funding:grants", args=[pole.slug]),
    )
    return {"blocks": [block.cut(MOST, all_url=reverse("funding:grants", args=[pole.slug]))]}


def show_applications(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the answers being composed, each with its end and how many invitations and papers still lack."""
    if not permissions.can_keep_funding(actor, pole):
        return None
    calls, lines = of_calls.calls_to_follow(actor, pole, today), []
    for one in _with_stage(calls, Stage.COMPOSING)[:MOST]:
        found = files.file_of(one, today)
        waiting = sum(member.accepted is None for member in found.members)
        lacking = len(found.missing)
        pieces = [since_words(one.call.closes_on, today)] if one.call.closes_on else []
        if waiting:
            words = ngettext("%(count)d invitation sans réponse", "%(count)d invitations sans réponse", waiting)
            pieces.append(words % {"count": waiting})
        if lacking:
            words = ngettext("%(count)d pièce manque", "%(count)d pièces manquent", lacking)
            pieces.append(words % {"count": lacking})
        address = reverse("funding:go_room", args=[pole.slug, one.pk])
        lines.append(
            Line(
                title=one.title, url=one.get_absolute_url(), pieces=pieces, action=_("Où en est-on"), action_url=address
            )
        )
    block = Block(
        "reponses",
        _("Des dossiers à finir"),
        lines,
        empty=_("Aucune réponse n’est en préparation."),
        empty_action=_("Voir les appels"),
        empty_url=reverse("funding:calls", args=[pole.slug]),
    )
    waiting = [*_unanswered(calls, pole, today), *_untold(calls, pole, today)]
    if not waiting:
        return {"blocks": [block]}
    followed = Block("appels", _("Des appels à suivre"), waiting)
    return {"blocks": [block, followed.cut(MOST, all_url=reverse("funding:calls", args=[pole.slug]))]}


def _with_stage(calls: Sequence[Call], stage: str) -> list[Application]:
    """Return the answers to these calls that stand there, each with its call as it was read."""
    found = []
    for call in calls:
        for one in call.answers:  # type: ignore[attr-defined]
            if one.stage == stage:
                one.call = call
                found.append(one)
    return found


def _unanswered(calls: Sequence[Call], pole: Pole, today: date) -> list[Line]:
    """Return the calls that close soon and that nobody answers yet."""
    return [
        Line(
            title=one.title,
            url=one.get_absolute_url(),
            pieces=[one.issuer, _("se ferme %(when)s") % {"when": since_words(one.closes_on or today, today)}],
            action=_("Y répondre ensemble"),
            action_url=reverse("funding:begin_application", args=[pole.slug, one.pk]),
        )
        for one in calls
        if not one.answers  # type: ignore[attr-defined]
    ]


def _untold(calls: Sequence[Call], pole: Pole, today: date) -> list[Line]:
    """Return the answers that have left whose result should be known."""
    return [
        Line(
            title=one.title,
            url=one.get_absolute_url(),
            pieces=[
                one.call.issuer,
                _("réponse annoncée %(when)s") % {"when": since_words(one.call.result_on or today, today)},
            ],
            action=_("Noter ce qu’il en est advenu"),
            action_url=reverse("funding:record_result", args=[pole.slug, one.pk]),
        )
        for one in _with_stage(calls, Stage.FILED)
        if one.call.result_on is not None and one.call.result_on <= today
    ]
