import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration
from phares.rooms.commons.tables_together import TablesTogether


class Migration(LeanMigration):

    initial = True

    replaces = [
        ('cooperation', '0003_found_by_words'),
        ('cooperation', '0004_together'),
    ]

    dependencies = [
        ('cooperation', '0001_squashed_0002'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesTogether([
            migrations.CreateModel(
                name='Document',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('convention', 'convention'), ('budget', 'budget'), ('quote', 'devis ou facture'), ('minutes', 'compte rendu'), ('report', 'bilan'), ('picture', 'photo'), ('other', 'autre document')], max_length=12)),
                    ('title', models.CharField(max_length=120)),
                    ('cooperation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='cooperation.cooperation')),
                ],
                options={
                    'ordering': ['kind', 'title', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='DocumentVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('change', models.CharField(blank=True, max_length=160)),
                    ('brought_at', models.DateTimeField()),
                    ('brought_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='cooperation.document')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commons.attachment')),
                ],
                options={
                    'ordering': ['-number'],
                },
            ),
            migrations.CreateModel(
                name='Fact',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('on', models.DateField()),
                    ('what', models.CharField(max_length=300)),
                    ('minutes', models.PositiveIntegerField(blank=True, null=True)),
                    ('cents', models.PositiveBigIntegerField(blank=True, null=True)),
                    ('noted_at', models.DateTimeField()),
                    ('cooperation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='facts', to='cooperation.cooperation')),
                    ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('proof', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='commons.attachment')),
                ],
                options={
                    'ordering': ['-on', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='ChainLink',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveSmallIntegerField()),
                    ('accepted', models.BooleanField(null=True)),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('said_by', models.CharField(blank=True, max_length=80)),
                    ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('chain', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='cooperation.chain')),
                    ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.residentsgroup')),
                    ('resident', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('structure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.structure')),
                    ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.item')),
                    ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.item')),
                ],
                options={
                    'ordering': ['position'],
                },
            ),
            migrations.CreateModel(
                name='Job',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=120)),
                    ('employer', models.CharField(max_length=120)),
                    ('effect', models.CharField(choices=[('created', 'créé'), ('kept', 'maintenu')], max_length=8)),
                    ('contract', models.CharField(choices=[('open_ended', 'CDI'), ('fixed_term', 'CDD'), ('insertion', 'CDD d’insertion'), ('apprentice', 'apprentissage ou professionnalisation'), ('aided', 'contrat aidé'), ('temporary', 'intérim ou mise à disposition'), ('other', 'autre contrat')], max_length=12)),
                    ('is_insertion', models.BooleanField(default=False)),
                    ('fte_numerator', models.PositiveSmallIntegerField()),
                    ('fte_denominator', models.PositiveSmallIntegerField()),
                    ('from_on', models.DateField()),
                    ('until_on', models.DateField(blank=True, null=True)),
                    ('declared_at', models.DateTimeField()),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('declared_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='jobs', to='directory.pole')),
                    ('proof', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='commons.attachment')),
                ],
                options={
                    'ordering': ['-from_on', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='JobSharing',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('cooperation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='job_sharings', to='cooperation.cooperation')),
                    ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sharings', to='cooperation.job')),
                ],
            ),
            migrations.AddField(
                model_name='job',
                name='cooperations',
                field=models.ManyToManyField(related_name='jobs', through='cooperation.JobSharing', to='cooperation.cooperation'),
            ),
            migrations.CreateModel(
                name='Answer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('side', models.CharField(choices=[('need', 'besoin'), ('offer', 'offre')], max_length=5)),
                    ('choice', models.CharField(choices=[('interested', 'ça nous intéresse'), ('not_for_us', 'pas pour nous'), ('later', 'plus tard')], max_length=12)),
                    ('why', models.CharField(blank=True, choices=[('too_far', 'c’est trop loin'), ('not_the_dates', 'les dates ne vont pas'), ('not_enough', 'la quantité ne va pas'), ('not_the_terms', 'l’échange demandé ne nous va pas'), ('not_our_trade', 'ce n’est pas ce que nous faisons'), ('not_now', 'nous n’avons pas le temps en ce moment'), ('other', 'autre chose')], max_length=16)),
                    ('reason', models.CharField(blank=True, max_length=240)),
                    ('reason_is_shared', models.BooleanField(default=False)),
                    ('back_on', models.DateField(blank=True, null=True)),
                    ('answered_at', models.DateTimeField()),
                    ('said_by', models.CharField(blank=True, max_length=80)),
                    ('noted_for_another', models.BooleanField(default=False)),
                    ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='cooperation.match')),
                ],
                options={
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='Means',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=120)),
                    ('detail', models.CharField(blank=True, max_length=300)),
                    ('written_at', models.DateTimeField()),
                    ('cooperation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='means', to='cooperation.cooperation')),
                    ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'means',
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='Message',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField(blank=True, max_length=2000)),
                    ('written_at', models.DateTimeField()),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('cooperation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='cooperation.cooperation')),
                    ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.residentsgroup')),
                    ('resident', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('structure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.structure')),
                    ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='Note',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('on', models.DateField()),
                    ('what', models.CharField(max_length=160)),
                    ('kind', models.CharField(choices=[('helped', 'un coup de main, un prêt, un échange'), ('met', 'une rencontre, une information')], default='helped', max_length=8)),
                    ('noted_at', models.DateTimeField()),
                    ('removed_at', models.DateTimeField(blank=True, null=True)),
                    ('draft', models.CharField(blank=True, editable=False, max_length=32, null=True, unique=True)),
                    ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='directory.pole')),
                    ('proof', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='commons.attachment')),
                ],
                options={
                    'ordering': ['-on', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='NoteParty',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveSmallIntegerField()),
                    ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.residentsgroup')),
                    ('note', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='cooperation.note')),
                    ('resident', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('structure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.structure')),
                ],
                options={
                    'ordering': ['position'],
                },
            ),
            migrations.CreateModel(
                name='NoteVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('on', models.DateField()),
                    ('what', models.CharField(max_length=160)),
                    ('kind', models.CharField(choices=[('helped', 'un coup de main, un prêt, un échange'), ('met', 'une rencontre, une information')], max_length=8)),
                    ('was_removed', models.BooleanField()),
                    ('replaced_at', models.DateTimeField()),
                    ('note', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='cooperation.note')),
                    ('replaced_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['-pk'],
                },
            ),
            migrations.AddConstraint(
                model_name='documentversion',
                constraint=models.UniqueConstraint(fields=('document', 'number'), name='document_version_once'),
            ),
            migrations.AddConstraint(
                model_name='chainlink',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('resident__isnull', True), ('structure__isnull', False)), models.Q(('group__isnull', False), ('resident__isnull', True), ('structure__isnull', True)), models.Q(('group__isnull', True), ('resident__isnull', False), ('structure__isnull', True)), _connector='OR'), name='chain_link_one_holder'),
            ),
            migrations.AddConstraint(
                model_name='chainlink',
                constraint=models.UniqueConstraint(fields=('chain', 'position'), name='chain_link_once_per_place'),
            ),
            migrations.AddConstraint(
                model_name='chainlink',
                constraint=models.UniqueConstraint(fields=('chain', 'structure'), name='chain_link_once_per_structure'),
            ),
            migrations.AddConstraint(
                model_name='jobsharing',
                constraint=models.UniqueConstraint(fields=('job', 'cooperation'), name='job_once_per_cooperation'),
            ),
            migrations.AddConstraint(
                model_name='job',
                constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), ('from_on__isnull', True), _connector='OR'), name='job_period_in_order'),
            ),
            migrations.AddConstraint(
                model_name='job',
                constraint=models.CheckConstraint(condition=models.Q(('fte_denominator__gt', 0), ('fte_numerator__gt', 0), ('fte_numerator__lte', models.F('fte_denominator'))), name='job_at_most_full_time'),
            ),
            migrations.AddConstraint(
                model_name='answer',
                constraint=models.UniqueConstraint(fields=('match', 'side'), name='answer_once_per_side'),
            ),
            migrations.AddConstraint(
                model_name='message',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('resident__isnull', True), ('structure__isnull', False)), models.Q(('group__isnull', False), ('resident__isnull', True), ('structure__isnull', True)), models.Q(('group__isnull', True), ('resident__isnull', False), ('structure__isnull', True)), _connector='OR'), name='message_one_holder'),
            ),
            migrations.AddConstraint(
                model_name='noteparty',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('resident__isnull', True), ('structure__isnull', False)), models.Q(('group__isnull', False), ('resident__isnull', True), ('structure__isnull', True)), models.Q(('group__isnull', True), ('resident__isnull', False), ('structure__isnull', True)), _connector='OR'), name='note_party_one_holder'),
            ),
            migrations.AddConstraint(
                model_name='noteparty',
                constraint=models.UniqueConstraint(fields=('note', 'position'), name='note_party_place_once'),
            ),
            migrations.AddConstraint(
                model_name='noteparty',
                constraint=models.CheckConstraint(condition=models.Q(('position__in', [0, 1])), name='note_between_two'),
            ),
        ]),
    ]
