"""The name of somebody erased may leave the texts of a frozen measure and of a report put out; their figures stay."""

from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration
from phares.rooms.commons.triggers import append_only, append_only_lifted, only_names_leave

STAYS = {
    "impact_measure": (
        "id", "pole_id", "indicator_id", "from_on", "until_on", "version", "value", "baseline", "target", "evidence_id",
        "names_nobody", "measured_by_id", "measured_at",
    ),
    "impact_reportversion": ("id", "report_id", "number", "put_out_by_id", "put_out_at"),
}  # fmt: skip


def lifted(table):
    return migrations.RunPython(append_only_lifted(table), append_only(table))


def held(table):
    return migrations.RunPython(only_names_leave(table, stays=STAYS[table]), append_only_lifted(table))


class Migration(LeanMigration):
    dependencies = [("impact", "0003_reports")]
    operations = [
        *[lifted(table) for table in STAYS],
        *[
            migrations.AddField(model, "names_removed", models.PositiveSmallIntegerField(default=0, editable=False))
            for model in ("measure", "reportversion")
        ],
        *[held(table) for table in STAYS],
    ]
