"""Results: one with all its funders and what proves it, down to the contract of a job; noting one, taking it back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.attachments import as_picture
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation.models import Cooperation, Job
from phares.rooms.cooperation.permissions import visible_cooperations
from phares.rooms.directory.gate import found, members
from phares.rooms.impact import actions, permissions
from phares.rooms.impact.forms.reports import ResultForm
from phares.rooms.impact.models import Result
from phares.rooms.impact.queries import reports as queries
from phares.rooms.impact.views.measures import evidence_page


def _result(request: Any, number: int) -> Result:
    return found(queries.result_numbered(request.actor, request.pole, number))


@reads
def result(request: Any, number: int) -> HttpResponse:
    """Show a result: how much, for whom, through what, with which proof."""
    one = _result(request, number)
    seen = visible_cooperations(request.actor, request.pole)
    through = one.cooperation if one.cooperation and seen.filter(pk=one.cooperation_id).exists() else None
    grants = [promised.grant for promised in one.promised.all()]
    reports = permissions.visible_reports(request.actor, request.pole).filter(grant__in=grants)
    context = {
        "result": one,
        "funders": queries.funders_of(one),
        "through": through,
        "reports": list(reports),
        "can_write": permissions.can_measure(request.actor, request.pole),
    }
    return render(request, "impact/result.html", context)


@reads
def result_evidence(request: Any, number: int) -> HttpResponse:
    """Give the evidence of a result, or its text without its people."""
    one = _result(request, number)
    if one.evidence is None:
        raise Http404
    return evidence_page(request, one.evidence, one.names_nobody, (one.what, one.get_absolute_url()))


@reads
def result_contract(request: Any, number: int) -> HttpResponse:
    """Give the contract of the job that a result is about: a contract names somebody, so it is read masked."""
    one = _result(request, number)
    if one.job is None or one.job.proof is None or one.job.withdrawn_at is not None:
        raise Http404
    return evidence_page(request, one.job.proof, False, (one.what, one.get_absolute_url()))


@reads
def result_picture(request: Any, number: int) -> HttpResponse:
    """Give the photo of a result."""
    one = _result(request, number)
    if one.picture is None:
        raise Http404
    picture: Any = as_picture(one.picture)
    return picture


@writes
@members
def note_result(request: Any) -> HttpResponse:
    """Note what was reached."""
    require(permissions.can_measure(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        entry.pop("image_right")
        caption, credit = entry.pop("caption"), entry.pop("credit")
        file = entry.pop("picture")
        shot = actions.Shot(file, caption, credit) if file else None
        one = actions.note_result(pole=request.pole, picture=shot, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("Le résultat est noté."))
        return one.get_absolute_url()

    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ResultForm(
        queries.promises_of_pole(request.pole),
        Cooperation.objects.agreed().filter(pole=request.pole).order_by("title"),
        Job.objects.filter(pole=request.pole, withdrawn_at=None).order_by("title"),
        *sent,
        initial={"on": request.today},
    )
    return form_page(
        request,
        form,
        act,
        heading=_("Noter un résultat"),
        lead=_("Il sera compté une fois, et montré avec tous ceux qui l’ont payé."),
        submit_label=_("Noter"),
        back_label=_("Les bilans"),
        back_url=reverse("impact:reports", args=[request.pole.slug]),
    )


@acts
@members
def withdraw_result(request: Any, number: int) -> HttpResponse:
    """Take a result back."""
    actions.withdraw_result(result=_result(request, number), by=request.actor, at=timezone.now())
    messages.success(request, _("Le résultat est retiré ; ce qui a déjà paru reste tel qu’on l’a lu."))
    return redirect("impact:reports", request.pole.slug)
