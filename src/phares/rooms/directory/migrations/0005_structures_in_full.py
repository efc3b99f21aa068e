"""Structures in full: numbers, goals, capacities, tags, photos, levels of fields, sizes, lineage, words to find by."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from phares.rooms.commons.lean_migration import LeanMigration


class Migration(LeanMigration):

    dependencies = [
        ('commons', '0002_journal_append_only'),
        ('directory', '0004_dictionary_order'),
    ]

    operations = [
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(unique=True)),
                ('name_fr', models.CharField(max_length=120)),
                ('name_en', models.CharField(max_length=120)),
                ('source', models.CharField(max_length=200)),
                ('number', models.PositiveSmallIntegerField(unique=True)),
            ],
            options={
                'ordering': ['number'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Sector',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(unique=True)),
                ('name_fr', models.CharField(max_length=120)),
                ('name_en', models.CharField(max_length=120)),
                ('source', models.CharField(max_length=200)),
            ],
            options={
                'ordering': ['code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SkillDomain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(unique=True)),
                ('name_fr', models.CharField(max_length=120)),
                ('name_en', models.CharField(max_length=120)),
                ('source', models.CharField(max_length=200)),
            ],
            options={
                'ordering': ['code'],
                'abstract': False,
            },
        ),
        migrations.RenameField(model_name='activityfield', old_name='sector', new_name='sector_name'),
        migrations.AddField(
            model_name='activityfield',
            name='sector',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='fields', to='directory.sector'),
        ),
        migrations.AddField(
            model_name='milestone',
            name='until_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='structure',
            name='acronym_meaning',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='structure',
            name='address',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='structure',
            name='axes',
            field=models.CharField(blank=True, max_length=240),
        ),
        migrations.AddField(
            model_name='structure',
            name='contact_phone_e164',
            field=models.CharField(blank=True, editable=False, max_length=16),
        ),
        migrations.AddField(
            model_name='structure',
            name='is_sse',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='structure',
            name='outside_kind',
            field=models.CharField(blank=True, choices=[('territory', 'acteur du territoire'), ('partner', 'partenaire'), ('supporter', 'soutien'), ('authority', 'collectivité ou État'), ('research', 'recherche'), ('training', 'formation')], max_length=12),
        ),
        migrations.AddField(
            model_name='structure',
            name='postcode',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name='structure',
            name='postcode_normalised',
            field=models.CharField(blank=True, editable=False, max_length=5),
        ),
        migrations.AddField(
            model_name='structure',
            name='rna',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name='structure',
            name='siren',
            field=models.CharField(blank=True, max_length=9),
        ),
        migrations.AddField(
            model_name='structure',
            name='siret',
            field=models.CharField(blank=True, max_length=14),
        ),
        migrations.AddField(
            model_name='structure',
            name='source_url',
            field=models.URLField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name='structure',
            name='vat_number',
            field=models.CharField(blank=True, max_length=14),
        ),
        migrations.AlterField(
            model_name='activityfield',
            name='name_en',
            field=models.CharField(max_length=120),
        ),
        migrations.AlterField(
            model_name='activityfield',
            name='name_fr',
            field=models.CharField(max_length=120),
        ),
        migrations.CreateModel(
            name='FieldVisibility',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(max_length=30)),
                ('level', models.CharField(choices=[('public', 'tout le monde'), ('pole', 'les structures du pôle'), ('coordinator', 'la coordination')], max_length=12)),
                ('structure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='field_visibilities', to='directory.structure')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.AddField(
            model_name='structure',
            name='goals',
            field=models.ManyToManyField(blank=True, related_name='structures', to='directory.goal'),
        ),
        migrations.CreateModel(
            name='Lineage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('born_from', 'née de'), ('merged_into', 'réunie à')], max_length=12)),
                ('on', models.DateField()),
                ('source', models.CharField(blank=True, max_length=200)),
                ('source_url', models.URLField(blank=True, max_length=400)),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='descendants', to='directory.structure')),
                ('structure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lineages', to='directory.structure')),
            ],
            options={
                'ordering': ['on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Photo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('alternative_text', models.CharField(max_length=240)),
                ('caption', models.CharField(blank=True, max_length=240)),
                ('credit', models.CharField(max_length=120)),
                ('width', models.PositiveIntegerField()),
                ('height', models.PositiveIntegerField()),
                ('attachment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commons.attachment')),
                ('structure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='photos', to='directory.structure')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=40)),
                ('level', models.CharField(choices=[('public', 'tout le monde'), ('pole', 'les structures du pôle'), ('coordinator', 'la coordination')], max_length=12)),
                ('pole', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.pole')),
                ('structure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='search_words', to='directory.structure')),
            ],
        ),
        migrations.CreateModel(
            name='Size',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('people', models.PositiveIntegerField(blank=True, null=True)),
                ('surface_m2', models.DecimalField(blank=True, decimal_places=1, max_digits=8, null=True)),
                ('source', models.CharField(blank=True, max_length=200)),
                ('structure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sizes', to='directory.structure')),
            ],
            options={
                'ordering': ['on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Capacity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('skill', 'savoir-faire'), ('means', 'moyen')], max_length=10)),
                ('name', models.CharField(max_length=120)),
                ('plain', models.CharField(db_index=True, editable=False, max_length=160)),
                ('amount', models.DecimalField(decimal_places=2, default=1, max_digits=10, validators=[django.core.validators.MinValueValidator(0)])),
                ('unit', models.CharField(blank=True, max_length=30)),
                ('structure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='capacities', to='directory.structure')),
                ('domain', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.skilldomain')),
            ],
            options={
                'ordering': ['-kind', 'plain', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Tag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(max_length=40)),
                ('plain', models.CharField(db_index=True, editable=False, max_length=60)),
                ('structure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tags', to='directory.structure')),
            ],
            options={
                'ordering': ['plain', 'pk'],
            },
        ),
        migrations.AddIndex(
            model_name='fieldvisibility',
            index=models.Index(fields=['field', 'level'], name='field_visibility_hidden'),
        ),
        migrations.AddConstraint(
            model_name='fieldvisibility',
            constraint=models.UniqueConstraint(fields=('structure', 'field'), name='field_visibility_once'),
        ),
        migrations.AddConstraint(
            model_name='lineage',
            constraint=models.UniqueConstraint(fields=('structure', 'other', 'kind'), name='lineage_once'),
        ),
        migrations.AddConstraint(
            model_name='lineage',
            constraint=models.CheckConstraint(condition=models.Q(('structure', models.F('other')), _negated=True), name='lineage_between_two'),
        ),
        migrations.AddIndex(
            model_name='searchword',
            index=models.Index(fields=['pole', 'word'], name='search_word_of_pole'),
        ),
        migrations.AddConstraint(
            model_name='searchword',
            constraint=models.UniqueConstraint(fields=('structure', 'word'), name='search_word_once_per_structure'),
        ),
        migrations.AddConstraint(
            model_name='size',
            constraint=models.UniqueConstraint(fields=('structure', 'on'), name='size_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='size',
            constraint=models.CheckConstraint(condition=models.Q(('people__isnull', False), ('surface_m2__isnull', False), _connector='OR'), name='size_says_something'),
        ),
        migrations.AddConstraint(
            model_name='size',
            constraint=models.CheckConstraint(condition=models.Q(('surface_m2__isnull', True), ('surface_m2__gte', 0), _connector='OR'), name='size_surface_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='capacity',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='capacity_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='capacity',
            constraint=models.UniqueConstraint(fields=('structure', 'kind', 'plain', 'unit'), name='capacity_once_per_structure'),
        ),
        migrations.AddConstraint(
            model_name='tag',
            constraint=models.UniqueConstraint(fields=('structure', 'plain'), name='tag_once_per_structure'),
        ),
    ]
