"""Reports: the list, the page that a funder reads, its versions, its PDF, its binder; writing, putting out, a link."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.directory.gate import found, members
from phares.rooms.impact import actions, binder, permissions, report_pdf
from phares.rooms.impact.forms.reports import ReportForm, ReportLinkForm
from phares.rooms.impact.models import Report
from phares.rooms.impact.queries import reports as queries


def _report(request: Any, pk: int) -> Report:
    return found(queries.report_of_grant(request.actor, request.pole, pk))


@reads
def reports(request: Any) -> HttpResponse:
    """Show the reports that this reader may read, or write."""
    lines = queries.report_lines(request.actor, request.pole)
    if not lines and request.actor.mandate is None:
        raise Http404
    can_write = permissions.can_measure(request.actor, request.pole)
    return render(request, "impact/reports.html", {"lines": lines, "can_write": can_write, "today": request.today})


@reads
def report(request: Any, pk: int) -> HttpResponse:
    """Show a report: the draft to those who write it, the last version that is out to the others."""
    return _page(request, _report(request, pk), None)


@reads
def report_version(request: Any, pk: int, number: int) -> HttpResponse:
    """Show one version of a report."""
    return _page(request, _report(request, pk), number)


def _page(request: Any, one: Report, number: int | None) -> HttpResponse:
    can_write = permissions.can_measure(request.actor, request.pole)
    versions = list(one.versions.all())
    version = next((x for x in versions if x.number == number), None) if number else None
    if number and version is None:
        raise Http404
    if version is None and not can_write:
        version = versions[0]
    context = {
        "report": one,
        "grant": one.grant,
        "version": version,
        "versions": versions,
        "words": version.words if version else queries.words_of(one, request.today),
        "can_write": can_write,
        "is_past": version is not None and version != versions[0],
    }
    return render(request, "impact/report.html", context)


def _words(request: Any, one: Report) -> dict[str, Any]:
    """Return what this reader reads of a report today."""
    version = one.versions.first()
    if version is None or permissions.can_measure(request.actor, request.pole):
        return queries.words_of(one, request.today)
    return dict(version.words)


@reads
def report_pdf_file(request: Any, pk: int) -> HttpResponse:
    """Give a report on two printed sides."""
    one = _report(request, pk)
    address = request.build_absolute_uri(reverse("impact:report", args=[request.pole.slug, pk]))
    answer = HttpResponse(
        report_pdf.render(_words(request, one), request.pole, address), content_type="application/pdf"
    )
    answer["Content-Disposition"] = f'inline; filename="bilan-{pk}.pdf"'
    return answer


@reads
def report_binder(request: Any, pk: int) -> HttpResponse:
    """Give the binder of a report: tables, documents, hashes, a contents page."""
    one = _report(request, pk)
    content = binder.of_report(one, _words(request, one), request.actor)
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="classeur-{pk}.zip"'
    return answer


@writes
@members
def write_report(request: Any, pk: int) -> HttpResponse:
    """Write the report of a grant."""
    grant = found(queries.grant_to_account_for(request.actor, request.pole, pk))
    known = queries.report_of_grant(request.actor, request.pole, pk)
    back = reverse("impact:report", args=[request.pole.slug, pk])
    promised = list(grant.indicators.all())
    initial: dict[str, Any] = {}
    if known is not None:
        reasons = {f"reason_{one.promised_id}": one.reason for one in known.reasons.all()}
        initial = {"sentence": known.sentence, "not_working": known.not_working, **reasons}
    form = ReportForm(promised, request.POST if request.method == "POST" else None, initial=initial)

    def act(entry: dict[str, Any]) -> str:
        actions.write_report(grant=grant, **form.said(), by=request.actor, at=timezone.now())
        messages.success(request, _("C’est écrit. Personne d’autre ne le lit tant que le bilan n’a pas paru."))
        return back

    return form_page(
        request,
        form,
        act,
        heading=_("Écrire le bilan"),
        lead=f"{grant.funder}, {grant.title}",
        submit_label=_("Enregistrer"),
        back_label=_("Les bilans"),
        back_url=reverse("impact:reports", args=[request.pole.slug]),
    )


@acts
@members
def put_report_out(request: Any, pk: int) -> HttpResponse:
    """Put a version of a report out."""
    found(queries.grant_to_account_for(request.actor, request.pole, pk))
    actions.put_report_out(report=_report(request, pk), by=request.actor, at=timezone.now())
    messages.success(
        request, _("Le bilan a paru : cette version ne bougera plus. Une correction sera une version de plus.")
    )
    return redirect("impact:report", request.pole.slug, pk)


@writes
@members
def give_report_link(request: Any, pk: int) -> HttpResponse:
    """Give a funder a link that opens this report."""
    found(queries.grant_to_account_for(request.actor, request.pole, pk))
    one = _report(request, pk)
    address = reverse("directory:reading_links", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        actions.give_report_link(report=one, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("Le lien est fait : envoyez son adresse à la personne qui doit lire."))
        return address

    return form_page(
        request,
        ReportLinkForm(request.POST or None, initial={"reader": str(one.grant.funder)}),
        act,
        heading=_("Donner ce bilan à lire"),
        lead=_("Qui ouvre le lien lit ce bilan et ce qui le prouve, sans compte, sans noms de personnes."),
        submit_label=_("Faire le lien"),
        back_label=str(one.grant),
        back_url=reverse("impact:report", args=[request.pole.slug, pk]),
    )
