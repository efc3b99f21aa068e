"""Answering: the words of the three answers, shared by the page of proposals and the page of a match."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models.match import Choice

ANSWERS: dict[str, dict[str, Any]] = {
    Choice.INTERESTED: {
        "heading": _("Ça vous intéresse ?"),
        "lead": _("L’autre côté l’apprend, et répond à son tour. Rien d’autre ne part."),
        "submit_label": _("Ça nous intéresse"),
    },
    Choice.LATER: {
        "heading": _("Plus tard : à partir de quand ?"),
        "lead": _("D’ici là, nous ne vous le montrons plus."),
        "submit_label": _("Me le montrer ce jour-là"),
    },
    Choice.NOT_FOR_US: {
        "heading": _("Pas pour vous : pourquoi ?"),
        "lead": _("Ces deux-là ne seront plus proposés l’un à l’autre."),
        "submit_label": _("Pas pour nous"),
    },
}

_MESSAGES = {
    Choice.INTERESTED: _("C’est dit : l’autre côté le sait, et va répondre."),
    Choice.LATER: _("C’est noté : vous le reverrez ce jour-là."),
    Choice.NOT_FOR_US: _("C’est noté : on ne vous le proposera plus."),
}


def message_for(choice: str) -> str:
    """Return what is said once an answer is given."""
    return str(_MESSAGES[Choice(choice)])
