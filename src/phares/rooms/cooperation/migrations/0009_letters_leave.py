from datetime import datetime, time, timedelta

from django.db import migrations
from django.utils import timezone

TUESDAY = 1


def set_next_letters(apps, schema_editor):
    """Poles that stand already have their letter too: on Tuesday, until they choose another day."""
    today = timezone.localdate()
    day = today + timedelta(days=(TUESDAY - today.weekday() - 1) % 7 + 1)
    leaves_at = timezone.make_aware(datetime.combine(day, time(7, 30)))
    for pole in apps.get_model('directory', 'Pole').objects.all():
        apps.get_model('commons', 'DueWork').objects.get_or_create(
            kind='weekly_letter', subject_id=pole.pk, defaults={'due_at': leaves_at}
        )


class Migration(migrations.Migration):

    dependencies = [
        ('cooperation', '0008_chains_written'),
        ('commons', '0001_initial'),
    ]

    operations = [migrations.RunPython(set_next_letters, migrations.RunPython.noop)]
