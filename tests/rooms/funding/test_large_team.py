"""A large team wins as a small one does: all its members are parties, with every promise and row of the budget."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from phares.demo.cast import Cast
from phares.rooms.cooperation.sharing_words import euros
from phares.rooms.directory.models import Structure
from phares.rooms.funding import actions, budget
from phares.rooms.funding.models import Application, Call, Member
from phares.rooms.funding.models.application import BudgetCell
from phares.rooms.funding.queries import team

pytestmark = pytest.mark.django_db
TEAM, FIGURES = 12, 20


@pytest.fixture
def ready(call: Call, cast: Cast, now: datetime) -> Application:
    """Twelve who accepted, each with its share and its row of the budget, and twenty figures proposed."""
    lena: dict[str, Any] = {"by": cast.actor("lena"), "at": now}
    Call.objects.update(most_members=TEAM)
    begun = actions.begin_application(call=Call.objects.get(), **lena)
    made = [
        Structure(
            pole=cast.pole, slug=f"douze-{n}", name=f"Les Douze {n}", search_text=f"les douze {n:02}", described_at=now
        )
        for n in range(TEAM)
    ]
    Structure.objects.bulk_create(made)
    shares = [900] * (TEAM - 1)
    shares.append(10_000 - sum(shares))
    for place, (one, share) in enumerate(zip(made, shares, strict=True)):
        member = Member.objects.create(
            application=begun, structure=one, invited_at=now, accepted=True, answered_at=now, go="go", share_bp=share
        )
        BudgetCell.objects.create(member=member, account="64", amount_cents=100_000 + place)
    for number in range(FIGURES):
        actions.propose_indicator(application=begun, label=f"Figure {number}", unit="fois", target=Decimal(9), **lena)
    return actions.choose_group(application=begun, form="solidary", lead=made[0], **lena)


def test_twelve_win_and_all_of_it_is_in_their_agreement(
    client_as: Any, ready: Application, cast: Cast, now: datetime
) -> None:
    lena: dict[str, Any] = {"by": cast.actor("lena"), "at": now}
    filed = actions.file_application(application=ready, sure=True, **lena)
    money = actions.Won(1_000_000, now.date(), now.date() + timedelta(days=364))
    won = actions.record_result(application=filed, result="won", on=now.date(), won=money, **lena)
    assert won.cooperation is not None
    parties = {party.structure_id for party in won.cooperation.parties.all()}
    assert parties == set(won.members.values_list("structure_id", flat=True))
    assert len(parties) == TEAM
    words = won.cooperation.agreements.get().words
    told = [one["what"] for one in words["promises"]]
    assert len(told) == TEAM + FIGURES
    for place in range(TEAM):
        assert any(euros(100_000 + place) in one for one in told), place
    for page in (won.cooperation.get_absolute_url(), won.cooperation.get_absolute_url() + "accord/"):
        answer = client_as("lena").get(page, follow=True)
        assert answer.status_code == 200
        assert "Les Douze 11" in answer.content.decode()


def test_a_set_of_partners_is_worth_the_rows_that_it_covers_by_itself(call: Call, cast: Cast, now: datetime) -> None:
    found = team.candidates(cast.actor("lena"), call, now.date())
    ordered = sorted(cast.structures[key].pk for key in ("etabli", "roue", "aval"))
    worth = budget._worth(call, found, ordered)
    for number, value in enumerate(worth):
        members = [pk for place, pk in enumerate(ordered) if number >> place & 1]
        rows = team.coverage(call, found, members)
        assert value == sum(row.requirement.weight for row in rows if row.is_covered)
    assert len(set(worth)) > 2
