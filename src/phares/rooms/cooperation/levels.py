"""What two or more do together, in words: seven sorts of ties and three families; no sort is better than another.

The sorts are those of the scale that the pole's facts prove (published ladders agree that none is above another); the
families are Le PHARES' own: mutualisation, commun, collectif.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models.cooperation import Form
from phares.rooms.cooperation.models.note import NoteKind

SAME_ROOF, KNOW_EACH_OTHER, HELP, SHARE_MEANS, WORK_TOGETHER, PRODUCE_TOGETHER, COMMON_ENTITY = range(7)

WORDS: dict[int, Any] = {
    SAME_ROOF: _("on est sous le même toit"),
    KNOW_EACH_OTHER: _("on se connaît, on s’informe"),
    HELP: _("on s’entraide"),
    SHARE_MEANS: _("on partage des moyens"),
    WORK_TOGETHER: _("on mène un projet ensemble"),
    PRODUCE_TOGETHER: _("on produit ensemble"),
    COMMON_ENTITY: _("on a créé une entité commune"),
}

OF_FORM: dict[str, int] = {
    Form.LOAN: HELP,
    Form.BARTER: HELP,
    Form.POOLED_SERVICE: SHARE_MEANS,
    Form.SHARED_JOB: SHARE_MEANS,
    Form.JOINT_BID: WORK_TOGETHER,
    Form.CO_PRODUCTION: PRODUCE_TOGETHER,
    Form.COMMON_ENTITY: COMMON_ENTITY,
}

OF_NOTE: dict[str, int] = {NoteKind.MET: KNOW_EACH_OTHER, NoteKind.HELPED: HELP}


class Family(models.TextChoices):
    """The three families of what a pole does."""

    SHARED = "mutualisation", _("mutualisation : des moyens partagés")
    COMMON = "commun", _("commun : avec les habitantes et les habitants")
    COLLECTIVE = "collectif", _("collectif : ensemble vers le territoire")


SHARED_FORMS = [form for form, level in OF_FORM.items() if level in {HELP, SHARE_MEANS}]


def family_of(form: str, has_residents: bool) -> Family:
    """Return the family: common with residents among the parties; else means shared, or action carried together."""
    if has_residents:
        return Family.COMMON
    return Family.SHARED if form in SHARED_FORMS else Family.COLLECTIVE


def forms_of(level: int) -> list[str]:
    """Return the forms that prove this sort of tie."""
    return [form for form, proved in OF_FORM.items() if proved == level]


def words_of(level: int) -> str:
    """Return a sort of tie in words."""
    return str(WORDS[level])


LEVEL_CODES = {
    "entraide": HELP,
    "moyens": SHARE_MEANS,
    "projet": WORK_TOGETHER,
    "production": PRODUCE_TOGETHER,
    "entite": COMMON_ENTITY,
}
"""The sorts that a cooperation can be, as an address names them."""


def level_choices() -> Iterable[tuple[str, Any]]:
    """Return the sorts by the alphabet of their words: their list says no order."""
    return sorted(((code, words_of(level)) for code, level in LEVEL_CODES.items()), key=lambda pair: pair[1])
