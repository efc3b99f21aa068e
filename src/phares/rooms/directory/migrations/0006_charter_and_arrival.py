"""The charter and its signatures, requests to join, the steps of an arrival."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration
from phares.rooms.commons.tables_together import TablesTogether


class Migration(LeanMigration):

    dependencies = [
        ('directory', '0005_structures_in_full'),
    ]

    operations = [
        TablesTogether([
            migrations.CreateModel(
                name='ArrivalStep',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('hosted', 'hébergée'), ('associate', 'associée'), ('partner', 'partenaire'), ('support', 'soutien')], max_length=20)),
                    ('rank', models.PositiveSmallIntegerField()),
                    ('words', models.CharField(max_length=160)),
                    ('is_kept', models.BooleanField(default=True)),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='arrival_steps', to='directory.pole')),
                ],
                options={
                    'ordering': ['kind', 'rank', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='Charter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('preamble', models.TextField(blank=True)),
                    ('adopted_on', models.DateField()),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='charters', to='directory.pole')),
                ],
                options={
                    'ordering': ['pole', '-number'],
                },
            ),
            migrations.CreateModel(
                name='CharterSignature',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('signed_at', models.DateTimeField()),
                    ('charter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='directory.charter')),
                    ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('structure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='charter_signatures', to='directory.structure')),
                ],
                options={
                    'ordering': ['signed_at', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='CharterValue',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('rank', models.PositiveSmallIntegerField()),
                    ('name', models.CharField(max_length=80)),
                    ('meaning', models.TextField(blank=True)),
                    ('charter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='values', to='directory.charter')),
                ],
                options={
                    'ordering': ['rank'],
                },
            ),
            migrations.CreateModel(
                name='JoinRequest',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('receipt', models.CharField(max_length=43, unique=True)),
                    ('name', models.CharField(max_length=120)),
                    ('kind', models.CharField(choices=[('hosted', 'hébergée'), ('associate', 'associée'), ('partner', 'partenaire'), ('support', 'soutien')], max_length=20)),
                    ('brings', models.TextField()),
                    ('needs', models.TextField()),
                    ('first_thing', models.TextField()),
                    ('contact_name', models.CharField(max_length=120)),
                    ('contact_email', models.EmailField(blank=True, max_length=254)),
                    ('contact_phone', models.CharField(blank=True, max_length=30)),
                    ('language', models.CharField(default='fr', max_length=5)),
                    ('asked_at', models.DateTimeField()),
                    ('answer', models.CharField(blank=True, choices=[('accepted', 'acceptée'), ('declined', 'déclinée')], max_length=10)),
                    ('reason', models.TextField(blank=True)),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='join_requests', to='directory.pole')),
                    ('structure', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='join_request', to='directory.structure')),
                    ('values', models.ManyToManyField(blank=True, related_name='+', to='directory.chartervalue')),
                ],
                options={
                    'ordering': ['-asked_at', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='ArrivalTick',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('done_at', models.DateTimeField()),
                    ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='arrival_ticks', to='directory.membership')),
                    ('step', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ticks', to='directory.arrivalstep')),
                ],
                options={
                    'ordering': ['done_at', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('membership', 'step'), name='arrival_step_ticked_once')],
                },
            ),
            migrations.AddConstraint(
                model_name='charter',
                constraint=models.UniqueConstraint(fields=('pole', 'number'), name='charter_number_once_per_pole'),
            ),
            migrations.AddConstraint(
                model_name='chartersignature',
                constraint=models.UniqueConstraint(fields=('charter', 'structure'), name='charter_signed_once'),
            ),
            migrations.AddConstraint(
                model_name='chartervalue',
                constraint=models.UniqueConstraint(fields=('charter', 'rank'), name='charter_value_rank_once'),
            ),
            migrations.AddConstraint(
                model_name='joinrequest',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='join_request_answer_has_its_date'),
            ),
            migrations.AddConstraint(
                model_name='joinrequest',
                constraint=models.CheckConstraint(condition=models.Q(('answer', ''), models.Q(('reason', ''), _negated=True), _connector='OR'), name='join_request_answer_has_its_reason'),
            ),
        ]),
    ]
