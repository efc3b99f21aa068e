"""What a structure takes away from its cooperations: what it said, answered, signed, promised and did."""

import io
from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.takeaway import Document, Part, document_name
from phares.rooms.cooperation import permissions, takeaway_together
from phares.rooms.cooperation.models import Agreement, Answer, Commitment, Cooperation, Fact, Item, Match, Note
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure


def parts(actor: Actor, structure: Structure) -> Iterator[Part]:
    """Return what this room keeps of a structure; of the others' words, only what they share with it."""
    yield _items(structure)
    yield _matches(actor, structure)
    together = Cooperation.objects.filter(parties__structure=structure).distinct().order_by("written_at", "pk")
    yield _cooperations(together.prefetch_related("parties__structure", "parties__group", "parties__resident"))
    yield _agreements(together)
    yield _promises(together)
    yield _facts(together)
    yield _notes(structure)
    yield from takeaway_together.parts(actor, structure, together)


def _items(structure: Structure) -> Part:
    columns = {
        "side": _("Besoin ou offre"),
        "kind": _("Sorte"),
        "title": _("La phrase"),
        "text": _("Détail"),
        "quantity": _("Combien"),
        "unit": _("Unité"),
        "from_on": _("Du"),
        "until_on": _("Au"),
        "place": _("Lieu"),
        "exchange": _("Contre quoi"),
        "said_on": _("Dit le"),
        "withdrawn_at": _("Retiré le"),
        "met_at": _("Trouvé le"),
        "visibility": _("Qui le voit"),
    }
    found = Item.objects.filter(structure=structure).order_by("said_at", "pk")
    return Part("besoins-et-offres", _("Ses besoins et ses offres"), columns, [_row(one, columns) for one in found])


def _row(one: Any, columns: dict[str, Any]) -> dict[str, Any]:
    """Return a row, choices by their words."""
    return {
        name: words() if (words := getattr(one, f"get_{name}_display", None)) else getattr(one, name)
        for name in columns
    }


def _matches(actor: Actor, structure: Structure) -> Part:
    columns = {
        "need": _("Besoin"),
        "helper": _("Qui pourrait aider"),
        "proposed_at": _("Proposé le"),
        "said_by": _("Qui répond"),
        "choice": _("Réponse"),
        "reason": _("Raison donnée"),
        "answered_at": _("Répondu le"),
    }
    mine = (
        Match.objects.proposed()
        .filter(Q(structure=structure) | Q(need__structure=structure))
        .select_related("need", "offer")
    )
    answers = Answer.objects.filter(match__in=mine).select_related(
        "match__need", "match__structure", "match__group", "match__resident"
    )
    rows = []
    for answer in answers.order_by("answered_at", "pk"):
        holder = permissions.side_holder(answer.match, answer.side)
        is_ours = holder == structure
        rows.append(
            {
                "need": answer.match.need.title,
                "helper": str(answer.match.holder),
                "proposed_at": answer.match.proposed_at,
                "said_by": str(holder),
                "choice": answer.get_choice_display(),
                "answered_at": answer.answered_at,
                "reason": answer.reason if is_ours or answer.reason_is_shared else "",
            }
        )
    return Part("rapprochements", _("Les rapprochements et leurs réponses"), columns, rows)


def _cooperations(together: Any) -> Part:
    columns = {
        "title": _("Titre"),
        "purpose": _("Ce qui est voulu"),
        "form": _("Ce qui est fait"),
        "parties": _("Avec qui"),
        "state": _("Où cela en est"),
        "from_on": _("Du"),
        "until_on": _("Au"),
        "started_at": _("Commencée le"),
        "ended_on": _("Terminée le"),
        "ending_word": _("Le mot de la fin"),
        "openness": _("Qui la voit"),
    }
    rows = [
        {
            **_row(one, {name: "" for name in columns if name != "parties"}),
            "parties": [str(party.holder) for party in one.parties.all()],
        }
        for one in together
    ]
    return Part("cooperations", _("Ses coopérations"), columns, rows)


def _agreements(together: Any) -> Part:
    columns = {
        "cooperation": _("Coopération"),
        "number": _("Version"),
        "written_at": _("Écrite le"),
        "sha256": _("SHA-256 du texte"),
        "file": _("Fichier"),
    }
    rows, documents = [], []
    for one in (
        Agreement.objects.filter(cooperation__in=together)
        .select_related("cooperation")
        .order_by("cooperation", "number")
    ):
        name = document_name("accord", one.cooperation.title, "version", one.number) + ".pdf" if one.pdf else ""
        rows.append(
            {
                "cooperation": one.cooperation.title,
                "number": one.number,
                "written_at": one.written_at,
                "sha256": one.words_sha256,
                "file": name,
            }
        )
        if one.pdf:
            documents.append(Document(f"{one.pk} {name}", lambda pdf=bytes(one.pdf): io.BytesIO(pdf)))  # type: ignore[misc]
            rows[-1]["file"] = f"{one.pk} {name}"
    return Part("accords", _("Les accords signés"), columns, rows, tuple(documents))


def _promises(together: Any) -> Part:
    columns = {
        "cooperation": _("Coopération"),
        "by": _("Qui promet"),
        "to": _("À qui"),
        "what": _("Quoi"),
        "due_on": _("Pour le"),
        "outcome": _("Ce qu’il en est"),
        "done_on": _("Fait le"),
        "word": _("Le mot laissé"),
    }
    found = Commitment.objects.filter(cooperation__in=together).select_related(
        "cooperation", "promised_by", "promised_to"
    )
    rows = [
        {
            "cooperation": one.cooperation.title,
            "by": str(one.promised_by.holder),
            "what": one.what,
            "due_on": one.due_on,
            "to": str(one.promised_to.holder) if one.promised_to else "",
            "outcome": one.get_outcome_display(),
            "done_on": one.done_on,
            "word": one.word,
        }
        for one in found.order_by("cooperation", "position", "pk")
    ]
    return Part("promesses", _("Les promesses"), columns, rows)


def _facts(together: Any) -> Part:
    columns = {"cooperation": _("Coopération"), "on": _("Le"), "what": _("Ce qui s’est passé"), "file": _("Fichier")}
    found = Fact.objects.filter(cooperation__in=together).select_related("cooperation", "proof").order_by("on", "pk")
    return _dated("faits", _("Ce qui s’est passé"), columns, list(found))


def _notes(structure: Structure) -> Part:
    columns = {"on": _("Le"), "what": _("Ce qui s’est passé"), "file": _("Fichier")}
    found = Note.objects.standing().filter(parties__structure=structure).select_related("proof").order_by("on", "pk")
    return _dated("notes", _("Ce qui a été noté en passant"), columns, list(found))


def _dated(code: str, title: Any, columns: dict[str, Any], found: list[Any]) -> Part:
    """Return dated things with the document that proves each."""
    documents = {one.pk: document_name(code, one.pk, one.proof.name) for one in found if one.proof}
    rows = [
        {"on": one.on, "what": one.what, "file": documents.get(one.pk, "")}
        | ({"cooperation": one.cooperation.title} if "cooperation" in columns else {})
        for one in found
    ]
    held = [Document(documents[one.pk], lambda one=one: one.proof.file.open("rb")) for one in found if one.proof]  # type: ignore[misc]
    return Part(code, title, columns, rows, tuple(held))
