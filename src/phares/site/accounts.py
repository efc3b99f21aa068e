"""How people enter: nobody signs up alone, a person is made known by the pole first."""

import time
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.directory import queries
from phares.rooms.directory.entry_links import entry_token

ENTERED_AT, RECENTLY = "entered_at", 600  # seconds
LOGIN_CODE = "account/email/login_code"
# What a person is told by mail when the ways into their account change; allauth names each by a template of its own.
CHANGES = {
    "account/email/password_changed": gettext_lazy("Le mot de passe de votre compte a été changé."),
    "account/email/password_set": gettext_lazy("Un mot de passe a été choisi pour votre compte."),
    "account/email/password_reset": gettext_lazy("Le mot de passe de votre compte a été changé."),
    "mfa/email/totp_activated": gettext_lazy("Une application de codes protège maintenant votre compte."),
    "mfa/email/totp_deactivated": gettext_lazy("L’application de codes ne protège plus votre compte."),
    "mfa/email/webauthn_added": gettext_lazy("Une clé d’accès a été ajoutée à votre compte."),
    "mfa/email/webauthn_removed": gettext_lazy("Une clé d’accès a été retirée de votre compte."),
    "mfa/email/recovery_codes_generated": gettext_lazy("De nouveaux codes de secours ont été faits."),
}

WORDS = {
    "email_password_mismatch": gettext_lazy("Cette adresse et ce mot de passe ne vont pas ensemble."),
    "incorrect_code": gettext_lazy("Ce n’est pas le bon code : recopiez-le tel qu’il est écrit."),
    "incorrect_password": gettext_lazy("Ce n’est pas le bon mot de passe."),
    "too_many_login_attempts": gettext_lazy("Beaucoup de demandes pour cette adresse : attendez quelques minutes."),
    "rate_limited": gettext_lazy("Beaucoup de demandes à la fois : attendez une minute."),
}


class ClosedSignup(DefaultAccountAdapter):
    """Accounts are opened by those who keep the directory; a link by mail lets the known ones in."""

    error_messages = {**DefaultAccountAdapter.error_messages, **WORDS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return that nobody signs up alone."""
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """Note when one entered: whoever has just shown who they are is not asked again at once."""
        super().login(request, user)
        request.session[ENTERED_AT] = time.time()

    def is_reauthentication_required(self, *, app: str, **said: Any) -> bool:
        """Ask again who is there, but for the first ten minutes after one has entered."""
        just_entered = time.time() - self.request.session.get(ENTERED_AT, 0) < RECENTLY
        return not just_entered and bool(super().is_reauthentication_required(app=app, **said))

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Persons have no username: their mail is how they enter."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put in the one mail of an entry both the code, for the page left open, and the link, for any other."""
        if template_prefix == LOGIN_CODE:
            context = {**context, "link": self._entry_link(email)}
        super().send_mail(template_prefix, email, context)

    def _entry_link(self, email: str) -> str:
        """Return the address that lets the person of this mail in once; empty for a mail that nobody has."""
        person = queries.person_with_mail(email)
        if person is None:
            return ""
        token = entry_token(person, get_next_redirect_url(self.request) or "")
        return str(self.request.build_absolute_uri(reverse("enter_by_link", args=[token])))

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tell by mail, in one and the same letter, that a way into the account has changed."""
        if template_prefix in CHANGES and user.email:
            self.send_mail("account/email/way_in_changed", user.email, {"change": CHANGES[template_prefix]})


class Devices(DefaultMFAAdapter):
    """Passkeys and code applications in our own words."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": WORDS["incorrect_code"]}

    def build_totp_svg(self, url: str) -> str:
        """Draw the square that a code application reads; without styles of its own, which our policy refuses."""
        return segno.make(url, error="m").svg_inline(border=4, light="#fff", omitsize=True)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 (the library names it)
        """Name a device that its owner did not name."""
        return _("Appareil sans nom")
