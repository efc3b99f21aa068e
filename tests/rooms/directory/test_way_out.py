"""Whoever has entered finds the way out on every page of their account, a second factor switched on or not."""

from collections.abc import Callable

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast

PAGES = (
    "mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp", "mfa_list_webauthn",
    "mfa_add_webauthn", "account_set_password", "usersessions_list", "account_logout", "my_account",
)  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_the_way_out_is_on_every_page_of_an_account_with_a_second_factor(
    cast: Cast, client_as: Callable[[str], Client], name: str
) -> None:
    client, nour = client_as("nour"), cast.people["nour"]
    TOTP.activate(nour, generate_totp_secret())
    RecoveryCodes.activate(nour)
    answer = client.get(reverse(name), follow=True)  # some ask who is there once more
    assert answer.status_code == 200
    assert f'action="{reverse("account_logout")}"' in answer.content.decode()
