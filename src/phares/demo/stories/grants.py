"""The money that Le Fanal was granted: three years of the region for the post, one year of the town for open workshops."""

from decimal import Decimal
from typing import Any

from phares.demo.telling import Telling
from phares.rooms.funding import actions
from phares.rooms.funding.models import Grant


def _opened(telling: Telling, ago: int, **said: Any) -> Grant:
    """Let Hind, who follows the money, write a grant down."""
    pole, by = telling.cast.pole, telling.cast.actor("hind")
    return actions.open_grant(pole=pole, **said, by=by, at=telling.at(ago))


def _paid(telling: Telling, ago: int, grant: Grant, label: str, cents: int, due: int, received: int | None) -> None:
    """Plan a payment, and note its arrival where it came in; days are counted back from today."""
    by = telling.cast.actor("hind")
    planned = {"grant": grant, "label": label, "amount_cents": cents, "due_on": telling.day(due)}
    payment = actions.plan_payment(**planned, by=by, at=telling.at(ago))
    if received is not None:
        actions.receive_payment(payment=payment, on=telling.day(received), by=by, at=telling.at(received))


def _promised(telling: Telling, ago: int, grant: Grant, *promises: tuple[str, str, int]) -> None:
    for label, unit, target in promises:
        said = {"grant": grant, "label": label, "unit": unit, "target": Decimal(target)}
        actions.promise_indicator(**said, by=telling.cast.actor("hind"), at=telling.at(ago))


def regional(telling: Telling) -> None:
    """The region supports the coordinator's post for three years."""
    grant = _opened(
        telling,
        410,
        funder="Région Grand-Large",
        title="Un poste pour animer le pôle",
        convention_number="RGL-ESS-0417",
        amount_cents=9_000_000,
        from_on=telling.day(400),
        until_on=telling.day(400 - 3 * 365),
    )
    _paid(telling, 409, grant, "Première année", 3_000_000, 380, 371)
    _paid(telling, 409, grant, "Deuxième année", 3_000_000, 12, None)
    _paid(telling, 409, grant, "Solde", 3_000_000, 400 - 3 * 365, None)
    _promised(
        telling,
        408,
        grant,
        ("Coopérations qui durent plus d’un an", "coopérations", 8),
        ("Structures accueillies", "structures", 15),
    )


def town(telling: Telling) -> None:
    """The town paid a year of open workshops; the report is still to be sent."""
    grant = _opened(
        telling,
        480,
        funder="Ville de Port-Aval",
        title="Des ateliers ouverts au quartier",
        convention_number="PA-2025-031",
        amount_cents=1_200_000,
        from_on=telling.day(470),
        until_on=telling.day(106),
    )
    _paid(telling, 479, grant, "En une fois", 1_200_000, 440, 433)
    _promised(telling, 478, grant, ("Personnes venues aux ateliers", "personnes", 120))
    earlier = _opened(
        telling,
        850,
        funder="Ville de Port-Aval",
        title="L’ouverture du lieu",
        amount_cents=800_000,
        from_on=telling.day(840),
        until_on=telling.day(476),
    )
    _paid(telling, 849, earlier, "En une fois", 800_000, 800, 790)
    actions.send_grant_report(grant=earlier, on=telling.day(390), by=telling.cast.actor("hind"), at=telling.at(390))
