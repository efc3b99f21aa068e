"""What territory shows on the pages of the rooms below."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.panels import Panel
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.territory import permissions
from phares.rooms.territory.queries import voices

MOST = 3


def show_waiting(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return what waits for those who listen: words to read over, people to call back."""
    if not permissions.can_listen(actor, pole):
        return None
    lines = list(filter(None, (_to_read(pole), _to_tell(pole))))
    block = Block("paroles", _("Ce que les habitantes et les habitants disent"), lines)
    return {"blocks": [block]} if lines else None


def _to_read(pole: Pole) -> Line | None:
    count = voices.count_to_read(pole)
    title = ngettext("%(count)d parole à relire", "%(count)d paroles à relire", count) % {"count": count}
    address = reverse("territory:voices_to_read", args=[pole.slug])
    return Line(title=title, url=address, action=_("Relire"), action_url=address) if count else None


def _to_tell(pole: Pole) -> Line | None:
    count = voices.count_to_tell(pole)
    title = ngettext("%(count)d personne à rappeler", "%(count)d personnes à rappeler", count) % {"count": count}
    address = reverse("territory:contacts", args=[pole.slug])
    return Line(title=title, url=address, action=_("Rappeler"), action_url=address) if count else None


def show_to_residents(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the latest words that everybody may read, and the way to say more."""
    if not permissions.can_say_voice(actor, pole):
        return None
    return {"voices": permissions.visible_voices(actor, pole, today).select_related("pole", "district")[:MOST]}


PANELS: tuple[Panel, ...] = (
    Panel("week", "directory/parts/block.html", show_waiting),
    Panel("home", "directory/parts/block.html", show_waiting),
    Panel("residents", "territory/panels/residents.html", show_to_residents),
)
