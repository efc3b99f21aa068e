"""Reference data: the six sectors of the Labo, the seventeen goals, the domains of the ROME; words to find structures by."""

from django.db import migrations

from phares.rooms.commons.lean_migration import LeanMigration
from phares.rooms.commons.search import search_text, search_words

LABO = "Enquête 2017 du Labo de l’ESS, secteurs des structures"
UN = "Organisation des Nations unies, résolution A/RES/70/1 du 25 septembre 2015"
ROME = "France Travail, Répertoire opérationnel des métiers et des emplois (ROME), grands domaines"
SECTORS = [
    ("eco-activites", "éco-activités", "green activities"),
    ("emploi-parcours", "emploi et parcours", "employment and career paths"),
    ("alimentation-agriculture", "alimentation et agriculture", "food and farming"),
    ("culture", "culture et industries créatives", "culture and creative industries"),
    ("services-entreprises", "services aux entreprises", "services to organisations"),
    ("services-personne", "services à la personne", "services to people"),
]
GOALS = [
    ("Pas de pauvreté", "No poverty"),
    ("Faim « zéro »", "Zero hunger"),
    ("Bonne santé et bien-être", "Good health and well-being"),
    ("Éducation de qualité", "Quality education"),
    ("Égalité entre les sexes", "Gender equality"),
    ("Eau propre et assainissement", "Clean water and sanitation"),
    ("Énergie propre et d’un coût abordable", "Affordable and clean energy"),
    ("Travail décent et croissance économique", "Decent work and economic growth"),
    ("Industrie, innovation et infrastructure", "Industry, innovation and infrastructure"),
    ("Inégalités réduites", "Reduced inequalities"),
    ("Villes et communautés durables", "Sustainable cities and communities"),
    ("Consommation et production responsables", "Responsible consumption and production"),
    ("Mesures relatives à la lutte contre les changements climatiques", "Climate action"),
    ("Vie aquatique", "Life below water"),
    ("Vie terrestre", "Life on land"),
    ("Paix, justice et institutions efficaces", "Peace, justice and strong institutions"),
    ("Partenariats pour la réalisation des objectifs", "Partnerships for the goals"),
]
DOMAINS = [
    ("A", "agriculture et pêche, espaces naturels et espaces verts, soins aux animaux", "farming, fishing, green spaces, animal care"),
    ("B", "arts et façonnage d’ouvrages d’art", "arts and crafts"),
    ("C", "banque, assurance, immobilier", "banking, insurance, property"),
    ("D", "commerce, vente et grande distribution", "trade and retail"),
    ("E", "communication, média et multimédia", "communication and media"),
    ("F", "construction, bâtiment et travaux publics", "building and public works"),
    ("G", "hôtellerie-restauration, tourisme, loisirs et animation", "catering, tourism, leisure and community activities"),
    ("H", "industrie", "industry"),
    ("I", "installation et maintenance", "installation and maintenance"),
    ("J", "santé", "health"),
    ("K", "services à la personne et à la collectivité", "services to people and the community"),
    ("L", "spectacle", "performing arts"),
    ("M", "support à l’entreprise", "business support"),
    ("N", "transport et logistique", "transport and logistics"),
]


def fill(apps, editor):
    """Write the lists, and lead each field of activity to the row of its sector."""
    sector, goal, domain, field = (
        apps.get_model("directory", name) for name in ("Sector", "Goal", "SkillDomain", "ActivityField")
    )
    for code, name_fr, name_en in SECTORS:
        row = sector.objects.create(code=code, name_fr=name_fr, name_en=name_en, source=LABO)
        field.objects.filter(sector_name=name_fr).update(sector=row)
    for number, (name_fr, name_en) in enumerate(GOALS, 1):
        goal.objects.create(number=number, code=f"odd-{number}", name_fr=name_fr, name_en=name_en, source=UN)
    for code, name_fr, name_en in DOMAINS:
        domain.objects.create(code=f"rome-{code.lower()}", name_fr=name_fr, name_en=name_en, source=ROME)


def index(apps, editor):
    """Write the words of the structures already here: whoever saw the page could find it by all of them."""
    structure, word = apps.get_model("directory", "Structure"), apps.get_model("directory", "SearchWord")
    for one in structure.objects.prefetch_related("fields").iterator(chunk_size=500):
        named = (one.name, one.acronym, one.mission, one.commune)
        works = (f"{field.name_fr} {field.name_en}" for field in one.fields.all())
        words = {part[:40] for part in search_words(" ".join((*named, one.presentation, one.location, *works)))}
        rows = [word(pole_id=one.pole_id, structure=one, word=part, level="public") for part in sorted(words)]
        word.objects.bulk_create(rows)
        structure.objects.filter(pk=one.pk).update(search_text=search_text(*named))


class Migration(LeanMigration):
    reads = ("directory.sector", "directory.goal", "directory.skilldomain", "directory.activityfield", "directory.structure", "directory.searchword")
    dependencies = [("directory", "0006_charter_and_arrival")]
    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(index, migrations.RunPython.noop),
    ]
