import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration
from phares.rooms.commons.tables_together import TablesTogether


class Migration(LeanMigration):

    initial = True

    replaces = [
        ('cooperation', '0005_together_keys'),
        ('cooperation', '0006_closed_accounts_stay'),
    ]

    dependencies = [
        ('cooperation', '0003_squashed_0004'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesTogether([
            migrations.CreateModel(
                name='Commitment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('what', models.CharField(max_length=160)),
                    ('due_on', models.DateField(blank=True, null=True)),
                    ('outcome', models.CharField(choices=[('open', 'à tenir'), ('done', 'faite'), ('kept', 'tenue'), ('dropped', 'abandonnée')], default='open', max_length=8)),
                    ('done_on', models.DateField(blank=True, null=True)),
                    ('word', models.CharField(blank=True, max_length=240)),
                    ('dropped_on', models.DateField(blank=True, null=True)),
                    ('acknowledged_at', models.DateTimeField(blank=True, null=True)),
                    ('position', models.PositiveSmallIntegerField()),
                    ('acknowledged_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('cooperation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='commitments', to='cooperation.cooperation')),
                ],
                options={
                    'ordering': ['position', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='MeansUse',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField()),
                    ('until_on', models.DateField(blank=True, null=True)),
                    ('means', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='cooperation.means')),
                ],
                options={
                    'ordering': ['party__position', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='OfferUse',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('quantity', models.DecimalField(decimal_places=2, max_digits=10)),
                    ('at', models.DateTimeField()),
                    ('cooperation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='cooperation.cooperation')),
                    ('offer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='cooperation.item')),
                ],
                options={
                    'ordering': ['at', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='Party',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('role', models.CharField(blank=True, max_length=120)),
                    ('position', models.PositiveSmallIntegerField()),
                    ('cooperation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='cooperation.cooperation')),
                    ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.residentsgroup')),
                    ('resident', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('structure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.structure')),
                ],
                options={
                    'ordering': ['position', 'pk'],
                },
            ),
            migrations.AddField(
                model_name='meansuse',
                name='party',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='cooperation.party'),
            ),
            migrations.CreateModel(
                name='FollowUpCall',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('on', models.DateField()),
                    ('noted_at', models.DateTimeField()),
                    ('cooperation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calls', to='cooperation.cooperation')),
                    ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calls', to='cooperation.party')),
                ],
                options={
                    'ordering': ['-on', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='CommitmentChange',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('old_what', models.CharField(max_length=160)),
                    ('old_due_on', models.DateField(blank=True, null=True)),
                    ('what', models.CharField(max_length=160)),
                    ('due_on', models.DateField(blank=True, null=True)),
                    ('word', models.CharField(blank=True, max_length=240)),
                    ('proposed_at', models.DateTimeField()),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('accepted', models.BooleanField(null=True)),
                    ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='cooperation.commitment')),
                    ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cooperation.party')),
                ],
                options={
                    'ordering': ['pk'],
                },
            ),
            migrations.AddField(
                model_name='commitment',
                name='promised_by',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='promises', to='cooperation.party'),
            ),
            migrations.AddField(
                model_name='commitment',
                name='promised_to',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='promises_received', to='cooperation.party'),
            ),
            migrations.CreateModel(
                name='PooledProposal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('form', models.CharField(choices=[('group_purchase', 'un achat groupé'), ('shared_job', 'un emploi partagé'), ('shared_equipment', 'du matériel partagé'), ('shared_space', 'un lieu partagé'), ('training', 'une formation commune'), ('other', 'autre chose, ensemble')], max_length=20)),
                    ('title', models.CharField(max_length=140)),
                    ('unit', models.CharField(blank=True, max_length=20)),
                    ('unit_alone_cents', models.PositiveBigIntegerField(blank=True, null=True)),
                    ('unit_together_cents', models.PositiveBigIntegerField(blank=True, null=True)),
                    ('once_alone_cents', models.PositiveBigIntegerField(blank=True, null=True)),
                    ('once_together_cents', models.PositiveBigIntegerField(blank=True, null=True)),
                    ('source', models.CharField(blank=True, max_length=200)),
                    ('priced_at', models.DateTimeField(blank=True, null=True)),
                    ('proposed_at', models.DateTimeField()),
                    ('cooperation', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='pooled', to='cooperation.cooperation')),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pooled_proposals', to='directory.pole')),
                    ('priced_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['-proposed_at', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='PooledPart',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('quantity', models.DecimalField(decimal_places=2, default=1, max_digits=10)),
                    ('choice', models.CharField(blank=True, choices=[('interested', 'ça nous intéresse'), ('not_for_us', 'pas pour nous'), ('later', 'plus tard')], max_length=12)),
                    ('back_on', models.DateField(blank=True, null=True)),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('said_by', models.CharField(blank=True, max_length=80)),
                    ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pooled_parts', to='cooperation.item')),
                    ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='cooperation.pooledproposal')),
                ],
                options={
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='ProposedTime',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('side', models.CharField(choices=[('need', 'besoin'), ('offer', 'offre')], max_length=5)),
                    ('starts_at', models.DateTimeField()),
                    ('minutes', models.PositiveSmallIntegerField(default=60)),
                    ('place', models.CharField(blank=True, max_length=120)),
                    ('proposed_at', models.DateTimeField()),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('accepted', models.BooleanField(null=True)),
                    ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposed_times', to='cooperation.match')),
                    ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['starts_at', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='SharingKey',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField()),
                    ('proposed_at', models.DateTimeField()),
                    ('held_at', models.DateTimeField(blank=True, null=True)),
                    ('refused_at', models.DateTimeField(blank=True, null=True)),
                    ('means', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='cooperation.means')),
                    ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.party')),
                    ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['-from_on', '-pk'],
                },
            ),
            migrations.AddConstraint(
                model_name='offeruse',
                constraint=models.UniqueConstraint(fields=('offer', 'cooperation'), name='offer_use_once_per_cooperation'),
            ),
            migrations.AddConstraint(
                model_name='offeruse',
                constraint=models.CheckConstraint(condition=models.Q(('quantity', 0), _negated=True), name='offer_use_not_nothing'),
            ),
            migrations.AddConstraint(
                model_name='party',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('resident__isnull', True), ('structure__isnull', False)), models.Q(('group__isnull', False), ('resident__isnull', True), ('structure__isnull', True)), models.Q(('group__isnull', True), ('resident__isnull', False), ('structure__isnull', True)), _connector='OR'), name='party_one_holder'),
            ),
            migrations.AddConstraint(
                model_name='party',
                constraint=models.UniqueConstraint(fields=('cooperation', 'structure'), name='party_structure_once'),
            ),
            migrations.AddConstraint(
                model_name='party',
                constraint=models.UniqueConstraint(fields=('cooperation', 'group'), name='party_group_once'),
            ),
            migrations.AddConstraint(
                model_name='party',
                constraint=models.UniqueConstraint(fields=('cooperation', 'resident'), name='party_resident_once'),
            ),
            migrations.AddConstraint(
                model_name='meansuse',
                constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), ('from_on__isnull', True), _connector='OR'), name='means_use_period_in_order'),
            ),
            migrations.AddConstraint(
                model_name='meansuse',
                constraint=models.UniqueConstraint(fields=('means', 'party'), name='means_use_once_per_party'),
            ),
            migrations.AddConstraint(
                model_name='followupcall',
                constraint=models.UniqueConstraint(fields=('party', 'on'), name='follow_up_call_once_a_day'),
            ),
            migrations.AddConstraint(
                model_name='commitmentchange',
                constraint=models.UniqueConstraint(condition=models.Q(('answered_at__isnull', True)), fields=('commitment',), name='commitment_one_change_waiting'),
            ),
            migrations.AddConstraint(
                model_name='pooledpart',
                constraint=models.UniqueConstraint(fields=('proposal', 'need'), name='pooled_part_once_per_need'),
            ),
            migrations.AddConstraint(
                model_name='pooledpart',
                constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='pooled_part_quantity_above_zero'),
            ),
            migrations.AddConstraint(
                model_name='proposedtime',
                constraint=models.UniqueConstraint(condition=models.Q(('answered_at__isnull', True)), fields=('match',), name='proposed_time_one_waiting'),
            ),
            migrations.AddConstraint(
                model_name='sharingkey',
                constraint=models.UniqueConstraint(condition=models.Q(('held_at__isnull', True), ('refused_at__isnull', True)), fields=('means',), name='sharing_key_one_waiting'),
            ),
            migrations.AddConstraint(
                model_name='sharingkey',
                constraint=models.UniqueConstraint(condition=models.Q(('held_at__isnull', False)), fields=('means', 'from_on'), name='sharing_key_one_per_day'),
            ),
        ]),
    ]
