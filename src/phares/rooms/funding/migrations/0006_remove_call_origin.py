from django.db import migrations

from phares.rooms.commons.lean_migration import LeanMigration


class Migration(LeanMigration):

    dependencies = [
        ("funding", "0005_proposed_indicators_and_mailed_watches"),
    ]

    operations = [
        migrations.RemoveField(model_name="call", name="origin"),
    ]
