"""Pages of the charter: the version in force, earlier ones, adopting the next, signing."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import CharterForm
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models import Structure


@reads
def charter(request: Any, number: int | None = None) -> HttpResponse:
    """Show a version of the charter, the one in force by default, and who signed it."""
    actor, pole = request.actor, request.pole
    can_keep = permissions.can_keep_directory(actor, pole)
    one = queries.charter_numbered(pole, number)
    if one is None and number is None:
        return render(request, "directory/charter.html", {"read": None, "can_keep": can_keep})
    read = queries.charter_read(actor, found(one), request.today)
    own = actor.holder if isinstance(actor.holder, Structure) else None
    signed = {signature.structure_id for signature in read.signatures}
    may_sign = own is not None and permissions.can_sign_charter(actor, read.charter, own)
    return render(
        request,
        "directory/charter.html",
        {
            "read": read,
            "versions": queries.charters_of(pole),
            "can_keep": can_keep,
            "own": own,
            "asks_own": bool(own and may_sign and read.is_in_force and own.pk not in signed),
        },
    )


@writes
@members
def adopt_charter(request: Any) -> HttpResponse:
    """Put a new version of the charter in force, beginning with the words of the last."""
    require(permissions.can_keep_directory(request.actor, request.pole))
    last = queries.charter_numbered(request.pole)
    address = reverse("directory:charter", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        values = [actions.ValueWords(name, meaning) for name, meaning in entry.pop("values")]
        actions.adopt_charter(pole=request.pole, values=values, **entry, by=request.actor, at=timezone.now())
        return address

    lines = [f"{one.name} : {one.meaning}" if one.meaning else one.name for one in last.values.all()] if last else []
    initial = {
        "preamble": last.preamble if last else "",
        "values": "\n".join(lines),
        "adopted_on": request.today,
    }
    return form_page(
        request,
        CharterForm(request.POST or None, initial=initial),
        act,
        heading=_("Adopter une nouvelle version de la charte") if last else _("Écrire la charte du pôle"),
        lead=_(
            "Les versions d’avant restent lisibles, avec celles qui les ont signées ; la nouvelle se signe à son tour."
        ),
        submit_label=_("Adopter cette version"),
        back_label=_("La charte"),
        back_url=address,
    )


@acts
@members
def sign_charter(request: Any, number: int) -> HttpResponse:
    """Sign a version: for one's own structure, or, for those who keep the directory, what was signed on paper."""
    version = found(queries.charter_numbered(request.pole, number))
    slug = request.POST.get("structure", "")
    one = found(queries.structure_named(request.actor, request.pole, slug))
    actions.sign_charter(charter=version, structure=one, by=request.actor, at=timezone.now())
    return redirect("directory:charter", request.pole.slug)
