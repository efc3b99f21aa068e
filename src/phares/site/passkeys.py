"""The forms of passkeys: a passkey always stays on its device, so that it lets one in by itself."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.utils.translation import gettext_lazy as _

NAME = _("Nom de l’appareil")
HELP = _("Par exemple : mon téléphone, l’ordinateur de l’atelier.")


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A device that one adds, under a name of one's own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["passwordless"]
        self.fields["name"].label, self.fields["name"].help_text = NAME, HELP
        self.initial["name"] = ""


class PasskeyNameForm(EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a device."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label, self.fields["name"].help_text = NAME, HELP
