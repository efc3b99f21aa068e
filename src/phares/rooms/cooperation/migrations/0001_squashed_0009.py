import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from phares.rooms.commons.tables_together import TablesTogether
from phares.rooms.commons.triggers import append_only, append_only_lifted, closed_stays, closed_stays_lifted


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('cooperation', '0001_initial'),
        ('cooperation', '0002_said_once'),
        ('cooperation', '0003_found_by_words'),
        ('cooperation', '0004_together'),
        ('cooperation', '0005_together_keys'),
        ('cooperation', '0006_closed_accounts_stay'),
        ('cooperation', '0007_needs_in_full'),
        ('cooperation', '0008_chains_written'),
        ('cooperation', '0009_letters_leave'),
    ]

    dependencies = [
        ('commons', '0004_table_imports'),
        ('directory', '0011_retention_periods'),
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
                name='KeyWeight',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('amount', models.DecimalField(decimal_places=3, max_digits=12)),
                    ('part', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='weights', to='cooperation.keypart')),
                    ('use', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cooperation.meansuse')),
                ],
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
                model_name='documentversion',
                constraint=models.UniqueConstraint(fields=('document', 'number'), name='document_version_once'),
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
                model_name='itembrought',
                constraint=models.UniqueConstraint(fields=('gathering', 'item'), name='item_brought_once'),
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
            migrations.AddConstraint(
                model_name='answer',
                constraint=models.UniqueConstraint(fields=('match', 'side'), name='answer_once_per_side'),
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
                model_name='share',
                constraint=models.UniqueConstraint(fields=('account', 'party'), name='share_once_per_party'),
            ),
            migrations.AddConstraint(
                model_name='sharingkey',
                constraint=models.UniqueConstraint(condition=models.Q(('held_at__isnull', True), ('refused_at__isnull', True)), fields=('means',), name='sharing_key_one_waiting'),
            ),
            migrations.AddConstraint(
                model_name='sharingkey',
                constraint=models.UniqueConstraint(condition=models.Q(('held_at__isnull', False)), fields=('means', 'from_on'), name='sharing_key_one_per_day'),
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
