from django.db import migrations

from phares.rooms.commons.lean_migration import LeanMigration


def write_lineage(apps, schema_editor):
    """What spin-offs said of parents is the directory's from now on, beside the parties of what was done in the open."""
    Lineage = apps.get_model('directory', 'Lineage')
    for one in apps.get_model('cooperation', 'SpinOff').objects.select_related('cooperation'):
        parents = list(one.parents.values_list('pk', flat=True))
        if one.cooperation is not None and one.cooperation.openness != 'parties':
            parties = one.cooperation.parties.filter(structure__isnull=False)
            parents += parties.values_list('structure_id', flat=True)
        for parent in {*parents} - {one.structure_id}:
            Lineage.objects.get_or_create(
                structure_id=one.structure_id,
                other_id=parent,
                kind='born_from',
                defaults={'on': one.on, 'source': one.source, 'source_url': one.source_url},
            )


class Migration(LeanMigration):
    reads = ("directory.lineage", "cooperation.cooperation", "cooperation.party")

    dependencies = [('cooperation', '0010_mails_by_subject'), ('directory', '0005_structures_in_full')]

    operations = [
        migrations.RunPython(write_lineage, migrations.RunPython.noop),
        migrations.RemoveField('spinoff', 'parents'),
    ]
