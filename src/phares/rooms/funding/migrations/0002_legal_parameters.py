"""The figures of the law that calls and grants read, each with its text."""

from datetime import date

from django.db import migrations

from phares.rooms.commons.lean_migration import LeanMigration

ROWS = [
    {
        "code": "report-months",
        "value": 6,
        "unit": "months",
        "from_on": date(2006, 10, 11),
        "words_fr": "Le compte rendu financier se rend dans les six mois qui suivent la fin de la subvention.",
        "words_en": "The financial report is sent within the six months after the end of the grant.",
        "source": "arrêté du 11 octobre 2006 ; formulaire CERFA 15059*02",
    },
    {
        "code": "convention-from-cents",
        "value": 2_300_000,
        "unit": "cents",
        "from_on": date(2001, 6, 6),
        "words_fr": "Au-dessus de 23 000 € par an d’argent public, une convention est obligatoire.",
        "words_en": "Above 23,000 € of public money a year, a written agreement is compulsory.",
        "source": "décret n° 2001-495 du 6 juin 2001, article 1",
    },
]


def write(apps, editor):
    """Write the rows."""
    parameter = apps.get_model("funding", "LegalParameter")
    parameter.objects.bulk_create([parameter(**row) for row in ROWS])


def remove(apps, editor):
    """Take them away again."""
    apps.get_model("funding", "LegalParameter").objects.filter(code__in=[row["code"] for row in ROWS]).delete()


class Migration(LeanMigration):
    reads = ("funding.legalparameter",)
    dependencies = [("funding", "0001_initial")]
    operations = [migrations.RunPython(write, remove)]
