import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration
from phares.rooms.commons.tables_together import TablesTogether


class Migration(LeanMigration):

    initial = True

    replaces = [
        ('publishing', '0001_initial'),
    ]

    dependencies = [
        ('commons', '0004_table_imports'),
        ('cooperation', '0007_squashed_0009'),
        ('directory', '0011_retention_periods'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesTogether([
            migrations.CreateModel(
                name='Publisher',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=160, unique=True)),
                    ('slug', models.SlugField(max_length=80, unique=True)),
                    ('website', models.URLField(blank=True, max_length=300)),
                ],
                options={
                    'ordering': ['slug'],
                },
            ),
            migrations.CreateModel(
                name='Newsletter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('audience', models.CharField(choices=[('internal', 'celles et ceux qui agissent dans le pôle'), ('public', 'tout le monde')], max_length=8)),
                    ('subject', models.CharField(max_length=120)),
                    ('text', models.TextField()),
                    ('since_on', models.DateField()),
                    ('until_on', models.DateField()),
                    ('drafted_at', models.DateTimeField()),
                    ('sent_at', models.DateTimeField(blank=True, null=True)),
                    ('recipients', models.PositiveIntegerField(default=0)),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='newsletters', to='directory.pole')),
                    ('sent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['-drafted_at', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='RegistrationList',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('places', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('ends_at', models.DateTimeField(blank=True, null=True)),
                    ('words', models.CharField(blank=True, max_length=600)),
                    ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                    ('opened_at', models.DateTimeField()),
                    ('gathering', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='registration_list', to='directory.gathering')),
                ],
            ),
            migrations.CreateModel(
                name='Registration',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=120)),
                    ('email', models.EmailField(blank=True, max_length=254)),
                    ('phone', models.CharField(blank=True, max_length=30)),
                    ('people', models.PositiveSmallIntegerField(default=1)),
                    ('standing', models.CharField(choices=[('coming', 'vient'), ('waiting', 'en liste d’attente'), ('cancelled', 'ne vient plus')], max_length=10)),
                    ('token', models.CharField(max_length=43, unique=True)),
                    ('language', models.CharField(default='fr', max_length=5)),
                    ('registered_at', models.DateTimeField()),
                    ('list', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='registrations', to='publishing.registrationlist')),
                ],
                options={
                    'ordering': ['registered_at', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='Rubric',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=80)),
                    ('slug', models.SlugField(max_length=80)),
                    ('position', models.PositiveSmallIntegerField(default=0)),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='publishing.rubric')),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rubrics', to='directory.pole')),
                ],
                options={
                    'ordering': ['position', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='ExperienceSheet',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('words', models.JSONField(default=dict)),
                    ('state', models.CharField(choices=[('draft', 'brouillon'), ('read', 'relue'), ('agreed', 'validée par les partenaires'), ('published', 'publiée'), ('withdrawn', 'retirée')], default='draft', max_length=10)),
                    ('slug', models.SlugField(blank=True, max_length=120)),
                    ('source_url', models.URLField(blank=True, max_length=400)),
                    ('private_contact', models.CharField(blank=True, max_length=200)),
                    ('withdrawal_word', models.CharField(blank=True, max_length=300)),
                    ('begun_at', models.DateTimeField()),
                    ('written_at', models.DateTimeField()),
                    ('cooperation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='cooperation.cooperation')),
                    ('named', models.ManyToManyField(blank=True, related_name='+', to='directory.structure')),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='directory.pole')),
                    ('structure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='directory.structure')),
                    ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('publisher', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='publishing.publisher')),
                    ('rubric', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='publishing.rubric')),
                ],
                options={
                    'ordering': ['-written_at', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='SheetAddress',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('slug', models.SlugField(max_length=120)),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.pole')),
                    ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='publishing.experiencesheet')),
                ],
            ),
            migrations.CreateModel(
                name='SheetPhoto',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('caption', models.CharField(max_length=240)),
                    ('description', models.CharField(blank=True, max_length=240)),
                    ('credit', models.CharField(blank=True, max_length=120)),
                    ('right', models.CharField(choices=[('asked', 'à demander\u202f: l’image n’est pas montrée'), ('granted', 'accordé par les personnes et l’auteur ou l’autrice'), ('free', 'personne n’est reconnaissable, image libre')], default='asked', max_length=8)),
                    ('width', models.PositiveSmallIntegerField(default=0)),
                    ('height', models.PositiveSmallIntegerField(default=0)),
                    ('image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='commons.attachment')),
                    ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='photos', to='publishing.experiencesheet')),
                ],
                options={
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='SheetReview',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('asked_at', models.DateTimeField()),
                    ('accepted', models.BooleanField(null=True)),
                    ('word', models.CharField(blank=True, max_length=400)),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.residentsgroup')),
                    ('resident', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='publishing.experiencesheet')),
                    ('structure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.structure')),
                ],
                options={
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='SheetVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('words', models.JSONField()),
                    ('photos', models.JSONField(default=list)),
                    ('title', models.CharField(max_length=160)),
                    ('lead', models.CharField(max_length=600)),
                    ('commune', models.CharField(db_index=True, max_length=80)),
                    ('dated_on', models.DateField(db_index=True)),
                    ('search_text', models.TextField(editable=False)),
                    ('published_at', models.DateTimeField()),
                    ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('rubric', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='publishing.rubric')),
                    ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='publishing.experiencesheet')),
                ],
                options={
                    'ordering': ['-number'],
                },
            ),
            migrations.AddField(
                model_name='experiencesheet',
                name='version',
                field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='shown_by', to='publishing.sheetversion'),
            ),
            migrations.CreateModel(
                name='SheetWord',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('is_tag', models.BooleanField(default=False)),
                    ('word', models.CharField(max_length=80)),
                    ('slug', models.CharField(db_index=True, max_length=80)),
                    ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='index_words', to='publishing.experiencesheet')),
                ],
                options={
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='Subscription',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('email', models.EmailField(max_length=254)),
                    ('audience', models.CharField(choices=[('internal', 'celles et ceux qui agissent dans le pôle'), ('public', 'tout le monde')], max_length=8)),
                    ('token', models.CharField(max_length=43, unique=True)),
                    ('language', models.CharField(default='fr', max_length=5)),
                    ('asked_at', models.DateTimeField()),
                    ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                    ('refused_at', models.DateTimeField(blank=True, null=True)),
                    ('pole', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.pole')),
                ],
            ),
            migrations.AddConstraint(
                model_name='registrationlist',
                constraint=models.CheckConstraint(condition=models.Q(('places__isnull', True), ('places__gt', 0), _connector='OR'), name='registration_list_has_places'),
            ),
            migrations.AddConstraint(
                model_name='registration',
                constraint=models.CheckConstraint(condition=models.Q(('people__gte', 1), ('people__lte', 10)), name='registration_a_few_people'),
            ),
            migrations.AddConstraint(
                model_name='registration',
                constraint=models.UniqueConstraint(condition=models.Q(models.Q(('email', ''), _negated=True), models.Q(('standing', 'cancelled'), _negated=True)), fields=('list', 'email'), name='registration_mail_once'),
            ),
            migrations.AddConstraint(
                model_name='rubric',
                constraint=models.UniqueConstraint(fields=('pole', 'slug'), name='rubric_slug_once_per_pole'),
            ),
            migrations.AddConstraint(
                model_name='sheetaddress',
                constraint=models.UniqueConstraint(fields=('pole', 'slug'), name='sheet_address_once_per_pole'),
            ),
            migrations.AddConstraint(
                model_name='sheetreview',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('resident__isnull', True), ('structure__isnull', False)), models.Q(('group__isnull', False), ('resident__isnull', True), ('structure__isnull', True)), models.Q(('group__isnull', True), ('resident__isnull', False), ('structure__isnull', True)), _connector='OR'), name='review_one_holder'),
            ),
            migrations.AddConstraint(
                model_name='sheetreview',
                constraint=models.UniqueConstraint(fields=('sheet', 'structure'), name='review_structure_once'),
            ),
            migrations.AddConstraint(
                model_name='sheetreview',
                constraint=models.UniqueConstraint(fields=('sheet', 'group'), name='review_group_once'),
            ),
            migrations.AddConstraint(
                model_name='sheetreview',
                constraint=models.UniqueConstraint(fields=('sheet', 'resident'), name='review_resident_once'),
            ),
            migrations.AddConstraint(
                model_name='sheetversion',
                constraint=models.UniqueConstraint(fields=('sheet', 'number'), name='sheet_version_once'),
            ),
            migrations.AddConstraint(
                model_name='experiencesheet',
                constraint=models.UniqueConstraint(condition=models.Q(('slug', ''), _negated=True), fields=('pole', 'slug'), name='sheet_slug_once'),
            ),
            migrations.AddConstraint(
                model_name='experiencesheet',
                constraint=models.CheckConstraint(condition=models.Q(('version__isnull', False), models.Q(('state', 'published'), _negated=True), _connector='OR'), name='sheet_shown_is_a_version'),
            ),
            migrations.AddConstraint(
                model_name='sheetword',
                constraint=models.UniqueConstraint(fields=('sheet', 'is_tag', 'slug'), name='sheet_word_once'),
            ),
            migrations.AddConstraint(
                model_name='subscription',
                constraint=models.UniqueConstraint(fields=('pole', 'email', 'audience'), name='subscription_mail_once'),
            ),
        ]),
    ]
