"""Refusals: an act that may not be done says why, in the user's words, and leaves everything as it was."""

from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """An act refused by a rule; `sentence` is shown to the person, `field` names the entry to mend."""

    sentence = _("Ce n’est pas possible.")
    status = 409

    def __init__(self, sentence: str | None = None, *, field: str | None = None) -> None:
        self.sentence = sentence or self.sentence
        self.field = field
        super().__init__(str(self.sentence))


class NotAllowed(Refusal):
    """The actor may not do this here."""

    sentence = _("Vous ne pouvez pas faire cela avec le mandat que vous utilisez.")
    status = 403


def require(allowed: bool) -> None:
    """Let the act go on only when its permission holds; raise NotAllowed otherwise."""
    if not allowed:
        raise NotAllowed
