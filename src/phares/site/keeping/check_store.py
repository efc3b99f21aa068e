"""What an installation keeps: the files people brought, and the backup that would bring everything back."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from phares.rooms.commons.models import Attachment, Backup
from phares.site.keeping.findings import Finding, broken, watch, well

OLD = timedelta(days=7)
NOT_TESTED_FOR = timedelta(days=2)
NAMES = 5

FILES, BACKUP = gettext_lazy("fichiers joints"), gettext_lazy("sauvegarde")


def attachments_are_whole(now: datetime) -> Iterator[Finding]:
    """Every file that was brought is there, and is what was brought."""
    missing, altered, count = [], [], 0
    for name, sha256 in Attachment.objects.order_by("pk").values_list("file", "sha256").iterator():
        count += 1
        try:
            with default_storage.open(name) as content:
                if hashlib.file_digest(content, "sha256").hexdigest() != sha256:
                    altered.append(name)
        except OSError:
            missing.append(name)
    for found, sentence in (
        (missing, _("Il en manque %(count)d : %(names)s.")),
        (altered, _("%(count)d ne sont plus ce qui avait été apporté : %(names)s.")),
    ):
        if found:
            yield broken(FILES, sentence % {"count": len(found), "names": ", ".join(found[:NAMES])})
    if not missing and not altered:
        words = ngettext("%(count)d fichier, entier.", "%(count)d fichiers, tous entiers.", count)
        yield well(FILES, words % {"count": count})


def backup_is_fresh(now: datetime) -> Iterator[Finding]:
    """The last backup is recent, still where it was written, and was read back."""
    last = Backup.objects.first()
    if last is None:
        yield watch(BACKUP, _("Aucune n’a été faite : « phares backup FICHIER »."))
        return
    said = {"day": f"{last.made_at:%Y-%m-%d}", "path": last.path, "trouble": last.trouble}
    if last.trouble:
        yield broken(BACKUP, _("Celle du %(day)s ne pourrait pas être rétablie : %(trouble)s") % said)
    elif not Path(last.path).is_file():
        yield watch(BACKUP, _("Celle du %(day)s n’est plus à %(path)s : gardez-la où elle peut être relue.") % said)
    elif last.made_at < now - OLD:
        yield watch(BACKUP, _("La dernière date du %(day)s : plus de sept jours.") % said)
    elif (last.tested_at or last.made_at) < now - NOT_TESTED_FOR:
        yield watch(BACKUP, _("Celle du %(day)s n’a pas été relue depuis deux jours.") % said)
    else:
        yield well(
            BACKUP,
            _("Celle du %(day)s est là.") % said
            if last.tested_at is None
            else _("Celle du %(day)s a été relue ligne à ligne.") % said,
        )
