"""Money: a grant with a payment to come and a figure promised."""

from decimal import Decimal

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import Cast
from phares.rooms.funding import actions


def add(scene: Scene, cast: Cast) -> None:
    """Write them down as Hind would."""
    at, day, hind = timezone.now(), timezone.localdate(), cast.actor("hind")
    grant = actions.open_grant(
        pole=cast.pole,
        funder="Région",
        title="Un poste",
        amount_cents=100_000,
        from_on=day,
        until_on=day,
        by=hind,
        at=at,
    )
    payment = actions.plan_payment(grant=grant, label="Solde", amount_cents=50_000, by=hind, at=at)
    figure = actions.promise_indicator(grant=grant, label="Venues", unit="fois", target=Decimal(3), by=hind, at=at)
    scene.things |= {"grant": [grant.pk], "paid": [payment.pk], "figure": [figure.pk]}
