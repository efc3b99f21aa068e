"""Pages of import: bringing a sheet that exists elsewhere, looking at its lines, correcting them one by one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory.gate import found, members
from phares.rooms.publishing import actions, permissions
from phares.rooms.publishing.forms.sheets import LineForm, SheetFileForm
from phares.rooms.publishing.queries import desk as queries
from phares.rooms.publishing.sheet_files import LARGEST, FileTooLong


def lines_url(sheet: Any) -> str:
    """Return the address of the lines of a sheet."""
    return reverse("publishing:sheet_lines", args=[sheet.pole.slug, sheet.pk])


@writes
@members
def import_sheet(request: Any) -> HttpResponse:
    """Bring a text or a PDF, and see where each of its lines went."""
    require(permissions.can_publish(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        upload = entry["file"]
        if upload.size > LARGEST:
            raise FileTooLong(field="file")
        sheet = actions.import_sheet(
            pole=request.pole, content=upload.read(), publisher=entry["publisher"], by=request.actor, at=timezone.now()
        )
        count = sheet.lines.count()
        read = ngettext("%(count)d ligne lue, aucune perdue.", "%(count)d lignes lues, aucune perdue.", count)
        messages.success(request, read % {"count": count})
        return lines_url(sheet)

    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    return form_page(
        request,
        SheetFileForm(**sent),
        act,
        heading=_("Importer une fiche"),
        lead=_("Une fiche parue ailleurs : chaque ligne du fichier trouve sa place, ou reste « non rangée »."),
        submit_label=_("Lire le fichier"),
        back_label=_("Fiches en préparation"),
        back_url=reverse("publishing:desk", args=[request.pole.slug]),
    )


@reads
@members
def sheet_lines(request: Any, pk: int) -> HttpResponse:
    """Show what the file said, line by line, and where each line went."""
    sheet = found(queries.writable_sheet(request.actor, request.pole, pk))
    lines = list(queries.lines_of(sheet))
    context = {"sheet": sheet, "lines": lines, "waiting": sum(line.waits for line in lines)}
    return render(request, "publishing/lines.html", context)


@writes
@members
def correct_line(request: Any, pk: int) -> HttpResponse:
    """Correct a line, put it elsewhere, or say that it was read well."""
    line = found(queries.line_numbered(request.actor, request.pole, pk))

    def act(entry: dict[str, Any]) -> str:
        actions.correct_line(line=line, text=entry["text"], field=entry["field"], by=request.actor, at=timezone.now())
        return f"{lines_url(line.sheet)}#ligne-{line.number}"

    return form_page(
        request,
        LineForm(request.POST or None, initial={"text": line.said, "field": line.field}),
        act,
        template="publishing/line.html",
        line=line,
        back_url=lines_url(line.sheet),
    )
