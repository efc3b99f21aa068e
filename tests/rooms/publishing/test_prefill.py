"""What the register tells a sheet of money, jobs, hours, results, territory: once, with its source, or not at all."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.funding.models import Funder, Grant
from phares.rooms.impact.models import Result
from phares.rooms.publishing.prefill import words_from_register
from phares.rooms.territory import actions as territory
from phares.rooms.territory.models import Figure


@pytest.fixture
def lived(cast: Cast, now: datetime, agree: Callable[..., Cooperation]) -> Cooperation:
    """A cooperation with hours and money noted, two jobs of which one was taken back, and no problem behind it yet."""
    one, nour = agree(), cast.actor("nour")
    for minutes, cents in ((90, 12_345), (45, None)):
        cooperation.note_fact(
            cooperation=one, on=now.date(), what="Un mardi.", minutes=minutes, cents=cents, by=nour, at=now
        )
    said = {"employer": "L’Établi", "effect": "created", "contract": "open_ended", "from_on": now.date()}
    cooperation.declare_job(cooperation=one, title="Gardienne", fte=Fraction(1, 3), **said, by=nour, at=now)
    wrong = cooperation.declare_job(cooperation=one, title="Erreur", fte=Fraction(1), **said, by=nour, at=now)
    cooperation.withdraw_job(job=wrong, by=nour, at=now)
    return one


def test_means_and_totals_come_from_what_was_noted(lived: Cooperation, now: datetime) -> None:
    words = words_from_register(lived, now.date())
    assert words["means"] == "- Gardienne : 0,33 équivalent temps plein.\n- 2,25 heures notées ensemble."
    totals = [(row["figure"], row["on"], bool(row["url"])) for row in words["results"]]
    day = now.date().isoformat()
    assert totals == [("2,25\u202fh", day, True), ("123,45\u202f€", day, True), ("0,33", day, True)]
    assert all(row["source"] for row in words["results"])


def test_grants_and_results_of_this_cooperation_alone(
    lived: Cooperation, cast: Cast, now: datetime, agree: Callable[..., Cooperation]
) -> None:
    day, other = now.date(), agree("Une autre")
    funder = Funder.objects.create(pole=cast.pole, name="Région Grand-Large")
    for number, (whose, cents) in enumerate(((lived, 420_000), (other, 99), (None, 77))):
        Grant.objects.create(
            pole=cast.pole, funder=funder, cooperation=whose, title="Subvention", amount_cents=cents, from_on=day,
            until_on=day, report_due_on=day + timedelta(180), opened_at=now,
        )  # fmt: skip
        for value, withdrawn in ((Decimal("7.50"), None), (Decimal(1000), now)):
            Result.objects.create(
                pole=cast.pole, number=10 * number + int(value), cooperation=whose, what="séances", on=day,
                value=value, unit="h", noted_at=now, withdrawn_at=withdrawn,
            )  # fmt: skip
    words = words_from_register(lived, day)
    assert words["money"] == [{"year": str(day.year), "funder": "Région Grand-Large", "cents": "420000"}]
    assert [row["figure"] for row in words["results"] if row["what"] == "séances"] == ["7,5 h"]


def test_figures_of_the_territory_come_with_their_source_and_without_doubt(
    lived: Cooperation, cast: Cast, now: datetime
) -> None:
    common: dict[str, Any] = {"pole": cast.pole, "area_name": "Port-Aval", "unit": "%", "on": "2021"}
    for area, subject, more in (
        ("commune", "Sans voiture", {"source": "INSEE, recensement"}),
        ("commune", "Sans source", {"source": ""}),
        ("qpv", "Douteux", {"source": "INSEE", "is_ambiguous": True}),
        ("france", "Trop loin", {"source": "INSEE"}),
    ):
        Figure.objects.create(**common, area=area, subject=subject, value="41", **more)
    assert words_from_register(lived, now.date())["territory"] == (
        "- Port-Aval : Sans voiture, 41 % (INSEE, recensement, 2021)."
    )


def test_the_problem_that_it_answers_is_the_need_where_nobody_said_one(
    lived: Cooperation, cast: Cast, now: datetime
) -> None:
    assert words_from_register(lived, now.date())["need"] == ""
    lena = cast.actor("lena")
    said = {"title": "Rien au sec", "text": "Tout pourrit dehors.", "kinds": ["social"]}
    problem = territory.write_problem(pole=cast.pole, **said, by=lena, at=now)
    territory.answer_problem(problem=problem, title="", cooperation=lived, by=lena, at=now)
    assert words_from_register(lived, now.date())["need"] == "Rien au sec\n\nTout pourrit dehors."
