"""A closed account and its shares never move: the database itself refuses."""

from django.db import migrations

from phares.rooms.commons.triggers import append_only, closed_stays


class Migration(migrations.Migration):
    dependencies = [("cooperation", "0005_together_keys")]
    operations = [
        migrations.RunPython(append_only("cooperation_share"), migrations.RunPython.noop),
        migrations.RunPython(closed_stays("cooperation_account", "closed_at"), migrations.RunPython.noop),
    ]
