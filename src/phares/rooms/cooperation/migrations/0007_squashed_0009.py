import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration
from phares.rooms.commons.tables_together import TablesTogether
from phares.rooms.commons.triggers import append_only, append_only_lifted, closed_stays, closed_stays_lifted


class Migration(LeanMigration):

    initial = True

    replaces = [
        ('cooperation', '0007_needs_in_full'),
        ('cooperation', '0008_chains_written'),
        ('cooperation', '0009_letters_leave'),
    ]

    dependencies = [
        ('cooperation', '0005_squashed_0006'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesTogether([
            migrations.CreateModel(
                name='KeyPart',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveSmallIntegerField()),
                    ('numerator', models.PositiveIntegerField()),
                    ('denominator', models.PositiveIntegerField()),
                    ('measure', models.CharField(blank=True, max_length=40)),
                ],
                options={
                    'ordering': ['position'],
                },
            ),
            migrations.CreateModel(
                name='Account',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField()),
                    ('until_on', models.DateField()),
                    ('amount_cents', models.PositiveBigIntegerField()),
                    ('written_at', models.DateTimeField()),
                    ('closed_at', models.DateTimeField(blank=True, null=True)),
                    ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('means', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='cooperation.means')),
                ],
                options={
                    'ordering': ['-from_on', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='KeyWeight',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('amount', models.DecimalField(decimal_places=3, max_digits=12)),
                    ('part', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='weights', to='cooperation.keypart')),
                    ('use', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cooperation.meansuse')),
                ],
            ),
            migrations.CreateModel(
                name='Share',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('cents', models.PositiveBigIntegerField()),
                    ('days', models.PositiveIntegerField()),
                    ('inputs', models.JSONField()),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='cooperation.account')),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='cooperation.party')),
                ],
                options={
                    'ordering': ['party__position', 'pk'],
                },
            ),
            migrations.AddField(
                model_name='keypart',
                name='key',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='cooperation.sharingkey'),
            ),
            migrations.CreateModel(
                name='KeyAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('accepted', models.BooleanField()),
                    ('answered_at', models.DateTimeField()),
                    ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.party')),
                    ('key', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='cooperation.sharingkey')),
                ],
                options={
                    'ordering': ['pk'],
                },
            ),
            migrations.AddField(
                model_name='account',
                name='key',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='cooperation.sharingkey'),
            ),
            migrations.CreateModel(
                name='Signature',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('manner', models.CharField(choices=[('on_screen', 'à l’écran'), ('in_presence', 'en présence de la personne qui note'), ('on_the_spot', 'sur place')], max_length=12)),
                    ('signed_at', models.DateTimeField()),
                    ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='cooperation.agreement')),
                    ('mandate', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.mandate')),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='cooperation.party')),
                    ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['signed_at', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='SpinOff',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('on', models.DateField()),
                    ('when', models.CharField(max_length=60)),
                    ('what', models.CharField(blank=True, max_length=300)),
                    ('source', models.CharField(blank=True, max_length=200)),
                    ('source_url', models.URLField(blank=True, max_length=400)),
                    ('recorded_at', models.DateTimeField()),
                    ('cooperation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='spin_offs', to='cooperation.cooperation')),
                    ('parents', models.ManyToManyField(blank=True, related_name='gave_birth_to', to='directory.structure')),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='spin_offs', to='directory.pole')),
                    ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('structure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comes_from', to='directory.structure')),
                ],
                options={
                    'ordering': ['on', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='WorkMeeting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('on', models.DateField()),
                    ('minutes', models.TextField(blank=True, max_length=4000)),
                    ('noted_at', models.DateTimeField()),
                    ('cooperation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='work_meetings', to='cooperation.cooperation')),
                    ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['-on', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='MeetingAction',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('what', models.CharField(max_length=160)),
                    ('due_on', models.DateField(blank=True, null=True)),
                    ('done_on', models.DateField(blank=True, null=True)),
                    ('position', models.PositiveSmallIntegerField()),
                    ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='cooperation.party')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='cooperation.workmeeting')),
                ],
                options={
                    'ordering': ['position', 'pk'],
                },
            ),
            migrations.AddConstraint(
                model_name='keyweight',
                constraint=models.UniqueConstraint(fields=('part', 'use'), name='key_weight_once'),
            ),
            migrations.AddConstraint(
                model_name='keyweight',
                constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='key_weight_not_negative'),
            ),
            migrations.AddConstraint(
                model_name='share',
                constraint=models.UniqueConstraint(fields=('account', 'party'), name='share_once_per_party'),
            ),
            migrations.AddConstraint(
                model_name='keypart',
                constraint=models.UniqueConstraint(fields=('key', 'position'), name='key_part_place_once'),
            ),
            migrations.AddConstraint(
                model_name='keypart',
                constraint=models.CheckConstraint(condition=models.Q(('denominator__gt', 0), ('numerator__gt', 0), ('numerator__lte', models.F('denominator'))), name='key_part_is_a_share'),
            ),
            migrations.AddConstraint(
                model_name='keyanswer',
                constraint=models.UniqueConstraint(fields=('key', 'party'), name='key_answer_once_per_party'),
            ),
            migrations.AddConstraint(
                model_name='account',
                constraint=models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='account_in_order'),
            ),
            migrations.AddConstraint(
                model_name='account',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('key__isnull', True)), models.Q(('closed_at__isnull', False), ('key__isnull', False)), _connector='OR'), name='account_closed_by_a_key'),
            ),
            migrations.AddConstraint(
                model_name='signature',
                constraint=models.UniqueConstraint(fields=('agreement', 'party'), name='signature_once_per_party'),
            ),
            migrations.AddConstraint(
                model_name='spinoff',
                constraint=models.UniqueConstraint(fields=('structure', 'cooperation'), name='spin_off_once_per_cooperation'),
            ),
            migrations.AddConstraint(
                model_name='spinoff',
                constraint=models.CheckConstraint(condition=models.Q(('cooperation__isnull', False), models.Q(('source', ''), _negated=True), _connector='OR'), name='spin_off_has_an_origin'),
            ),
        ]),
        migrations.RunPython(append_only("cooperation_share"), append_only_lifted("cooperation_share")),
        migrations.RunPython(closed_stays("cooperation_account", "closed_at"), closed_stays_lifted("cooperation_account")),
    ]
