"""What a structure takes away from calls: the answers it took part in, with what it wrote there, and its papers."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.takeaway import Document, Part, document_name
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure
from phares.rooms.funding.models import Member, Paper


def parts(actor: Actor, structure: Structure) -> Iterator[Part]:
    """Return what this room keeps of a structure; the words of its partners stay theirs."""
    yield _answers(structure)
    yield _papers(structure)


def _answers(structure: Structure) -> Part:
    columns = {
        "call": _("Appel"),
        "title": _("Réponse"),
        "accepted": _("En est"),
        "reason": _("Raison donnée"),
        "share": _("Part en %"),
        "budget": _("Budget écrit, en euros"),
        "result": _("Ce qu’il en est advenu"),
    }
    found = Member.objects.filter(structure=structure, invited_at__isnull=False)
    rows = [
        {
            "call": one.application.call.title,
            "title": one.application.title,
            "accepted": {True: _("oui"), False: _("non")}.get(one.accepted, ""),
            "reason": one.reason,
            "share": None if one.share_bp is None else one.share_bp / 100,
            "budget": [f"{cell.account} : {cell.amount_cents / 100:.2f}" for cell in one.cells.all()],
            "result": one.application.get_result_display(),
        }
        for one in found.select_related("application__call").prefetch_related("cells").order_by("pk")
    ]
    return Part("reponses-aux-appels", _("Ses réponses à des appels"), columns, rows)


def _papers(structure: Structure) -> Part:
    columns = {
        "kind": _("Sorte"),
        "name": _("Nom de la pièce"),
        "valid_until": _("Valable jusqu’au"),
        "file": _("Fichier"),
    }
    found: list[Any] = list(Paper.objects.filter(structure=structure).select_related("file").order_by("pk"))
    names = {one.pk: document_name("piece", one.pk, one.file.name) for one in found}
    rows = [
        {"kind": one.get_kind_display(), "name": one.name, "valid_until": one.valid_until, "file": names[one.pk]}
        for one in found
    ]
    held = tuple(Document(names[one.pk], lambda one=one: one.file.file.open("rb")) for one in found)  # type: ignore[misc]
    return Part("pieces", _("Ses pièces pour les appels"), columns, rows, held)
