"""The tables of a binder: the words of a report, and the records that the figures of the pole are counted from."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from phares.rooms.commons.days import as_day
from phares.rooms.cooperation.models import Job
from phares.rooms.impact.ground import Ground

Table = tuple[str, str, Sequence[str], list[Sequence[Any]]]


def exact(value: Any) -> str:
    """Return an exact value as a decimal where one says it whole: a spreadsheet takes 4/5 for a day of May."""
    if value is None or value == "":
        return ""
    whole = Fraction(value)
    rest = whole.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return str(whole) if rest > 1 else f"{Decimal(whole.numerator) / Decimal(whole.denominator):f}"


def day(iso: str) -> date:
    """Return a day kept as text."""
    return date.fromisoformat(iso)


def of_words(words: dict[str, Any]) -> Iterator[Table]:
    """Yield what the page says: promises, results once each, who paid for which, figures."""
    lines = words["lines"]
    yield (
        "promesses-au-financeur",
        _("Ce qui était promis au financeur, la raison de chaque écart"),
        ("promesse", "unite", "promis", "pour_le", "raison"),
        [(one["label"], one["unit"], one["target"], one["due_on"], one["reason"]) for one in lines],
    )
    results = {one["number"]: one for line in lines for one in line["results"]}
    yield (
        "resultats",
        _("Les résultats, chacun une fois"),
        ("numero", "resultat", "jour", "combien", "unite"),
        [(n, one["what"], one["on"], one["value"], one["unit"]) for n, one in sorted(results.items())],
    )
    yield (
        "resultats-et-promesses",
        _("À quelle promesse répond chaque résultat"),
        ("numero", "promesse", "pour_le"),
        [(one["number"], line["label"], line["due_on"]) for line in lines for one in line["results"]],
    )
    yield (
        "resultats-et-financeurs",
        _("Qui a payé chaque résultat"),
        ("numero", "financeur"),
        [(n, funder) for n, one in sorted(results.items()) for funder in one["funders"]],
    )
    yield (
        "chiffres",
        _("Les chiffres du pôle tels que la page les dit : valeur exacte, et un an plus tôt"),
        ("chiffre", "valeur", "un_an_plus_tot", "compte_le"),
        [(one["code"], exact(one["value"]), exact(one["before"]), words["counted_on"]) for one in words["figures"]],
    )


def _named(job: Job, seen: set[int]) -> tuple[str, str]:
    """Return what a job is and where, to those who may see a cooperation that it is the doing of."""
    is_seen = any(one.pk in seen for one in job.cooperations.all())
    return (job.title, job.employer) if is_seen else ("", "")


def of_ground(ground: Ground, seen: set[int], when: str) -> Iterator[Table]:
    """Yield the records of a day; what is kept between its parties has a number and no words."""
    numbers = {one.pk: f"c{place}" for place, one in enumerate(ground.cooperations, 1)}
    yield (
        f"cooperations{when}",
        _("Les accords signés par toutes leurs parties"),
        ("cooperation", "titre", "signe_le", "finie_le"),
        [
            (
                numbers[x.pk],
                x.title if x.pk in seen else "",
                as_day(x.started_at or x.written_at).isoformat(),
                x.ended_on.isoformat() if x.ended_on else "",
            )
            for x in ground.cooperations
        ],
    )
    facts = [(one.cooperation.pk, one.fact) for one in ground.proofs if one.cooperation is not None]
    yield (
        f"faits{when}",
        _("Les faits datés qui font vivre une coopération"),
        ("cooperation", "sorte", "du", "au"),
        [
            (numbers[pk], fact.kind, fact.on.isoformat(), (fact.on + timedelta(days=fact.lasts_days)).isoformat())
            for pk, fact in facts
            if pk in numbers
        ],
    )
    yield (
        f"membres{when}",
        _("Les membres, sans leur nom : dans combien de coopérations vivantes chacun est"),
        ("membre", "cooperations"),
        [
            (f"m{place}", times)
            for place, times in enumerate(sorted(ground.times.get(one.structure_id, 0) for one in ground.members), 1)
        ],
    )
    yield (
        f"emplois{when}",
        _("Les emplois, chacun une fois"),
        ("emploi", "poste", "employeur", "contrat", "etp", "insertion", "depuis_le"),
        [
            (f"e{place}", *_named(one, seen), one.get_contract_display(), exact(one.fte),
             "oui" if one.is_insertion else "non", one.from_on.isoformat())
            for place, one in enumerate(ground.jobs, 1)
        ],
    )  # fmt: skip
    yield (
        f"emplois-et-cooperations{when}",
        _("Quelles coopérations partagent quel emploi"),
        ("emploi", "cooperation"),
        [
            (f"e{place}", numbers[each.pk])
            for place, one in enumerate(ground.jobs, 1)
            for each in one.cooperations.all()
            if each.pk in numbers
        ],
    )
