"""Reference data: how long each kind of personal record is kept, with the source of each period."""

from datetime import date

from django.db import migrations

from phares.rooms.commons.lean_migration import LeanMigration

MINIMAL = "RGPD, article 5 (1) (e) : pas plus longtemps qu’il ne faut pour ce à quoi elles servent"
LAW = "https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:32016R0679"
PERIODS = [
    ("sign_in_traces", "navigateurs où l’on est entré (adresse, date), une fois la session finie",
     "browsers where one signed in (address, date), once the session is over", 6,
     "CNIL, délibération n° 2021-122 du 14 octobre 2021 sur la journalisation : de six mois à un an",
     "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000044272396"),
    ("invitations", "invitations, une fois servies ou périmées", "invitations, once used or expired", 3, MINIMAL, LAW),
    ("mail_changes", "changements d’adresse électronique", "changes of e-mail address", 3, MINIMAL, LAW),
    ("reading_links", "liens de lecture, une fois finis ou retirés", "reading links, once over or withdrawn", 12, MINIMAL, LAW),
    ("consents", "consentements, une fois finis ou retirés, pour la preuve", "consents, once over or withdrawn, as proof", 60,
     "Code civil, article 2224 : cinq ans, délai dans lequel la preuve peut être demandée",
     "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000019017112"),
    ("people_gone", "nom et coordonnées d’une personne sans mandat ni entrée sur le site",
     "name and contact details of a person without mandate who no longer signs in", 36,
     "RGPD, article 5 (1) (e) ; trois ans après le dernier contact, comme dans le référentiel de la CNIL du 3 février 2022 sur la gestion commerciale",
     LAW),
]  # fmt: skip


def fill(apps, editor):
    """Write the rows."""
    retention = apps.get_model("directory", "RetentionPeriod")
    for code, what_fr, what_en, months, source, url in PERIODS:
        retention.objects.create(
            code=code, what_fr=what_fr, what_en=what_en, months=months, from_on=date(2026, 1, 1), source=source,
            source_url=url,
        )  # fmt: skip


class Migration(LeanMigration):
    reads = ("directory.retentionperiod",)
    dependencies = [("directory", "0010_people")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
