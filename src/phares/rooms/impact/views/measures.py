"""The indicators: the list, each with its frozen measures, the forms that add one, the evidence."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.attachments import as_download
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.models import Attachment
from phares.rooms.commons.refusals import require
from phares.rooms.directory.gate import found, members
from phares.rooms.impact import actions, permissions
from phares.rooms.impact.forms.measures import FreezeForm, MeasureForm
from phares.rooms.impact.masking import masked_evidence, names_in
from phares.rooms.impact.queries import figures as of_figures
from phares.rooms.impact.queries import measures as queries
from phares.rooms.impact.views.entering import readers
from phares.rooms.impact.why_typed import WHY_TYPED


@reads
@readers
def indicators(request: Any) -> HttpResponse:
    """Show the twenty-eight indicators with what was last measured."""
    lines = queries.indicator_lines(request.pole)
    can_measure = permissions.can_measure(request.actor, request.pole)
    return render(request, "impact/indicators.html", {"lines": lines, "can_measure": can_measure})


@reads
@readers
def indicator(request: Any, code: str) -> HttpResponse:
    """Show one indicator: what it comes to today, and every period measured, in all its versions."""
    one = found(queries.indicator_named(code))
    today = of_figures.figure_shown(request.actor, request.pole, request.today, one.figure) if one.figure else None
    context = {
        "indicator": one,
        "now": today,
        "why_typed": WHY_TYPED.get(one.code, ""),
        "periods": queries.periods_of(request.pole, one).get(one.pk, []),
        "can_measure": permissions.can_measure(request.actor, request.pole),
    }
    return render(request, "impact/indicator.html", context)


@writes
@members
def measure(request: Any, code: str) -> HttpResponse:
    """Freeze a period of what is counted, or write down what is measured elsewhere."""
    require(permissions.can_measure(request.actor, request.pole))
    one = found(queries.indicator_named(code))
    back = reverse("impact:indicator", args=[request.pole.slug, code])

    def act(entry: dict[str, Any]) -> str:
        aims = actions.Aims(entry.pop("baseline"), entry.pop("target"))
        do = actions.freeze_measure if one.is_computed else actions.write_measure
        do(pole=request.pole, indicator=one, aims=aims, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est figé : plus rien n’y changera, une correction sera une version de plus."))
        return back

    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    end = queries.last_year_end(request.today)
    initial = {"until_on": end, "from_on": end.replace(month=1, day=1)}
    return form_page(
        request,
        FreezeForm(sent[0], initial=initial) if one.is_computed else MeasureForm(*sent, initial=initial),
        act,
        heading=_("Figer une période") if one.is_computed else _("Mesurer"),
        lead=f"{one}{f' ({one.unit})' if one.unit else ''}",
        submit_label=_("Figer"),
        back_label=str(one),
        back_url=back,
    )


@reads
@readers
def measure_evidence(request: Any, pk: int) -> HttpResponse:
    """Give the evidence of a measure: whole to those who may open it, else its text without names of people."""
    one = found(queries.measure_numbered(request.pole, pk))
    if one.evidence is None:
        raise Http404
    back = (str(one.indicator), reverse("impact:indicator", args=[request.pole.slug, one.indicator.code]))
    return evidence_page(request, one.evidence, one.names_nobody, back)


def evidence_page(request: Any, evidence: Attachment, names_nobody: bool, back: tuple[str, str]) -> HttpResponse:
    """Give a document whole, or show its text without its people."""
    if permissions.can_open_evidence(request.actor, request.pole, names_nobody=names_nobody):
        download: Any = as_download(evidence)
        return download
    masked = masked_evidence(evidence, names_in(request.pole))
    return render(request, "impact/evidence.html", {"evidence": evidence, "masked": masked, "back": back})
