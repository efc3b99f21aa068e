"""What the register already knows of a cooperation, as the first words of its sheet."""

import re
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from phares.rooms.commons.days import as_day, day_words
from phares.rooms.cooperation.models import Cooperation, Fact
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.queries.cooperations import party_name, shown_parties
from phares.rooms.directory import queries as directory
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Structure
from phares.rooms.directory.models.structure import Visibility
from phares.rooms.directory.permissions import fields_hidden
from phares.rooms.publishing import prefill_ground

MOST_RESULTS, MOST_KEYWORDS = 8, 6
_FIGURE = re.compile(r"\d[\d \u202f\u00a0]*(?:[.,]\d+)?\s?(?:%|€|h|kg|t|m²)?")
_SORTS = {
    "association": "ess",
    "cooperative": "ess",
    "company": "company",
    "entrepreneur": "company",
    "authority": "authority",
    "school": "training",
}


def words_from_register(cooperation: Cooperation, day: date) -> dict[str, Any]:
    """Return what the register tells: who, since when, the need, what happened with its dates, figures, supporters.

    It is for everybody's eyes: whoever the public may not know by name is not named, a resident least of all.
    """
    pole = cooperation.pole
    parties = shown_parties(VISITOR, cooperation)
    structures = [party.structure for party in cooperation.parties.select_related("structure") if party.structure]
    main = structures[0] if structures else None
    facts = list(cooperation.facts.order_by("on", "pk"))
    names = [party.name for party in parties]
    return {
        "title": cooperation.title,
        "over_title": f"{pole.commune} • {_and(names)}"[:160],
        "dated_on": day.isoformat(),
        "kind": _("Fiche d’expérience"),
        "author": pole.name,
        "keywords": _keywords(structures),
        "commune": pole.commune,
        **(_of_structure(main, pole) if main else {}),
        "territory": prefill_ground.territory_words(pole),
        "need": _need(cooperation) or prefill_ground.problem_words(cooperation),
        "history": "\n".join(f"- {day_words(fact.on)} : {fact.what}" for fact in facts),
        "action": cooperation.purpose,
        "partners": [
            *({"name": one.name, "sort": _sort(structures, one.slug), "role": one.role} for one in parties),
            *_supporters(pole),
        ],
        "governance": _promises(cooperation),
        "cooperation": _level(cooperation),
        "means": prefill_ground.means_words(cooperation, facts),
        "money": prefill_ground.money_rows(cooperation),
        "results": [
            *prefill_ground.proven_rows(cooperation, facts),
            *_results(facts, pole.slug, cooperation.pk),
        ][:MOST_RESULTS],
        "licence": "CC BY 4.0",
    }


def _and(names: list[str]) -> str:
    """Return names as one says them: A, B et C."""
    return _(" et ").join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _of_structure(structure: Structure, pole: Any) -> dict[str, str]:
    """Return what the structure shows everybody of itself; where it keeps its own, the pole's address and contact."""
    hidden = fields_hidden(VISITOR, structure)
    shown = {
        name: "" if name in hidden else getattr(structure, name)
        for name in ("location", "contact_email", "contact_phone", "website")
    }
    return {
        "structure_name": structure.name,
        "structure_form": structure.get_legal_form_display(),
        "address": ", ".join(filter(None, [shown["location"], pole.address or structure.commune])),
        "contact_email": shown["contact_email"] or pole.contact_email,
        "contact_phone": shown["contact_phone"] or pole.contact_phone,
        "website": shown["website"],
    }


def _keywords(structures: list[Structure]) -> list[str]:
    """Return the fields in which the structures say to everybody that they work."""
    open_ones = [one for one in structures if "fields" not in fields_hidden(VISITOR, one)]
    return list(dict.fromkeys(str(field) for one in open_ones for field in one.fields.all()))[:MOST_KEYWORDS]


def _sort(structures: list[Structure], slug: str) -> str:
    """Return what kind of partner a party is; residents where no structure stands behind."""
    form = next((one.legal_form for one in structures if one.slug == slug), "")
    return _SORTS.get(form, "other") if form else "residents"


def _supporters(pole: Any) -> list[dict[str, str]]:
    """Return those who support the pole, as everybody may know them."""
    held = directory.supporters_of(pole, VISITOR)
    return [{"name": str(one.structure), "sort": "support", "role": one.structure.mission} for one in held]


def _need(cooperation: Cooperation) -> str:
    """Return the need from which it began, in the words in which it was said."""
    need = cooperation.match.need if cooperation.match else None
    if need is None or need.visibility != Visibility.PUBLIC:
        return ""
    said = _("Le %(day)s, quelqu’un a dit : « %(words)s »") % {
        "day": day_words(need.said_on),
        "words": need.quote or need.title,
    }
    return "\n\n".join(filter(None, [said, need.text]))


def _promises(cooperation: Cooperation) -> str:
    """Return what was promised, as the agreement says it, without judging anybody."""
    kept = cooperation.commitments.filter(outcome=Outcome.KEPT).select_related("promised_by__cooperation__pole")
    lines = [f"- {party_name(VISITOR, one.promised_by)} : {one.what}" for one in kept]
    started = cooperation.started_at
    head = (
        _("Un accord signé par toutes les parties le %(day)s.") % {"day": day_words(as_day(started))} if started else ""
    )
    return "\n\n".join(filter(None, [head, "\n".join(lines)]))


def _level(cooperation: Cooperation) -> str:
    """Return in words how far the parties go together."""
    return _("Ce que nous faisons ensemble : %(form)s.") % {"form": cooperation.get_form_display()}


def _results(facts: list[Fact], slug: str, pk: int) -> list[dict[str, str]]:
    """Return the facts that hold a figure, each with the page of the register that says it."""
    address = reverse("cooperation:cooperation", args=[slug, pk])
    counted = [(fact, _FIGURE.search(fact.what)) for fact in facts]
    return [
        {
            "figure": found.group().strip(),
            "what": fact.what,
            "on": fact.on.isoformat(),
            "source": _("Registre des coopérations du pôle"),
            "url": address,
        }
        for fact, found in counted
        if found
    ][:MOST_RESULTS]
