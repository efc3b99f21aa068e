"""Who was there on a day."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from phares.rooms.commons.http import reads
from phares.rooms.directory import queries
from phares.rooms.directory.models.membership import MembershipKind


@reads
def presence(request: Any) -> HttpResponse:
    """Show who took part in the pole on the day asked for, today by default; a day that is none is said to be so."""
    asked = request.GET.get("jour", "")
    day, mistaken = request.today, False
    if asked:
        try:
            day = date.fromisoformat(asked)
        except ValueError:
            mistaken = True
    there = queries.presence_on(request.actor, request.pole, day)
    groups = [
        (label, there.counts[kind], [one for one in there.memberships if one.kind == kind])
        for kind, label in MembershipKind.choices
        if there.counts[kind]
    ]
    context = {"presence": there, "groups": groups, "asked": asked, "mistaken": mistaken}
    return render(request, "directory/presence.html", context, status=400 if mistaken else 200)
