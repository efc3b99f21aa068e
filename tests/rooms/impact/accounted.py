"""Grants, results and reports of the small cast, made through the acts."""

from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import typst
from django.core.files.uploadedfile import SimpleUploadedFile

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.cooperation.models import Cooperation, Job
from phares.rooms.funding import actions as funding
from phares.rooms.funding.models import Grant, PromisedIndicator
from phares.rooms.impact import actions
from phares.rooms.impact.models import Report, Result
from pictures import picture
from rooms.cooperation.agreed import TODAY, running

CONTRACT = """Contrat de travail
Salariée : Yasmine Oubrahim
Entre Roue Libre et Madame Yasmine OUBRAHIM, joignable au 06 12 34 56 78.
Temps plein, 35 heures."""


def pdf(text: str) -> SimpleUploadedFile:
    """Return a document of these words."""
    body = "\\\n".join(text.splitlines())
    return SimpleUploadedFile("contrat.pdf", typst.compile(body.encode(), ignore_system_fonts=True), "application/pdf")


def granted(cast: Cast, now: datetime, funder: str, *promises: tuple[str, str, int]) -> Grant:
    """Return a grant of the last year with what was promised for it."""
    lena, period = cast.actor("lena"), {"from_on": TODAY - timedelta(400), "until_on": TODAY - timedelta(30)}
    grant = funding.open_grant(
        pole=cast.pole, funder=funder, title=f"Un poste, {funder}", amount_cents=30_000_00, **period, by=lena, at=now
    )
    for label, unit, target in promises:
        said = {"grant": grant, "label": label, "unit": unit, "target": Decimal(target)}
        funding.promise_indicator(**said, by=lena, at=now)
    return grant


def shared_job(cast: Cast, now: datetime, *shared: Cooperation) -> Job:
    """Return a job with its contract, that cooperations share."""
    nour = cast.actor("nour")
    job = cooperation.declare_job(
        cooperation=shared[0],
        title="Mécanicienne",
        employer="Roue Libre",
        effect="created",
        contract="open_ended",
        fte=Fraction(4, 5),
        from_on=TODAY - timedelta(60),
        proof=pdf(CONTRACT),
        by=nour,
        at=now,
    )
    for other in shared[1:]:
        cooperation.share_job(job=job, cooperation=other, by=nour, at=now)
    return job


def noted(cast: Cast, now: datetime, *promised: PromisedIndicator, value: str = "1", **said: Any) -> Result:
    """Return a result that answers these promises."""
    entry = {"what": "Une mécanicienne est embauchée", "on": TODAY - timedelta(40), **said}
    by = entry.pop("by", cast.actor("lena"))
    return actions.note_result(pole=cast.pole, promised=promised, value=Decimal(value), **entry, by=by, at=now)


def written(cast: Cast, now: datetime, grant: Grant, reason: str = "Le local a manqué.") -> Report:
    """Return the report of a grant, a reason for each of its gaps."""
    return actions.write_report(
        grant=grant,
        sentence="Une mécanicienne a trouvé un temps plein entre trois structures.",
        not_working="Le second poste attend encore un local.",
        reasons=dict.fromkeys(grant.indicators.all(), reason),
        by=cast.actor("lena"),
        at=now,
    )


def told(cast: Cast, now: datetime) -> tuple[Grant, Grant, Result]:
    """Return two grants whose reports are out, and the result that both paid for."""
    three = [
        running(cast, "etabli", "roue", openness="public", title="Un mardi de réparation"),
        running(cast, "etabli", "roue", "aval", form="pooled_service", title="La comptable"),
        running(cast, "etabli", "aval", openness="parties", title="Entre nous deux"),
    ]
    job = shared_job(cast, now, *three)
    region = granted(cast, now, "Région", ("Emplois", "ETP", 2), ("Ateliers", "séances", 10))
    town = granted(cast, now, "Ville", ("Postes ouverts", "ETP", 1))
    jobs, workshops = region.indicators.order_by("pk")
    both = noted(cast, now, jobs, town.indicators.get(), job=job, cooperation=three[0])
    noted(cast, now, workshops, value="14", what="Quatorze ateliers", picture=actions.Shot(picture(), "Un atelier"))
    for grant in (region, town):
        actions.put_report_out(report=written(cast, now, grant), by=cast.actor("lena"), at=now)
    return region, town, both
