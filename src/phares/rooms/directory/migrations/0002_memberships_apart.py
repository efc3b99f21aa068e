"""Two memberships of one structure never share a day: held by the database itself."""

from django.db import migrations

from phares.rooms.commons.lean_migration import LeanMigration
from phares.rooms.commons.triggers import periods_apart


class Migration(LeanMigration):
    dependencies = [("directory", "0001_initial")]
    operations = [migrations.RunPython(periods_apart("directory_membership", "structure_id"), migrations.RunPython.noop)]
