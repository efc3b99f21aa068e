"""What other programs read: feeds of sheets (Atom, RSS), the open tables."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from phares.rooms.commons.http import kept, reads
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.gate import found
from phares.rooms.publishing import shared_tables
from phares.rooms.publishing.queries import publications
from phares.rooms.publishing.queries.sheets import Asked, IndexLine, index_lines, narrowed, read_in_order, sheets_found
from phares.rooms.publishing.sheet_text import as_line

IN_FEED = 40
REST = "apres"
"""After how many rows of a table an address asks for the rest."""


def _feed_of_pole(request: Any, kind: type[SyndicationFeed], name: str) -> HttpResponse:
    """Return the latest sheets of a pole as everybody may read them."""
    pole, whole = request.pole, request.build_absolute_uri
    feed = kind(
        title=_("%(name)s : fiches d’expérience") % {"name": pole.name},
        link=whole(reverse("publishing:sheets", args=[pole.slug])),
        description=pole.headline or pole.name,
        language="fr",
        feed_url=whole(reverse(f"publishing:{name}", args=[pole.slug])),
        author_name=pole.name,
    )
    latest = read_in_order(sheets_found(VISITOR, pole, Asked())[:IN_FEED])
    return _filled(request, feed, index_lines(VISITOR, pole, latest))


def _filled(request: Any, feed: SyndicationFeed, lines: Iterable[IndexLine]) -> HttpResponse:
    """Return a feed with these sheets in it."""
    whole = request.build_absolute_uri
    for line in lines:
        address = whole(line.sheet.get_absolute_url())
        version = found(line.sheet.version)
        feed.add_item(
            title=line.words["title"],
            link=address,
            description=as_line(line.words["lead"]),
            unique_id=whole(f"/{line.sheet.pole.slug}/fiche-{line.sheet.pk}"),
            unique_id_is_permalink=False,
            pubdate=version.published_at,
            updateddate=version.published_at,
            author_name=line.words["author"] or line.sheet.publisher.name,
            categories=[*line.words["keywords"], *line.words["tags"]],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


@reads
def sheets_atom(request: Any) -> HttpResponse:
    """Give the latest sheets as Atom."""
    return _feed_of_pole(request, Atom1Feed, "sheets_atom")


@reads
def sheets_rss(request: Any) -> HttpResponse:
    """Give the latest sheets as RSS."""
    return _feed_of_pole(request, Rss201rev2Feed, "sheets_rss")


@kept
@reads
def publisher_atom(request: Any, slug: str) -> HttpResponse:
    """Give the latest sheets of a publisher, in whatever pole, as Atom."""
    publisher, whole = found(publications.publisher_named(slug)), request.build_absolute_uri
    feed = Atom1Feed(
        title=_("%(name)s : fiches d’expérience") % {"name": publisher.name},
        link=whole(reverse("publisher", args=[slug])),
        description=publisher.name,
        language="fr",
        feed_url=whole(reverse("publisher_atom", args=[slug])),
        author_name=publisher.name,
    )
    latest = narrowed(publications.published_by(publisher), Asked())[:IN_FEED]
    return _filled(request, feed, publications.publication_lines(read_in_order(latest)))


def _part(request: Any, code: str) -> tuple[shared_tables.SharedTable, shared_tables.Part]:
    """Return the table of this name and the part of it that an address asks for, the first one by default."""
    table = found(shared_tables.TABLES.get(code))
    after = row_number(request.GET.get(REST))
    return table, shared_tables.part_of(table, request.pole, request.today, after)


def _rest(request: Any, part: shared_tables.Part) -> str | None:
    """Return the whole address of the rows that follow; None where all were given."""
    if part.rest_after is None:
        return None
    return str(request.build_absolute_uri(f"{request.path}?{REST}={part.rest_after}"))


@reads
def shared_table_csv(request: Any, code: str) -> HttpResponse:
    """Give an open table as CSV; its headers say how many rows there are, and where the rest is."""
    table, part = _part(request, code)
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    names = [name for name, _words in table.columns]
    writer.writerow(names)
    for row in part.rows:
        writer.writerow([shared_tables.safe_cell(row[name]) for name in names])
    answer = HttpResponse("\N{BYTE ORDER MARK}" + file.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{request.pole.slug}-{code}.csv"'
    answer["X-Total-Count"] = str(part.total)
    if rest := _rest(request, part):
        answer["Link"] = f'<{rest}>; rel="next"'
    return answer


@reads
def shared_table_json(request: Any, code: str) -> HttpResponse:
    """Give an open table as JSON, with what each column says."""
    table, part = _part(request, code)
    facts = {
        "titre": str(table.title),
        "pole": request.pole.name,
        "licence": shared_tables.LICENCE,
        "licence_url": shared_tables.LICENCE_URL,
        "etabli_le": timezone.localdate().isoformat(),
        "colonnes": {name: str(words) for name, words in table.columns},
        "lignes_en_tout": part.total,
        "suite": _rest(request, part),
        "lignes": part.rows,
    }
    return JsonResponse(facts, json_dumps_params={"ensure_ascii": False})
