"""What impact keeps on people, why and how long; the register of processings is printed from this."""

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.privacy import Processing

PROCESSINGS = (
    Processing(
        "impact",
        purpose=_("Compter ce qui dure, en rendre compte à qui le finance, et garder la preuve de chaque chiffre"),
        basis=_(
            "Obligation de rendre compte d’une subvention ; intérêt légitime pour le reste (article 6 (1) (c), (f))"
        ),
        people=_("Personnes qui mesurent, écrivent un bilan ou en donnent la lecture"),
        kept=_("Qui a mesuré, écrit, corrigé, et quand ; une preuve est lue sans les noms de personnes"),
        readers=_("Celles et ceux qui animent le pôle ; un financeur lit son bilan par un lien, sans ces noms"),
        until=_("Dix ans, comme les pièces d’une subvention ; le nom part quand la personne est effacée"),
        nouns=(
            "impact.PublicFigures",
            "impact.Measure",
            "impact.Result",
            "impact.Report",
            "impact.ReportVersion",
        ),
    ),
)
