"""Pages of the desk where sheets are prepared: the list, one sheet, its filing, going out."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.cooperation.queries.cooperations import cooperation_numbered
from phares.rooms.directory import queries as directory
from phares.rooms.directory.gate import found, members
from phares.rooms.publishing import actions, permissions
from phares.rooms.publishing.forms.sections import FilingForm
from phares.rooms.publishing.forms.sheets import WithdrawalForm
from phares.rooms.publishing.queries import desk as queries
from phares.rooms.publishing.queries.rubrics import tree_of
from phares.rooms.publishing.queries.sheets import preview
from phares.rooms.publishing.views.sheets import page_of

A_PAGE = 30


def desk_url(sheet: Any) -> str:
    """Return the address of a sheet on the desk."""
    return reverse("publishing:desk_sheet", args=[sheet.pole.slug, sheet.pk])


@reads
@members
def desk(request: Any) -> HttpResponse:
    """Show the sheets in preparation, and those that wait for the reader's word."""
    page = Paginator(queries.sheets_on_desk(request.actor, request.pole), A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "publishing/desk.html",
        {
            "page": page,
            "reviews": queries.reviews_to_answer(request.actor, request.pole),
            "can_publish": permissions.can_publish(request.actor, request.pole),
        },
    )


@acts
@members
def begin_sheet(request: Any) -> HttpResponse:
    """Begin a sheet: of a cooperation, pre-filled from the register, or with nothing."""
    pk = request.POST.get("cooperation", "")
    cooperation = None
    if pk:
        cooperation = found(cooperation_numbered(request.actor, request.pole, row_number(pk)))
    sheet = actions.begin_sheet(pole=request.pole, cooperation=cooperation, by=request.actor, at=timezone.now())
    return redirect(desk_url(sheet))


@reads
@members
def desk_sheet(request: Any, pk: int) -> HttpResponse:
    """Show where a sheet stands: what is written, what it lacks, who has answered, and the one next thing to do."""
    sheet = found(queries.sheet_on_desk(request.actor, request.pole, pk))
    shown = queries.desk_of(sheet)
    return render(
        request,
        "publishing/desk_sheet.html",
        {
            "sheet": sheet,
            "desk": shown,
            "photos": sheet.photos.all(),
            "mine": [one for one in shown.reviews if permissions.can_answer_review(request.actor, one)],
            "can_write": permissions.can_write_sheet(request.actor, sheet),
            "can_read_over": permissions.can_read_over_sheet(request.actor, sheet),
            "can_withdraw": permissions.can_withdraw_sheet(request.actor, sheet),
        },
    )


@reads
@members
def preview_sheet(request: Any, pk: int) -> HttpResponse:
    """Show a sheet as it would go out."""
    sheet = found(queries.sheet_on_desk(request.actor, request.pole, pk))
    return render(request, "publishing/sheet.html", page_of(request, preview(sheet)))


@writes
@members
def file_sheet(request: Any, pk: int) -> HttpResponse:
    """Say where a sheet stands, who publishes it, which structure it is about."""
    sheet = found(queries.writable_sheet(request.actor, request.pole, pk))
    require(permissions.can_publish_sheet(request.actor, sheet))
    tree = tree_of(request.pole)
    rubrics = {str(one.rubric.pk): one.rubric for one in tree}
    structures = {one.slug: one for one in directory.structures_found(request.actor, request.pole, day=request.today)}

    def act(entry: dict[str, Any]) -> str:
        actions.file_sheet(
            sheet=sheet,
            rubric=rubrics.get(entry["rubric"]),
            publisher=entry["publisher"],
            structure=structures.get(entry["structure"]),
            by=request.actor,
            at=timezone.now(),
        )
        return desk_url(sheet)

    initial = {
        "rubric": str(sheet.rubric_id or ""),
        "publisher": sheet.publisher.name,
        "structure": sheet.structure.slug if sheet.structure else "",
    }
    choices = [(key, "— " * one.depth + one.rubric.name) for one in tree for key in [str(one.rubric.pk)]]
    return form_page(
        request,
        FilingForm(
            choices, [(slug, str(one)) for slug, one in structures.items()], request.POST or None, initial=initial
        ),
        act,
        heading=_("Ranger la fiche"),
        lead=str(sheet),
        submit_label=_("Enregistrer"),
        back_label=str(sheet),
        back_url=desk_url(sheet),
    )


@acts
@members
def read_over_sheet(request: Any, pk: int) -> HttpResponse:
    """Say that a sheet reads well, and ask those whom it quotes."""
    sheet = found(queries.writable_sheet(request.actor, request.pole, pk))
    sheet = actions.read_over_sheet(sheet=sheet, by=request.actor, at=timezone.now())
    waits = sheet.reviews.exists()
    messages.success(
        request,
        _("Relue : chaque structure citée est invitée à répondre.") if waits else _("Relue : elle peut paraître."),
    )
    return redirect(desk_url(sheet))


@acts
@members
def publish_sheet(request: Any, pk: int) -> HttpResponse:
    """Put a sheet out."""
    sheet = found(queries.writable_sheet(request.actor, request.pole, pk))
    version = actions.publish_sheet(sheet=sheet, by=request.actor, at=timezone.now())
    messages.success(request, _("La fiche est parue."))
    return redirect(version.sheet.get_absolute_url())


@writes
@members
def withdraw_sheet(request: Any, pk: int) -> HttpResponse:
    """Take a sheet back."""
    sheet = found(queries.sheet_on_desk(request.actor, request.pole, pk))
    require(permissions.can_withdraw_sheet(request.actor, sheet))

    def act(entry: dict[str, Any]) -> str:
        actions.withdraw_sheet(sheet=sheet, word=entry["word"], by=request.actor, at=timezone.now())
        return desk_url(sheet)

    return form_page(
        request,
        WithdrawalForm(request.POST or None),
        act,
        heading=_("Retirer la fiche"),
        lead=str(sheet),
        submit_label=_("Retirer"),
        back_label=str(sheet),
        back_url=desk_url(sheet),
    )
