"""What a structure takes away of what gathers several: its place in chains, in groups, what it asked to join."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.takeaway import Part
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import ChainLink, Joining, PooledProposal
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure


def chains(structure: Structure) -> Part:
    """Return its own place in each chain; what the others answered is written in no place that others read."""
    columns = {
        "proposed_at": _("Proposée le"),
        "gives": _("Ce qu’elle donnerait"),
        "to": _("À qui"),
        "answer": _("Sa réponse"),
        "answered_at": _("Répondu le"),
        "state": _("Où cela en est"),
    }
    found = ChainLink.objects.filter(structure=structure).select_related(
        "chain", "offer", "need__structure", "need__group", "need__resident"
    )
    answers = {True: _("en est"), False: _("pas pour elle"), None: ""}
    rows = [
        {
            "proposed_at": one.chain.proposed_at,
            "gives": one.offer.title,
            "to": str(one.need.holder),
            "answer": str(answers[one.accepted]),
            "answered_at": one.answered_at,
            "state": str(_state(one.chain)),
        }
        for one in found.order_by("chain__proposed_at", "chain")
    ]
    return Part("chaines", _("Les chaînes de troc"), columns, rows)


def joinings(structure: Structure) -> Part:
    """Return what it asked to take part in, with the word that it was answered."""
    columns = {
        "cooperation": _("Coopération"),
        "role": _("Ce qu’elle ferait"),
        "asked_at": _("Demandé le"),
        "state": _("Où cela en est"),
        "closed_at": _("Répondu le"),
        "word": _("Le mot des parties"),
    }
    found = Joining.objects.filter(structure=structure).select_related("cooperation").order_by("asked_at", "pk")
    rows = [
        {
            "cooperation": one.cooperation.title,
            "role": one.role,
            "asked_at": one.asked_at,
            "state": one.get_state_display(),
            "closed_at": one.closed_at,
            "word": one.word,
        }
        for one in found
    ]
    return Part("demandes-de-participation", _("Les demandes de prendre part"), columns, rows)


def _state(chain: Any) -> Any:
    """Return where a chain stands."""
    if chain.agreed_at:
        return _("acceptée par tous")
    return _("sans suite") if chain.closed_at else _("attend des réponses")


def pooled(actor: Actor, structure: Structure) -> Part:
    """Return the groups in which its need is, as its page shows them: who, how much, in or not."""
    columns = {
        "title": _("Proposition"),
        "form": _("Ce qui serait fait"),
        "proposed_at": _("Proposée le"),
        "by": _("Qui"),
        "need": _("Besoin"),
        "quantity": _("Combien"),
        "unit": _("Unité"),
        "choice": _("Réponse"),
        "source": _("D’où viennent les prix"),
    }
    found = PooledProposal.objects.filter(
        pk__in=permissions.visible_pooled(actor, structure.pole).filter(parts__need__structure=structure).values("pk")
    ).prefetch_related("parts__need__structure", "parts__need__group", "parts__need__resident")
    rows = [
        {
            "title": one.title,
            "form": one.get_form_display(),
            "proposed_at": one.proposed_at,
            "by": str(part.need.holder),
            "need": part.need.title,
            "quantity": part.quantity,
            "unit": one.unit,
            "choice": part.get_choice_display(),
            "source": one.source,
        }
        for one in found.order_by("proposed_at", "pk")
        for part in one.parts.all()
    ]
    return Part("besoins-groupes", _("Les besoins mis ensemble"), columns, rows)
