"""Pages of files: the common budget, papers, sending off, what became of it."""

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
from phares.rooms.commons.refusals import require
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.directory.gate import found, members
from phares.rooms.funding import actions, budget, budget_sheets, permissions
from phares.rooms.funding.file_archive import archive_of
from phares.rooms.funding.forms.applications import BudgetForm, FilePaperForm, PaperForm, ResultForm, SendForm
from phares.rooms.funding.models import Application
from phares.rooms.funding.models.application import Stage
from phares.rooms.funding.queries import applications as queries
from phares.rooms.funding.queries import files, team
from phares.rooms.funding.views.applications import one_seen

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _to(one: Application) -> dict[str, str]:
    return {"back_label": one.title, "back_url": one.get_absolute_url()}


def _sent(request: Any) -> dict[str, Any]:
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


@reads
@members
def joint_budget(request: Any, pk: int) -> HttpResponse:
    """Show the common budget, what is asked, and ways of splitting it."""
    one = one_seen(request, pk)
    table = budget.budget_of(one.call, team.members_of(one))
    everyone = team.candidates(request.actor, one.call, request.today)
    context = {
        "application": one,
        "table": table,
        "blocks": [(_("Charges"), table.charges), (_("Produits"), table.resources), (_("En nature"), table.in_kind)],
        "ways": budget.ways_of_splitting(table, everyone),
        "own": next((member for member in table.members if permissions.can_write_budget(request.actor, member)), None),
        "can_compose": permissions.can_compose(request.actor, one),
    }
    return render(request, "funding/joint_budget.html", context)


@reads
@members
def budget_pdf(request: Any, pk: int) -> HttpResponse:
    """Give the common budget on paper."""
    one = one_seen(request, pk)
    table = budget.budget_of(one.call, team.members_of(one))
    return _download(budget_sheets.as_pdf(one, table, timezone.now()), "application/pdf", "budget.pdf")


@reads
@members
def budget_xlsx(request: Any, pk: int) -> HttpResponse:
    """Give the common budget as a workbook."""
    one = one_seen(request, pk)
    return _download(budget_sheets.as_xlsx(budget.budget_of(one.call, team.members_of(one))), XLSX, "budget.xlsx")


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@writes
@members
def write_budget(request: Any, pk: int) -> HttpResponse:
    """Write one's own row of the common budget."""
    member = found(queries.member_numbered(request.actor, request.pole, pk))
    require(permissions.can_write_budget(request.actor, member))
    form = BudgetForm(member, request.POST if request.method == "POST" else None)

    def act(entry: dict[str, Any]) -> str:
        actions.write_budget(member=member, cents=form.cents(), by=request.actor, at=timezone.now())
        return reverse("funding:joint_budget", args=[request.pole.slug, member.application_id])

    context = {"member": member, "application": member.application}
    return form_page(request, form, act, template="funding/write_budget.html", **context)


@reads
@members
def application_papers(request: Any, pk: int) -> HttpResponse:
    """Show the papers of a file: there, missing or expired, partner by partner."""
    one = one_seen(request, pk)
    context = {
        "application": one,
        "file": files.file_of(one, request.today),
        "readable": set(permissions.visible_papers(request.actor, request.pole).values_list("pk", flat=True)),
        "can_bring": permissions.can_bring_to_file(request.actor, one),
        "can_take": permissions.can_take_file(request.actor, one),
        "can_file": permissions.can_file_application(request.actor, one),
        "can_keep": request.actor.structure_id is not None and request.actor.may("say", request.pole),
    }
    return render(request, "funding/application_papers.html", context)


@writes
@members
def bring_to_file(request: Any, pk: int, asked: int) -> HttpResponse:
    """Bring a paper of the whole file."""
    one = one_seen(request, pk)
    require(permissions.can_bring_to_file(request.actor, one))
    paper = found(one.call.papers.filter(pk=asked, is_of_each=False).first())

    def act(entry: dict[str, Any]) -> str:
        actions.bring_to_file(application=one, asked=paper, **entry, by=request.actor, at=timezone.now())
        return reverse("funding:application_papers", args=[request.pole.slug, pk])

    words = {"heading": paper.name, "lead": one.title, "submit_label": _("Apporter")}
    return form_page(request, FilePaperForm(**_sent(request)), act, **words, **_to(one))


@writes
@members
def own_papers(request: Any) -> HttpResponse:
    """Show the papers that one's structure keeps ready, and keep one more."""
    structure = request.actor.mandate.structure
    require(structure is not None and permissions.can_keep_papers(request.actor, structure))

    one = queries.application_numbered(request.actor, request.pole, row_number(request.GET.get("pour")))

    def act(entry: dict[str, Any]) -> str:
        actions.keep_paper(structure=structure, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("La pièce est gardée ; elle servira pour chaque appel."))
        if one is not None:
            return reverse("funding:application_papers", args=[request.pole.slug, one.pk])
        return reverse("funding:own_papers", args=[request.pole.slug])

    told = {"kind": request.GET.get("sorte", ""), "name": request.GET.get("nom", "")}
    form = PaperForm(initial=told, **_sent(request))
    context = {"structure": structure, "papers": files.papers_of(structure), "today": request.today}
    context["application"] = one
    return form_page(request, form, act, template="funding/own_papers.html", **context)


@reads
@members
def paper(request: Any, pk: int) -> HttpResponse:
    """Give a paper to those it belongs to."""
    one = found(files.paper_numbered(request.actor, request.pole, pk))
    download: Any = as_download(one.file)
    return download


@reads
@members
def file_zip(request: Any, pk: int) -> HttpResponse:
    """Give the whole file: as it would leave now, or as it left."""
    one = one_seen(request, pk)
    if not permissions.can_take_file(request.actor, one):
        raise Http404
    if one.filed_file is not None:
        frozen: Any = as_download(one.filed_file)
        return frozen
    found_now = files.file_of(one, request.today)
    return _download(archive_of(found_now, timezone.now()), "application/zip", found_now.name)


@writes
@members
def file_application(request: Any, pk: int) -> HttpResponse:
    """Send the file off."""
    one = one_seen(request, pk)
    require(permissions.can_file_application(request.actor, one))

    def act(entry: dict[str, Any]) -> str:
        actions.file_application(application=one, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("Le dossier est déposé. Sa copie est gelée, avec son empreinte."))
        return one.get_absolute_url()

    lead = _("Phares gèle une copie du dossier : téléchargez-la, et remettez-la à qui lance l’appel.")
    words = {"heading": _("Déposer le dossier"), "lead": lead, "submit_label": _("Déposer")}
    return form_page(request, SendForm(request.POST if request.method == "POST" else None), act, **words, **_to(one))


@writes
@members
def record_result(request: Any, pk: int) -> HttpResponse:
    """Record what became of an answer."""
    one = one_seen(request, pk)
    require(permissions.can_keep_funding(request.actor, request.pole))
    is_filed = one.stage != Stage.COMPOSING
    form = ResultForm(request.POST or None, initial={"on": request.today}, is_filed=is_filed)

    def act(entry: dict[str, Any]) -> str:
        actions.record_result(application=one, **form.arguments(), by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    words = {"heading": _("Ce qu’il en est advenu"), "lead": one.title, "submit_label": _("Noter")}
    if not is_filed:
        words |= {"heading": _("Renoncer à ce dossier"), "submit_label": _("Y renoncer")}
    return form_page(request, form, act, **words, **_to(one))
