"""A closed account and its shares never move: the database itself refuses."""

from django.db import migrations

from phares.rooms.commons.triggers import append_only, append_only_lifted, closed_stays, closed_stays_lifted


class Migration(migrations.Migration):
    dependencies = [("cooperation", "0005_together_keys")]
    operations = [
        migrations.RunPython(append_only("cooperation_share"), append_only_lifted("cooperation_share")),
        migrations.RunPython(closed_stays("cooperation_account", "closed_at"), closed_stays_lifted("cooperation_account")),
    ]
