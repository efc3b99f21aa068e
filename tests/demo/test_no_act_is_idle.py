"""Without one act, some page of the demonstration reads otherwise; each story is told apart, with one act left out."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from demo.reader import Reader
from phares.demo import telling as telling_module
from phares.demo.stories import arrival, bicycles, open_items, over, proposals
from phares.demo.telling import Telling
from phares.rooms.commons.days import as_day
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.models import Cooperation, Item, Match

STEMS = {"say_item", "propose_match", "begin_cooperation", "write_agreement", "sign_agreement", "keep_commitment"}
LEAVES = [name for name in actions.__all__ if name not in STEMS]
"""Acts on which no other act of a story stands: one can be left out and the rest still told."""


class ActsBut:
    """The acts of cooperation, but for one call of one of them."""

    def __init__(self, left_out: str, call: int) -> None:
        self.left_out, self.call, self.calls = left_out, call, 0

    def __getattr__(self, name: str) -> Any:
        act = getattr(actions, name)
        if name != self.left_out:
            return act

        def counted(**said: Any) -> Any:
            self.calls += 1
            return None if self.calls == self.call else act(**said)

        return counted


def _reading(told: Telling) -> str:
    """Return all that the coordination reads of what was told."""
    reader, pole = Reader(told, "lena"), told.cast.pole
    read = [reader.read(pole, name) for name in ("directory:public", "directory:week")]
    for name, noun in (("cooperation", Cooperation), ("match", Match), ("item", Item)):
        read += [reader.read(pole, f"cooperation:{name}", one.pk) for one in noun._default_manager.order_by("pk")]
    return "\n".join(read)


def _told_but(settled: Telling, tell: Callable[[Telling], None], acts: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what pages say when a story is told with these acts; everything is undone."""
    monkeypatch.setattr(telling_module, "actions", acts)
    with transaction.atomic():
        telling = Telling(settled.cast, settled.today)
        tell(telling)
        reading = _reading(telling)
        transaction.set_rollback(True)
    return reading


SAMPLE = [
    (bicycles.tell, ["acknowledge_commitment", "drop_commitment", "note_fact", "choose_story"]),
    (over.digital_help, ["end_cooperation"]),
    (proposals.answered, ["answer_match"]),
    (open_items.taken_back, ["withdraw_item"]),
]


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize(("tell", "sample"), SAMPLE, ids=[tell.__name__ for tell, _ in SAMPLE])
def test_without_one_act_some_page_reads_otherwise(
    tell: Any, sample: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    today = as_day(timezone.now())
    settled = Telling(arrival.settle(today), today)
    whole = _told_but(settled, tell, actions, monkeypatch)
    for left_out in sample:
        assert left_out in LEAVES
        assert _told_but(settled, tell, ActsBut(left_out, 1), monkeypatch) != whole, left_out
