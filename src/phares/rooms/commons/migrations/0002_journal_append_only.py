"""The journal only grows: the database itself refuses to change or remove a row."""

from django.db import migrations

from phares.rooms.commons.lean_migration import LeanMigration
from phares.rooms.commons.triggers import append_only, append_only_lifted


class Migration(LeanMigration):
    dependencies = [("commons", "0001_initial")]
    operations = [
        migrations.RunPython(append_only("commons_journalentry"), append_only_lifted("commons_journalentry"))
    ]
