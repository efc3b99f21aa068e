"""Pages of published sheets: the index, one sheet, its paper, its photos."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from phares.rooms.commons.http import reads
from phares.rooms.directory.gate import found
from phares.rooms.publishing import for_machines, permissions, sheet_pdf
from phares.rooms.publishing.queries import sheets as queries
from phares.rooms.publishing.queries.index import index_of_pole
from phares.rooms.publishing.queries.rubrics import tree_of, within
from phares.rooms.publishing.queries.sheets import ShownSheet
from phares.rooms.publishing.views.indexing import A_PAGE, asked_of, chosen_in, facets_shown


@reads
def sheets(request: Any) -> HttpResponse:
    """Show the index: by rubric, keyword, #tag, place, year and publisher."""
    index = index_of_pole(request.actor, request.pole)
    branches, facets = tree_of(request.pole, index.rubrics()), index.facets()
    rubrics = [(branch.rubric.slug, branch.rubric.name, branch.sheets) for branch in branches]
    asked = asked_of(request, lambda slug: within(branches, slug))
    page = Paginator(queries.sheets_found(request.actor, request.pole, asked), A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "publishing/sheets.html",
        {
            "page": page,
            "lines": queries.index_lines(request.actor, request.pole, queries.read_in_order(page.object_list)),
            "words": asked.words,
            "chosen": chosen_in(request, {**facets, "rubric": rubrics}),
            "tree": branches,
            "rubric": request.GET.get("rubrique", ""),
            "facets": facets_shown(request, facets),
            "can_publish": permissions.can_publish(request.actor, request.pole),
        },
    )


@reads
def sheet(request: Any, slug: str) -> HttpResponse:
    """Show a sheet; an address that it had once leads to it, one that was withdrawn says so."""
    shown = queries.shown_sheet(request.actor, request.pole, slug)
    if shown is None:
        return _led(request, slug)
    return render(request, "publishing/sheet.html", page_of(request, shown))


def _led(request: Any, slug: str) -> HttpResponse:
    """Return where an address that is no longer a sheet's own leads."""
    known = found(queries.address_of(request.pole, slug))
    if known.sheet.version_id is None:
        return render(request, "publishing/withdrawn.html", status=410)
    if not permissions.visible_sheets(request.actor, request.pole).filter(pk=known.sheet_id).exists():
        raise Http404  # published, and its structure no longer shows its page: its old addresses say nothing either
    return redirect(known.sheet.get_absolute_url(), permanent=True)


def way_of(request: Any, shown: ShownSheet) -> list[tuple[str, str]]:
    """Return the breadcrumb of a sheet: the first page, its rubrics, the sheet."""
    index = reverse("publishing:sheets", args=[request.pole.slug])
    rubrics = [(rubric.name, f"{index}?rubrique={rubric.slug}") for rubric in shown.way]
    first = (_("Accueil"), reverse("directory:public", args=[request.pole.slug]))
    return [first, *(rubrics or [(_("Les fiches d’expérience"), index)])]


def page_of(request: Any, shown: ShownSheet) -> dict[str, Any]:
    """Return what the page of a sheet shows."""
    way = way_of(request, shown)
    whole = request.build_absolute_uri
    address = whole(shown.sheet.get_absolute_url()) if shown.sheet.slug else whole()
    images = [
        whole(reverse("publishing:sheet_photo", args=[request.pole.slug, one.pk]))
        for one in shown.photos
        if one.is_shown
    ]
    pairs = [(name, whole(url)) for name, url in way]
    return {
        "shown": shown,
        "way": [*way, (shown.words["title"], "")],
        "address": address,
        "images": images,
        "for_machines": for_machines.article(shown, address, [*pairs, (shown.words["title"], address)], images),
        "can_write": permissions.can_write_sheet(request.actor, shown.sheet),
        "can_withdraw": permissions.can_withdraw_sheet(request.actor, shown.sheet),
    }


@reads
def sheet_version(request: Any, slug: str, number: int) -> HttpResponse:
    """Show an earlier version of a sheet, as its readers got it."""
    shown = found(queries.earlier_version(request.actor, request.pole, slug, number))
    return render(request, "publishing/sheet.html", {**page_of(request, shown), "is_earlier": True})


@reads
def sheet_pdf_file(request: Any, slug: str) -> HttpResponse:
    """Give the printed sheet."""
    shown = queries.shown_sheet(request.actor, request.pole, slug)
    if shown is None:
        return _led(request, slug)
    address = request.build_absolute_uri(shown.sheet.get_absolute_url())
    answer = HttpResponse(sheet_pdf.render(shown, address), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{slugify(shown.words["title"])[:80] or "fiche"}.pdf"'
    return answer


@reads
def sheet_facts(request: Any, slug: str) -> HttpResponse:
    """Give the sheet for machines (JSON-LD, schema.org)."""
    shown = queries.shown_sheet(request.actor, request.pole, slug)
    if shown is None:
        return _led(request, slug)
    facts = page_of(request, shown)["for_machines"]
    return JsonResponse(facts, json_dumps_params={"ensure_ascii": False}, content_type="application/ld+json")


@reads
def sheet_photo(request: Any, pk: int) -> HttpResponse:
    """Give an image that this reader may see."""
    photo = found(queries.shown_photo(request.actor, request.pole, pk))
    with found(photo.image).file.open("rb") as file:
        answer = HttpResponse(file.read(), content_type="image/jpeg")
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
