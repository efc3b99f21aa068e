"""La semaine tells the coordinator when the backup is missing, old, or could not be read back, and only then."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.models import Backup
from phares.rooms.directory import actions

HEADING = "Ce qui garde la mémoire du pôle"
DAY = timedelta(days=1)


@pytest.fixture
def week(cast: Cast, client_as: Callable[[str], Client]) -> Callable[[str], str]:
    """Return what La semaine shows to somebody."""
    return lambda who="lena": client_as(who).get("/fanal/semaine/").content.decode()


@pytest.mark.parametrize(
    ("made", "tested", "trouble", "told"),
    [
        (1, 0, "", ""),
        (1, None, "", ""),
        (9, 1, "", "il en faut une chaque semaine"),
        (1, 1, "Le fichier a changé depuis qu’il a été écrit.", "Le fichier a changé"),
        (5, 4, "", "n’a pas été relue"),
    ],
)
def test_only_what_is_wrong_with_the_last_backup_is_told(
    week: Any, now: datetime, made: int, tested: int | None, trouble: str, told: str
) -> None:
    Backup.objects.create(
        path="/secret/lieu.phares", size=1, sha256="0" * 64, rows=1, files=0, made_at=now - made * DAY,
        tested_at=None if tested is None else now - tested * DAY, trouble=trouble,
    )  # fmt: skip
    page = week()
    assert (HEADING in page, told in page) == (bool(told), True)
    assert "/secret/lieu" not in page


def test_a_pole_that_has_worked_for_a_week_without_any_is_told_and_a_new_one_is_left_in_peace(
    cast: Cast, week: Any, now: datetime
) -> None:
    assert HEADING not in week()
    actions.describe_structure(structure=cast.structures["etabli"], name="L’Établi", by=CONSOLE, at=now - 9 * DAY)
    assert "aucune n’a encore été faite" in week()
    assert "Voir la dernière sauvegarde" in week()
