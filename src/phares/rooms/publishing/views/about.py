"""Pages that lead to the pole and to what it lets anybody reuse: contact, open tables."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from phares.rooms.commons.http import reads
from phares.rooms.commons.numbers import number_words
from phares.rooms.publishing import for_machines, shared_tables
from phares.rooms.publishing.queries.agenda import gatherings_to_come


@reads
def contact(request: Any) -> HttpResponse:
    """Show how to reach the pole, and when one can simply come."""
    address = request.build_absolute_uri()
    context = {
        "to_come": gatherings_to_come(request.pole, timezone.now())[:3],
        "facts": {"@context": for_machines.CONTEXT, **for_machines.organisation(request.pole, address)},
    }
    return render(request, "publishing/contact.html", context)


@reads
def tables(request: Any) -> HttpResponse:
    """Show the open tables: what each column says, under which licence, in which forms."""
    shown = [
        {
            "table": table,
            "csv": shared_tables.address_of(request.pole, code, "csv"),
            "json": shared_tables.address_of(request.pole, code, "json"),
        }
        for code, table in shared_tables.TABLES.items()
    ]
    return render(
        request,
        "publishing/shared_tables.html",
        {
            "tables": shown,
            "licence": shared_tables.LICENCE,
            "licence_url": shared_tables.LICENCE_URL,
            "most_rows": number_words(shared_tables.MOST_ROWS),
        },
    )
