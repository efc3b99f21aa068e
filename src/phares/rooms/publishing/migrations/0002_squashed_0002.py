import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration
from phares.rooms.commons.tables_together import TablesTogether


class Migration(LeanMigration):

    initial = True

    replaces = [
        ('publishing', '0002_agenda_and_newsletters'),
    ]

    dependencies = [
        ('publishing', '0001_squashed_0001'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesTogether([
            migrations.CreateModel(
                name='ImportedLine',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('read', models.TextField()),
                    ('text', models.TextField()),
                    ('landing', models.CharField(choices=[('field', 'rangée'), ('merged', 'déjà lue plus haut'), ('private', 'gardée pour la rédaction'), ('unsorted', 'non rangée')], max_length=10)),
                    ('field', models.CharField(blank=True, max_length=30)),
                    ('is_joined', models.BooleanField(default=False)),
                    ('doubts', models.JSONField(default=list)),
                    ('corrected', models.TextField(blank=True)),
                    ('is_settled', models.BooleanField(default=False)),
                    ('corrected_at', models.DateTimeField(blank=True, null=True)),
                    ('corrected_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='publishing.experiencesheet')),
                ],
                options={
                    'ordering': ['number'],
                    'constraints': [models.UniqueConstraint(fields=('sheet', 'number'), name='imported_line_once')],
                },
            ),
        ]),
    ]
