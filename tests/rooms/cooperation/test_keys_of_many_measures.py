"""A key with an equal part and as many measures as it takes: typed on one page, exact to the cent."""

from collections.abc import Callable
from datetime import datetime
from fractions import Fraction

from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.models import Cooperation, Means, SharingKey
from rooms.cooperation.shared import close, cost

As = Callable[[str], Client]
WEIGHTS = {
    "m²": ("30", "60,5", "29,5"),
    "postes": ("1", "4", "2"),
    "copies": ("0", "700", "1300"),
    "h": ("7", "0", "1"),
}
SHARES = {"m²": "30", "postes": "20", "copies": "1/4", "h": "12,5"}


def test_a_key_takes_one_more_measure_at_a_click_keeps_what_is_typed_and_splits_to_the_cent(
    cast: Cast, line: Means, three_sharing: Cooperation, client_as: As, now: datetime
) -> None:
    uses, client = list(line.uses.all()), client_as("nour")
    address = reverse("cooperation:propose_key", args=["fanal", line.pk])
    said = {"from_on": "2025-01-01", "equal": "12,5", "measures": "2"}
    for number, (measure, amounts) in enumerate(WEIGHTS.items(), 1):
        while f'name="share_{number}"' not in (page := client.post(address, {**said, "more": "1"}).content.decode()):
            said["measures"] = str(int(said["measures"]) + 1)
        said |= {f"share_{number}": SHARES[measure], f"measure_{number}": measure}
        said |= {f"weight_{number}_{use.pk}": amount for use, amount in zip(uses, amounts, strict=True)}
    assert 'value="60,5"' in page
    assert not SharingKey.objects.exists()
    assert client.post(address, {**said, "measures": "2"}).status_code == 422  # two measures alone are no whole
    assert client.post(address, {**said, "measures": "4"}).status_code == 302
    key = SharingKey.objects.get()
    for who in ("sam", "awa"):
        actions.answer_key(key=key, accepted=True, by=cast.actor(who), at=now)
    account = close(cast, cost(cast, line, 1_234_57, now), now)
    exact = [Fraction(123457, 8) / 3] * 3
    for measure, share in (("m²", Fraction(3, 10)), ("postes", Fraction(1, 5)), ("copies", Fraction(1, 4)),
                           ("h", Fraction(1, 8))):  # fmt: skip
        counted = [Fraction(amount.replace(",", ".")) for amount in WEIGHTS[measure]]
        exact = [was + 123457 * share * one / sum(counted) for was, one in zip(exact, counted, strict=True)]
    paid = [share.cents for share in account.shares.all()]
    assert sum(paid) == 123457
    assert all(abs(cents - one) < 1 for cents, one in zip(paid, exact, strict=True))
    told = client.get(reverse("cooperation:means", args=["fanal", three_sharing.pk])).content.decode()
    assert all(measure in told for measure in WEIGHTS)


def test_a_number_of_measures_that_no_page_wrote_counts_for_none(cast: Cast, line: Means, client_as: As) -> None:
    address = reverse("cooperation:propose_key", args=["fanal", line.pk])
    for wrong in ("", "-3", "1e9", "99999999", "²", "deux"):
        page = client_as("nour").post(address, {"measures": wrong, "more": "1"})
        assert page.status_code in {200, 422}
        assert page.content.decode().count('name="share_') == 3
    many = client_as("nour").post(address, {"measures": "99", "more": "1"}).content.decode()
    assert many.count('name="share_') == 12
    assert 'name="more"' not in many
