"""Pages of memberships: a structure takes part from a day on, and until a day."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import LastDayForm, LineageForm, MembershipChangeForm, MembershipForm
from phares.rooms.directory.forms.structures import KIND_HINTS
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models.membership import MembershipKind


@writes
@members
def admit_structure(request: Any, slug: str) -> HttpResponse:
    """Write down how and since when a structure takes part."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    require(permissions.can_keep_directory(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        actions.admit_structure(structure=one, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return form_page(
        request,
        MembershipForm(request.POST or None, initial={"kind": MembershipKind.HOSTED, "from_on": request.today}),
        act,
        template="directory/admit_structure.html",
        structure=one,
        kind_hints=KIND_HINTS,
    )


@writes
@members
def end_membership(request: Any, pk: int) -> HttpResponse:
    """Write down the last day of a structure's taking part."""
    membership = found(queries.membership_numbered(request.pole, pk))
    require(permissions.can_keep_directory(request.actor, request.pole))
    address = reverse("directory:structure", args=[request.pole.slug, membership.structure.slug])

    def act(entry: dict[str, Any]) -> str:
        actions.end_membership(membership=membership, **entry, by=request.actor, at=timezone.now())
        return address

    return form_page(
        request,
        LastDayForm(request.POST or None, initial={"until_on": request.today}),
        act,
        heading=_("Fin de la participation de %(name)s") % {"name": membership.structure},
        lead=_("Ce que la structure a fait jusque-là reste écrit."),
        submit_label=_("Enregistrer"),
        back_label=str(membership.structure),
        back_url=address,
    )


@writes
@members
def change_membership(request: Any, pk: int) -> HttpResponse:
    """Write down that a structure takes part in another way from a day on."""
    membership = found(queries.membership_numbered(request.pole, pk))
    require(permissions.can_keep_directory(request.actor, request.pole))
    structure = membership.structure

    def act(entry: dict[str, Any]) -> str:
        actions.change_membership(membership=membership, **entry, by=request.actor, at=timezone.now())
        return structure.get_absolute_url()

    return form_page(
        request,
        MembershipChangeForm(request.POST or None, initial={"from_on": request.today}),
        act,
        heading=_("%(name)s participe autrement") % {"name": structure},
        lead=_("Jusqu’ici : %(kind)s. Ce qu’elle était reste écrit, avec ses dates.")
        % {"kind": membership.get_kind_display()},
        submit_label=_("Enregistrer"),
        back_label=str(structure),
        back_url=structure.get_absolute_url(),
    )


@writes
@members
def record_lineage(request: Any, slug: str) -> HttpResponse:
    """Write down from which structure another was born, or into which it merged."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    require(permissions.can_keep_directory(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        other = found(queries.structure_named(request.actor, request.pole, entry.pop("other")))
        actions.record_lineage(structure=one, other=other, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return form_page(
        request,
        LineageForm(request.POST or None, others=queries.structures_to_choose(request.pole, but=one)),
        act,
        heading=_("D’où vient %(name)s") % {"name": one},
        lead=_("Une structure naît d’une autre, ou se réunit à une autre : la date et la source suffisent."),
        submit_label=_("Enregistrer"),
        back_label=str(one),
        back_url=one.get_absolute_url(),
    )
