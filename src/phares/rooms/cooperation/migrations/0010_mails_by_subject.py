from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration

MOMENTS = [("at_once", "aussitôt"), ("weekly", "dans la lettre de la semaine"), ("never", "jamais")]


def keep_what_was_chosen(apps, schema_editor):
    """Who had chosen keeps it: at once, or in the letter, or nothing."""
    for wish in apps.get_model("cooperation", "MailWish").objects.all():
        in_letter = "weekly" if wish.weekly else "never"
        wish.proposals = wish.answers = "at_once" if wish.at_once else in_letter
        wish.messages = wish.own_items = in_letter
        wish.save()


class Migration(LeanMigration):
    dependencies = [("cooperation", "0009_letters_leave")]

    operations = [
        migrations.AddField("letterday", "left_at", models.DateTimeField(blank=True, null=True)),
        *[
            migrations.AddField("mailwish", name, models.CharField(choices=MOMENTS, default=default, max_length=7))
            for name, default in (
                ("proposals", "weekly"),
                ("answers", "at_once"),
                ("messages", "weekly"),
                ("own_items", "weekly"),
            )
        ],
        migrations.RunPython(keep_what_was_chosen, migrations.RunPython.noop),
        migrations.RemoveField("mailwish", "weekly"),
        migrations.RemoveField("mailwish", "at_once"),
    ]
