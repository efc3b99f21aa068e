"""Reading the last backup back, each day, in a place of its own: a backup that was never read back is only a hope."""

import logging
import os
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from phares.rooms.commons import due
from phares.rooms.commons.models import Backup
from phares.site.keeping.backup import TEST_BACKUP, sha256_of

AGAIN_AFTER = timedelta(days=1)
LONGEST = 3600  # seconds
SOURCES = Path(__file__).resolve().parents[3]
_log = logging.getLogger(__name__)

AWAY = _("Le fichier n’est plus là où il avait été écrit.")
OTHER = _("Le fichier a changé depuis qu’il a été écrit.")
UNREADABLE = _("La relecture a échoué : cette sauvegarde ne peut pas être rétablie.")


def ask_for_test(backup_id: int, at: datetime) -> None:
    """Have the backup read back by the worker, where it is still the last one: it may take minutes."""
    if backup_id == Backup.objects.values_list("pk", flat=True).first():
        read_last_backup_back.enqueue(backup_id)


@task()
def read_last_backup_back(backup_id: int) -> None:
    """Read the backup back, note what was found, and have it done again tomorrow."""
    backup = Backup.objects.get(pk=backup_id)
    backup.trouble, backup.tested_at = str(trouble_of(backup)), timezone.now()
    backup.save(update_fields=["trouble", "tested_at"])
    due.schedule(TEST_BACKUP, backup.pk, backup.tested_at + AGAIN_AFTER)


def trouble_of(backup: Backup) -> object:
    """Return what prevents this backup from being brought back; nothing when it was, row by row, in a place apart."""
    path = Path(backup.path)
    if not path.is_file():
        return AWAY
    if sha256_of(path) != backup.sha256:
        return OTHER
    with tempfile.TemporaryDirectory(prefix="phares-self-test-") as folder:
        apart = {name: value for name, value in os.environ.items() if not name.startswith("PHARES_")}
        apart |= {
            "PHARES_VAR": folder,
            "PYTHONPATH": str(SOURCES),
            "DJANGO_SETTINGS_MODULE": "phares.site.settings",
        }
        done = subprocess.run(  # noqa: S603 (our own command, on the file that it wrote)
            [sys.executable, "-m", "django", "restore", str(path)],
            env=apart, capture_output=True, text=True, check=False, timeout=LONGEST,
        )  # fmt: skip
    if done.returncode:
        _log.error("backup could not be read back", extra={"backup": backup.pk, "said": done.stderr[-500:]})
        return UNREADABLE
    return ""
