from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration


def say_how_precisely(apps, schema_editor):
    """What was said in words of one language is said as a day, and how precisely it is known."""
    for one in apps.get_model("cooperation", "SpinOff").objects.all():
        words = one.when.split()
        if len(words) < 3:
            one.precision = "month" if len(words) == 2 else "year"
            one.save(update_fields=["precision"])


class Migration(LeanMigration):
    dependencies = [("cooperation", "0012_asking_to_join")]

    operations = [
        migrations.AddField(
            "spinoff",
            "precision",
            models.CharField(
                choices=[("day", "au jour près"), ("month", "au mois près"), ("year", "à l’année près")],
                default="day",
                max_length=5,
            ),
        ),
        migrations.RunPython(say_how_precisely, migrations.RunPython.noop),
        migrations.RemoveField("spinoff", "when"),
    ]
