"""The name of a sector stands in its own row only."""

from django.db import migrations

from phares.rooms.commons.lean_migration import LeanMigration


class Migration(LeanMigration):
    dependencies = [("directory", "0007_reference_lists")]
    operations = [migrations.RemoveField(model_name="activityfield", name="sector_name")]
