"""What lasts, in the scene: figures that everybody reads, a measure with its evidence."""

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from house.scene import PNG, Scene
from phares.demo.cast import Cast
from phares.rooms.impact import actions
from phares.rooms.impact.models import Indicator


def add(scene: Scene, cast: Cast) -> None:
    """Let everybody read them, and measure one thing."""
    at, lena = timezone.now(), cast.actor("lena")
    actions.show_figures(pole=cast.pole, by=lena, at=at)
    measure = actions.write_measure(
        pole=cast.pole,
        indicator=Indicator.objects.get(code="benevolat"),
        from_on=date(at.year - 1, 1, 1),
        until_on=date(at.year - 1, 12, 31),
        value=Decimal(120),
        method="Cahier de présence",
        evidence=SimpleUploadedFile("cahier.png", PNG, "image/png"),
        aims=actions.Aims(),
        by=lena,
        at=at,
    )
    scene.things |= {"figure_code": ["emplois"], "indicator_code": ["benevolat"], "measured": [measure.pk]}
