"""What the coordinator is told of the backup in La semaine: one line, when something is wrong with it."""

from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.days import since_words
from phares.rooms.commons.models import Backup, JournalEntry
from phares.rooms.commons.panels import Panel
from phares.site.keeping.check_store import NOT_TESTED_FOR, OLD


def blocks(actor: Any, pole: Any, today: date) -> dict[str, Any] | None:
    """Return the block with its line; None where the last backup is fresh and was read back."""
    pieces = _trouble(pole.pk, today)
    if not pieces:
        return None
    line = Line(
        title=_("La sauvegarde du pôle est à revoir"),
        pieces=pieces,
        action=_("Voir la dernière sauvegarde"),
        action_url=reverse("directory:bring_table", args=[pole.slug]),
    )
    return {"blocks": [Block("backup", _("Ce qui garde la mémoire du pôle"), [line], is_aside=True)]}


def _trouble(pole_id: int, today: date) -> list[str]:
    """Return what is wrong: none made since the pole began to work here, one that cannot be read back, too old."""
    since = timezone.make_aware(datetime.combine(today, time.min))
    last = Backup.objects.first()
    if last is None:
        worked = JournalEntry.objects.filter(pole_id=pole_id, at__lt=since - OLD).exists()
        return [_("aucune n’a encore été faite"), _("demandez-la à qui tient l’installation")] if worked else []
    made = _("la dernière a été faite %(when)s") % {"when": since_words(last.made_at, today)}
    if last.trouble:
        return [made, last.trouble]
    if last.made_at < since - OLD:
        return [made, _("il en faut une chaque semaine au moins")]
    if (last.tested_at or last.made_at) < since - NOT_TESTED_FOR:
        return [made, _("elle n’a pas été relue depuis deux jours")]
    return []


PANELS = () if settings.DEMO else (Panel("week", "directory/parts/block.html", blocks),)
