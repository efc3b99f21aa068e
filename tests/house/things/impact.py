"""What lasts, in the scene: figures that everybody reads, a measure with its evidence."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from house.scene import PNG, Scene
from phares.demo.cast import Cast
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.funding import actions as funding
from phares.rooms.impact import actions
from phares.rooms.impact.models import Indicator
from pictures import picture


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
    _report(scene, cast)
    scene.things |= {"figure_code": ["emplois"], "indicator_code": ["benevolat"], "measured": [measure.pk]}


def _report(scene: Scene, cast: Cast) -> None:
    """Let a grant be accounted for: a result with a job, a photo and a document, a report that is out."""
    at, lena = timezone.now(), cast.actor("lena")
    today = at.date()
    grant = funding.open_grant(
        pole=cast.pole,
        funder="Ville de Port-Aval",
        title="Des ateliers à montrer",
        amount_cents=100_00,
        from_on=today - timedelta(days=200),
        until_on=today - timedelta(days=20),
        by=lena,
        at=at,
    )
    job = cooperation.declare_job(
        cooperation=Cooperation.objects.get(pk=scene.things["private"][0]),
        title="Mécanicienne cycles",
        employer="Roue Libre",
        effect="kept",
        contract="open_ended",
        fte=Fraction(1),
        from_on=today,
        proof=SimpleUploadedFile("contrat.png", PNG, "image/png"),
        by=cast.actor("nour"),
        at=at,
    )
    promised = funding.promise_indicator(grant=grant, label="Emplois", unit="ETP", target=Decimal(2), by=lena, at=at)
    result = actions.note_result(
        pole=cast.pole,
        promised=[promised],
        what="Une mécanicienne",
        on=today,
        value=Decimal(1),
        job=job,
        evidence=SimpleUploadedFile("carnet.png", PNG, "image/png"),
        picture=actions.Shot(picture(), "Un atelier"),
        by=lena,
        at=at,
    )
    report = actions.write_report(
        grant=grant,
        sentence="Une mécanicienne est là.",
        not_working="Le second poste attend.",
        reasons={promised: "Le second poste attend un local."},
        by=lena,
        at=at,
    )
    actions.put_report_out(report=report, by=lena, at=at)
    scene.things |= {"granted": [grant.pk], "out": [grant.pk, 1], "result": [result.number]}
