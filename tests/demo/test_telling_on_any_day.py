"""The demonstration can be told on whatever day somebody opens it; how long that takes is measured by `bench telling`.

Apart from the tests that share one telling: a pole is founded once.
"""

import pytest
from django.utils import timezone

from phares.demo.build import tell_everything
from phares.rooms.directory import queries as directory
from phares.rooms.directory.actors import VISITOR


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("day", ["2027-02-28", "2028-02-29", "2031-01-01", "2033-12-31"])
def test_the_demonstration_can_be_told_on_any_day(day: str) -> None:
    at = timezone.make_aware(timezone.datetime.fromisoformat(f"{day}T10:00:00"))
    told = tell_everything(at)
    assert directory.presence_on(VISITOR, told.cast.pole, told.today).hosted == 15
