"""What an index of sheets shows is counted beside them, and each says the day it bears; `prepare` counts what is out."""

import django.db.models.deletion
from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration


def say_days(apps, schema_editor):
    """Write on each sheet that is out the day that its version bears."""
    sheet, version = apps.get_model("publishing", "ExperienceSheet"), apps.get_model("publishing", "SheetVersion")
    day = version.objects.filter(pk=models.OuterRef("version")).values("dated_on")
    sheet.objects.filter(version__isnull=False).update(shown_on=models.Subquery(day))


class Migration(LeanMigration):

    dependencies = [
        ('directory', '0012_structures_in_order'),
        ('publishing', '0003_letters_in_a_language'),
    ]

    operations = [
        migrations.CreateModel(
            name='IndexCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(choices=[('sheet', 'Sheet'), ('rubric', 'Rubric'), ('keyword', 'Keyword'), ('tag', 'Tag'), ('commune', 'Commune'), ('year', 'Year')], max_length=8)),
                ('value', models.CharField(blank=True, max_length=80)),
                ('words', models.CharField(blank=True, max_length=80)),
                ('count', models.PositiveIntegerField()),
                ('pole', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.pole')),
                ('publisher', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='publishing.publisher')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('pole', 'by', 'value', 'publisher'), name='index_count_once')],
            },
        ),
        migrations.AddField(
            model_name='experiencesheet',
            name='shown_on',
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.RunPython(say_days, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='experiencesheet',
            index=models.Index(condition=models.Q(('version__isnull', False)), fields=['pole', 'slug'], name='sheet_at_its_address'),
        ),
        migrations.AddIndex(
            model_name='experiencesheet',
            index=models.Index(condition=models.Q(('version__isnull', False)), fields=['pole', 'structure'], name='sheet_out'),
        ),
        migrations.AddIndex(
            model_name='experiencesheet',
            index=models.Index(condition=models.Q(('version__isnull', False)), fields=['pole', '-shown_on', '-version'], name='sheet_latest'),
        ),
        migrations.AddIndex(
            model_name='experiencesheet',
            index=models.Index(condition=models.Q(('version__isnull', False)), fields=['-shown_on', '-version'], name='sheet_latest_of_all'),
        ),
    ]
