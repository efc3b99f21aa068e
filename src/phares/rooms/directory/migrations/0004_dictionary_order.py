from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration


class Migration(LeanMigration):

    dependencies = [
        ('directory', '0003_activity_fields'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='activityfield',
            options={'ordering': ['code']},
        ),
        migrations.AlterModelOptions(
            name='structure',
            options={'ordering': ['-name_is_established', 'search_text', 'pk']},
        ),
        migrations.AlterField(
            model_name='membership',
            name='bounds',
            field=models.CharField(choices=[('known', 'entrée et sortie connues'), ('attested', 'présence attestée\u202f; entrée et sortie non établies')], default='known', max_length=10),
        ),
    ]
