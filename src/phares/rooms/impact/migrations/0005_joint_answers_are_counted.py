"""Answers won together are counted from the register of calls; what was typed before stays as it was."""

from django.db import migrations

from phares.rooms.commons.lean_migration import LeanMigration


def count(apps, editor):
    """Say which figure counts the indicator."""
    rows = apps.get_model("impact", "Indicator").objects.filter(code="reponses-gagnees")
    rows.update(way="computed", figure="reponses-communes")


def type_again(apps, editor):
    """Say that it is typed."""
    apps.get_model("impact", "Indicator").objects.filter(code="reponses-gagnees").update(way="typed", figure="")


class Migration(LeanMigration):

    reads = ("impact.indicator",)
    dependencies = [("impact", "0004_names_leave_what_is_frozen")]

    operations = [migrations.RunPython(count, type_again)]
