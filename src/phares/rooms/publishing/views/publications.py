"""Pages of everything published on an installation: the index across poles, and that of one publisher."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from phares.rooms.commons.http import kept, reads
from phares.rooms.directory.gate import found
from phares.rooms.publishing.models import Publisher
from phares.rooms.publishing.queries import publications as queries
from phares.rooms.publishing.queries.index import index_of_publications
from phares.rooms.publishing.queries.rubrics import under_name
from phares.rooms.publishing.queries.sheets import narrowed, read_in_order
from phares.rooms.publishing.views.indexing import A_PAGE, asked_of, chosen_in, facets_shown


@kept
@reads
def publications(request: Any) -> HttpResponse:
    """Show what was published in all the poles of this installation."""
    return _index(request, None)


@kept
@reads
def publisher(request: Any, slug: str) -> HttpResponse:
    """Show what a publisher published, in whatever pole."""
    return _index(request, found(queries.publisher_named(slug)))


def _index(request: Any, publisher: Publisher | None) -> HttpResponse:
    """Show an index: by rubric, keyword, #tag, place, year, publisher and pole."""
    seen = queries.published_by(publisher)
    asked = asked_of(request, under_name)
    page = Paginator(narrowed(seen, asked), A_PAGE).get_page(request.GET.get("page"))
    facets = index_of_publications(publisher).across()
    if publisher is not None:
        facets.pop("publisher")
    return render(
        request,
        "publishing/publications.html",
        {
            "publisher": publisher,
            "page": page,
            "lines": queries.publication_lines(read_in_order(page.object_list)),
            "words": asked.words,
            "chosen": chosen_in(request, facets),
            "facets": facets_shown(request, facets),
            "poles": len(facets["pole"]),
        },
    )
