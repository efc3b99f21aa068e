"""Each newsletter says in which language it was written; those before were in French."""

from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration


class Migration(LeanMigration):

    dependencies = [
        ('publishing', '0002_squashed_0002'),
    ]

    operations = [
        migrations.AddField(
            model_name='newsletter',
            name='language',
            field=models.CharField(choices=[('fr', 'français'), ('en', 'anglais')], default='fr', max_length=5),
        ),
    ]
