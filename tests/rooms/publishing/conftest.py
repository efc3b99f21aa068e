"""What the tests of publishing share: files kept aside, a signed cooperation, the day's moment."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.cooperation.agreement_words import AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.models import Cooperation


@pytest.fixture(autouse=True)
def files_aside(tmp_path: Any, settings: Any) -> None:
    """Keep what people bring in a folder of the test."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }


@pytest.fixture
def agree(cast: Cast, now: datetime) -> Callable[..., Cooperation]:
    """Return a function that lets L’Établi and Roue Libre sign what they do together."""

    def signed(title: str = "Une réserve partagée", openness: str = "public") -> Cooperation:
        draft = AgreementDraft(
            title=title,
            purpose="Stocker au sec, à deux pas.",
            form="loan",
            from_on=now.date(),
            until_on=None,
            openness=openness,
            parties=(
                PartyDraft(cast.structures["etabli"], "range"),
                PartyDraft(cast.structures["roue"], "prête la réserve"),
            ),
            promises=(PromiseDraft(1, 0, "Donner une clé", None),),
        )
        one = cooperation.begin_cooperation(pole=cast.pole, draft=draft, by=cast.actor("nour"), at=now)
        seen = one.agreements.get().words_sha256
        for party, who in zip(one.parties.all(), ("nour", "sam"), strict=True):
            cooperation.sign_agreement(party=party, seen=seen, by=cast.actor(who), at=now)
        one.refresh_from_db()
        return one

    return signed
