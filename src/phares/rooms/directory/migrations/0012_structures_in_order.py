"""The list of structures and its count read an index, whatever the size of the pole."""

from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration


class Migration(LeanMigration):

    dependencies = [
        ('directory', '0011_retention_periods'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='structure',
            index=models.Index(fields=['pole', '-name_is_established', 'search_text', 'id'], name='structure_in_order'),
        ),
        migrations.AddIndex(
            model_name='structure',
            index=models.Index(fields=['pole', 'visibility', 'outside_kind'], name='structure_counted'),
        ),
    ]
