import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration
from phares.rooms.commons.tables_together import TablesTogether


class Migration(LeanMigration):

    initial = True

    replaces = [
        ('cooperation', '0001_initial'),
        ('cooperation', '0002_said_once'),
    ]

    dependencies = [
        ('commons', '0004_table_imports'),
        ('directory', '0011_retention_periods'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesTogether([
            migrations.CreateModel(
                name='Cooperation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=140)),
                    ('purpose', models.TextField(max_length=600)),
                    ('form', models.CharField(choices=[('loan', 'un prêt'), ('barter', 'un échange de services'), ('pooled_service', 'un service partagé'), ('shared_job', 'un emploi partagé'), ('joint_bid', 'une réponse commune à un appel'), ('co_production', 'une action faite ensemble'), ('common_entity', 'une entité commune')], max_length=20)),
                    ('from_on', models.DateField()),
                    ('until_on', models.DateField(blank=True, null=True)),
                    ('openness', models.CharField(choices=[('parties', 'les parties et la coordination'), ('pole', 'les structures du pôle'), ('public', 'tout le monde')], default='pole', max_length=10)),
                    ('state', models.CharField(choices=[('to_sign', 'à signer'), ('running', 'en cours'), ('ended', 'terminée'), ('stopped', 'arrêtée avant la fin')], default='to_sign', max_length=10)),
                    ('written_at', models.DateTimeField()),
                    ('started_at', models.DateTimeField(blank=True, null=True)),
                    ('ended_on', models.DateField(blank=True, null=True)),
                    ('ending_word', models.CharField(blank=True, max_length=400)),
                    ('story_chosen_at', models.DateTimeField(blank=True, null=True)),
                    ('search_text', models.TextField(blank=True, editable=False)),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cooperations', to='directory.pole')),
                ],
                options={
                    'ordering': ['-written_at', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='Chain',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('proposed_at', models.DateTimeField()),
                    ('agreed_at', models.DateTimeField(blank=True, null=True)),
                    ('closed_at', models.DateTimeField(blank=True, null=True)),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='chains', to='directory.pole')),
                    ('cooperation', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='chain', to='cooperation.cooperation')),
                ],
                options={
                    'ordering': ['-proposed_at', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='BourseSigning',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('signed_at', models.DateTimeField()),
                    ('gathering', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signings', to='directory.gathering')),
                    ('cooperation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='bourse_signing', to='cooperation.cooperation')),
                ],
                options={
                    'ordering': ['signed_at', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='Agreement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('words', models.JSONField()),
                    ('words_sha256', models.CharField(max_length=64)),
                    ('pdf', models.BinaryField(null=True)),
                    ('pdf_sha256', models.CharField(blank=True, max_length=64)),
                    ('written_at', models.DateTimeField()),
                    ('replaced_at', models.DateTimeField(blank=True, null=True)),
                    ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('cooperation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='cooperation.cooperation')),
                ],
                options={
                    'ordering': ['-number'],
                },
            ),
            migrations.CreateModel(
                name='FadeRule',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField()),
                    ('days', models.PositiveSmallIntegerField()),
                    ('decided_at', models.DateTimeField()),
                    ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fade_rules', to='directory.pole')),
                ],
                options={
                    'ordering': ['-from_on'],
                },
            ),
            migrations.CreateModel(
                name='Item',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('side', models.CharField(choices=[('need', 'besoin'), ('offer', 'offre')], max_length=5)),
                    ('kind', models.CharField(choices=[('space', 'un lieu'), ('equipment', 'du matériel'), ('skill', 'un savoir-faire'), ('hours', 'des heures de travail'), ('purchase', 'un achat'), ('knowledge', 'une information, un conseil'), ('transport', 'un transport'), ('money', 'de l’argent'), ('other', 'autre chose')], max_length=12)),
                    ('title', models.CharField(max_length=140)),
                    ('text', models.TextField(blank=True)),
                    ('quote', models.TextField(blank=True)),
                    ('said_on', models.DateField()),
                    ('quantity', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True)),
                    ('unit', models.CharField(blank=True, max_length=20)),
                    ('from_on', models.DateField(blank=True, null=True)),
                    ('until_on', models.DateField(blank=True, null=True)),
                    ('expires_on', models.DateField(blank=True, null=True)),
                    ('quantity_used', models.DecimalField(decimal_places=2, default=0, max_digits=10)),
                    ('weekly', models.JSONField(blank=True, default=list)),
                    ('place', models.CharField(blank=True, max_length=120)),
                    ('exchange', models.CharField(blank=True, choices=[('free', 'gratuitement'), ('barter', 'en échange d’autre chose'), ('paid', 'contre paiement')], max_length=8)),
                    ('visibility', models.CharField(choices=[('public', 'tout le monde'), ('pole', 'les structures du pôle')], default='pole', max_length=10)),
                    ('noted_for_another', models.BooleanField(default=False)),
                    ('said_by', models.CharField(blank=True, max_length=80)),
                    ('kept_at', models.DateTimeField(blank=True, null=True)),
                    ('said_at', models.DateTimeField()),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('met_at', models.DateTimeField(blank=True, null=True)),
                    ('draft', models.CharField(blank=True, editable=False, max_length=32, null=True)),
                    ('search_text', models.TextField(blank=True, editable=False)),
                    ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.residentsgroup')),
                    ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='directory.pole')),
                    ('resident', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('structure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.structure')),
                ],
                options={
                    'ordering': ['-said_at', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='ItemBrought',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('brought_at', models.DateTimeField()),
                    ('brought_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('gathering', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items_brought', to='directory.gathering')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='brought_to', to='cooperation.item')),
                ],
                options={
                    'ordering': ['brought_at', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='LetterDay',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'lundi'), (1, 'mardi'), (2, 'mercredi'), (3, 'jeudi'), (4, 'vendredi'), (5, 'samedi'), (6, 'dimanche')], default=1)),
                    ('pole', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='letter_day', to='directory.pole')),
                ],
            ),
            migrations.CreateModel(
                name='MailWish',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('weekly', models.BooleanField(default=True)),
                    ('at_once', models.BooleanField(default=True)),
                    ('changed_at', models.DateTimeField()),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mail_wishes', to=settings.AUTH_USER_MODEL)),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.pole')),
                ],
            ),
            migrations.CreateModel(
                name='Match',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reasons', models.JSONField(default=list)),
                    ('missing', models.JSONField(default=list)),
                    ('proposed_at', models.DateTimeField(blank=True, null=True)),
                    ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.residentsgroup')),
                    ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches_as_need', to='cooperation.item')),
                    ('offer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='matches_as_offer', to='cooperation.item')),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='directory.pole')),
                    ('resident', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('structure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.structure')),
                ],
                options={
                    'ordering': ['-proposed_at', '-pk'],
                },
            ),
            migrations.AddField(
                model_name='cooperation',
                name='match',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cooperations', to='cooperation.match'),
            ),
            migrations.AddConstraint(
                model_name='chain',
                constraint=models.CheckConstraint(condition=models.Q(('agreed_at__isnull', True), ('closed_at__isnull', True), _connector='OR'), name='chain_agreed_or_closed'),
            ),
            migrations.AddConstraint(
                model_name='agreement',
                constraint=models.UniqueConstraint(fields=('cooperation', 'number'), name='agreement_number_once'),
            ),
            migrations.AddConstraint(
                model_name='agreement',
                constraint=models.UniqueConstraint(condition=models.Q(('replaced_at__isnull', True)), fields=('cooperation',), name='agreement_one_in_force'),
            ),
            migrations.AddConstraint(
                model_name='faderule',
                constraint=models.UniqueConstraint(fields=('pole', 'from_on'), name='fade_rule_once_per_day'),
            ),
            migrations.AddConstraint(
                model_name='faderule',
                constraint=models.CheckConstraint(condition=models.Q(('days__gte', 30), ('days__lte', 1830)), name='fade_rule_within_reason'),
            ),
            migrations.AddIndex(
                model_name='item',
                index=models.Index(fields=['pole', 'side', '-said_at'], name='item_pole_side_latest'),
            ),
            migrations.AddIndex(
                model_name='item',
                index=models.Index(condition=models.Q(('met_at__isnull', True), ('withdrawn_at__isnull', True)), fields=['pole', 'side'], name='item_still_waiting'),
            ),
            migrations.AddConstraint(
                model_name='item',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('resident__isnull', True), ('structure__isnull', False)), models.Q(('group__isnull', False), ('resident__isnull', True), ('structure__isnull', True)), models.Q(('group__isnull', True), ('resident__isnull', False), ('structure__isnull', True)), _connector='OR'), name='item_one_holder'),
            ),
            migrations.AddConstraint(
                model_name='item',
                constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), ('from_on__isnull', True), _connector='OR'), name='item_period_in_order'),
            ),
            migrations.AddConstraint(
                model_name='item',
                constraint=models.CheckConstraint(condition=models.Q(('quantity__isnull', True), ('quantity__gt', 0), _connector='OR'), name='item_quantity_above_zero'),
            ),
            migrations.AddConstraint(
                model_name='item',
                constraint=models.CheckConstraint(condition=models.Q(('quantity_used', 0), models.Q(('quantity_used__gt', 0), ('quantity_used__lte', models.F('quantity'))), _connector='OR'), name='item_used_within_quantity'),
            ),
            migrations.AddConstraint(
                model_name='item',
                constraint=models.UniqueConstraint(fields=('draft',), name='item_once_per_draft'),
            ),
            migrations.AddConstraint(
                model_name='itembrought',
                constraint=models.UniqueConstraint(fields=('gathering', 'item'), name='item_brought_once'),
            ),
            migrations.AddConstraint(
                model_name='mailwish',
                constraint=models.UniqueConstraint(fields=('person', 'pole'), name='mail_wish_once_per_pole'),
            ),
            migrations.AddConstraint(
                model_name='match',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('resident__isnull', True), ('structure__isnull', False)), models.Q(('group__isnull', False), ('resident__isnull', True), ('structure__isnull', True)), models.Q(('group__isnull', True), ('resident__isnull', False), ('structure__isnull', True)), _connector='OR'), name='match_one_helper'),
            ),
            migrations.AddConstraint(
                model_name='match',
                constraint=models.UniqueConstraint(fields=('need', 'offer'), name='match_once_per_offer'),
            ),
            migrations.AddConstraint(
                model_name='match',
                constraint=models.UniqueConstraint(condition=models.Q(('offer__isnull', True)), fields=('need', 'structure'), name='match_once_per_structure'),
            ),
            migrations.AddConstraint(
                model_name='match',
                constraint=models.UniqueConstraint(condition=models.Q(('offer__isnull', True)), fields=('need', 'group'), name='match_once_per_group'),
            ),
            migrations.AddConstraint(
                model_name='cooperation',
                constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), ('from_on__isnull', True), _connector='OR'), name='cooperation_period_in_order'),
            ),
        ]),
    ]
