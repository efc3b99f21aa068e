"""Reference data: the fields of activity, with their source and the Labo de l'ESS sector that fits."""

from django.db import migrations

from phares.rooms.commons.lean_migration import LeanMigration

SHEET = "Fiche d’expérience du 1er février 2015, Profession Banlieue"
SURVEY = "Enquête 2017 du Labo de l’ESS, secteurs des structures"
FIELDS = [
    ("education-populaire", "éducation populaire", "popular education", "emploi et parcours", SHEET),
    ("insertion", "insertion par l’activité économique", "work integration", "emploi et parcours", SHEET),
    ("formation", "formation", "training", "emploi et parcours", SHEET),
    ("consommation-durable", "consommation durable", "sustainable consumption", "alimentation et agriculture", SHEET),
    ("education-environnement", "éducation à l’environnement", "environmental education", "éco-activités", SHEET),
    ("eco-activites", "éco-activités", "green activities", "éco-activités", SURVEY),
    ("alimentation", "alimentation et agriculture", "food and farming", "alimentation et agriculture", SURVEY),
    ("culture", "culture et industries créatives", "culture and creative industries", "culture et industries créatives", SURVEY),
    ("services-entreprises", "services aux entreprises", "services to organisations", "services aux entreprises", SURVEY),
    ("services-personne", "services à la personne", "services to people", "services à la personne", SURVEY),
]


def fill(apps, editor):
    """Write the rows."""
    activity_field = apps.get_model("directory", "ActivityField")
    for code, name_fr, name_en, sector, source in FIELDS:
        activity_field.objects.create(code=code, name_fr=name_fr, name_en=name_en, sector=sector, source=source)


class Migration(LeanMigration):
    reads = ("directory.activityfield",)
    dependencies = [("directory", "0002_memberships_apart")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
