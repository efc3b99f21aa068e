"""Pages of imports: bringing a table, looking at what it would do, writing it, taking it back."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.models import TableImport
from phares.rooms.commons.refusals import require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.directory_workbook import CONTENT_TYPE, workbook
from phares.rooms.directory.forms import ColumnsForm, RowReader, TableForm
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.table_columns import SUBJECTS
from phares.rooms.directory.table_tasks import try_lines_of, write_lines_of

A_PAGE = 40
ENCODINGS = {"cp1252": "Windows", "mac_roman": "Mac", "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16"}


@reads
@members
def directory_workbook(request: Any) -> HttpResponse:
    """Give the whole directory as a spreadsheet that can be brought back."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    content = workbook(
        request.actor,
        queries.structures_to_take(request.actor, request.pole),
        queries.mandates_to_take(request.pole, request.today),
        queries.memberships_to_take(request.pole),
    )
    answer = HttpResponse(content, content_type=CONTENT_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="annuaire-{request.pole.slug}-{request.today:%Y-%m-%d}.xlsx"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@writes
@members
def bring_table(request: Any) -> HttpResponse:
    """Bring a table, and find those brought before."""
    require(permissions.can_keep_directory(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        upload = entry["table"]
        table = actions.bring_table(
            pole=request.pole,
            subject=entry["subject"],
            name=upload.name,
            content=upload.read(actions.LARGEST_FILE + 1),
            by=request.actor,
            at=timezone.now(),
        )
        _try(request, table)
        return _address(table, request.pole)

    return form_page(
        request,
        TableForm(request.POST or None, request.FILES or None, initial={"subject": "structures"}),
        act,
        template="directory/bring_table.html",
        page=Paginator(queries.tables_of(request.pole), A_PAGE).get_page(request.GET.get("page")),
        subject_hints={code: subject.hint for code, subject in SUBJECTS.items()},
        subjects=SUBJECTS.values(),
        backup=queries.last_backup(),
    )


def _try(request: Any, table: TableImport) -> None:
    """Try the lines now where they are few, else have the worker do it."""
    if table.total <= actions.AT_ONCE:
        rows = RowReader(table)
        actions.try_lines(table=table, pole=request.pole, rows=rows, by=request.actor, at=timezone.now())
    else:
        try_lines_of.enqueue(table.pk, request.actor.mandate_id, get_language())


def _address(table: TableImport, pole: Any) -> str:
    """Return the address of a table's page."""
    return reverse("directory:table", args=[pole.slug, table.pk])


@reads
@members
def table(request: Any, pk: int) -> HttpResponse:
    """Show what a table would do, does, or did: what is wrong in it cell by cell, then its good lines."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    one = found(queries.table_numbered(request.pole, pk))
    good = Paginator(queries.good_lines(one), A_PAGE).get_page(request.GET.get("page"))
    asks = one.state == "checked" and one.subject == "structures"
    bad = Paginator(queries.bad_lines(one), A_PAGE).get_page(request.GET.get("a-corriger"))
    return render(
        request,
        "directory/table.html",
        {
            "table": one,
            "subject": SUBJECTS[one.subject],
            "counts": queries.line_counts(one),
            "bad": bad,
            "page": good,
            "nearby": queries.names_nearby(good, request.pole) if asks else {},
            "stayed": queries.lines_that_stayed(one),
            "encoding": ENCODINGS.get(one.understood.get("encoding", ""), ""),
            "can_undo": one.state == "written" and actions.can_be_undone(one),
            "columns": [(title, _label(one, code)) for title, code in _titles(one)],
        },
    )


def _titles(one: TableImport) -> list[tuple[str, str]]:
    """Return each column kept: its own title, and which of ours it is."""
    return [(title, code) for code, title in RowReader(one).headers.items()] if one.sheets else []


def _label(one: TableImport, code: str) -> Any:
    """Return what one of our columns is called."""
    column = SUBJECTS[one.subject].column(code)
    return column.label if column else code


@writes
@members
def choose_columns(request: Any, pk: int) -> HttpResponse:
    """Say what the columns of a table are."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    one = found(queries.table_numbered(request.pole, pk))

    def act(entry: dict[str, Any]) -> str:
        chosen = {
            "sheet": entry["sheet"],
            "header": entry["header"] - 1,
            "columns": entry["columns"],
            "usual_day": entry["usual_day"],
        }
        moved = (chosen["sheet"], chosen["header"]) != (one.sheet, one.header)
        chosen["usual_day"] = entry["usual_day"]
        changed = actions.choose_columns(table=one, pole=request.pole, **chosen, by=request.actor, at=timezone.now())
        _try(request, changed)
        return (
            reverse("directory:choose_columns", args=[request.pole.slug, one.pk])
            if moved
            else _address(one, request.pole)
        )

    return form_page(
        request,
        ColumnsForm(request.POST or None, table=one),
        act,
        heading=_("Ce que disent les colonnes"),
        lead=_("Le titre de votre colonne, puis ce qu’elle dit. Changez ce qui a été mal compris."),
        submit_label=_("Relire le tableau ainsi"),
        back_label=one.file_name,
        back_url=_address(one, request.pole),
    )


@acts
@members
def write_table(request: Any, pk: int) -> HttpResponse:
    """Write the lines of a table in the directory."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    one = found(queries.table_numbered(request.pole, pk))
    only_good = request.POST.get("only_good") == "yes"
    if one.total <= actions.AT_ONCE:
        rows = RowReader(one)
        actions.write_table(
            table=one, pole=request.pole, rows=rows, only_good=only_good, by=request.actor, at=timezone.now()
        )
        messages.success(request, _("Le tableau est importé. Vous pouvez le défaire pendant trente jours."))
    else:
        actions.begin_writing(table=one, pole=request.pole, by=request.actor, at=timezone.now())
        write_lines_of.enqueue(one.pk, request.actor.mandate_id, get_language(), only_good)
    return redirect(_address(one, request.pole))


@acts
@members
def undo_table(request: Any, pk: int) -> HttpResponse:
    """Take back what a table wrote."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    one = found(queries.table_numbered(request.pole, pk))
    actions.undo_table(table=one, pole=request.pole, by=request.actor, at=timezone.now())
    messages.success(request, _("L’import est défait."))
    return redirect(_address(one, request.pole))


@reads
@members
def structure_origins(request: Any, slug: str) -> HttpResponse:
    """Show where each entry of a structure came from."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    require(permissions.can_describe_structure(request.actor, one))
    labels = {column.code: column.label for column in SUBJECTS["structures"].columns} | {
        "participation": _("participation")
    }
    origins = [(labels.get(origin.entry, origin.entry), origin) for origin in queries.origins_of(one)]
    may_open = permissions.can_keep_directory(request.actor, request.pole)
    return render(
        request, "directory/structure_origins.html", {"structure": one, "origins": origins, "may_open": may_open}
    )
