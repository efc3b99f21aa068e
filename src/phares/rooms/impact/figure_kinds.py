"""The figures of a pole, each with its formula; those of the page first, those of indicators alone after them."""

from django.utils.translation import gettext_lazy as _

from phares.rooms.impact import counting
from phares.rooms.impact.figures import FigureKind

SGMAP = _("État, évaluation des PTCE de 2014 : « peu de projets communs inscrits dans la durée »")
_HEAD = [
    FigureKind(
        "cooperations",
        _("coopérations vivantes"),
        "",
        _(
            "Accords signés par toutes leurs parties, dont un fait daté au moins (accord, fait, réunion, "
            "promesse tenue, compte clos, emploi) tombe dans les douze mois."
        ),
        counting.cooperations,
        source=SGMAP,
    ),
    FigureKind(
        "membres-qui-cooperent",
        _("des membres prennent part à une au moins"),
        "share",
        _(
            "Membres parties d’une coopération vivante au moins ÷ membres du jour. Est membre une "
            "structure hébergée ou associée."
        ),
        counting.members_cooperating,
        source=SGMAP,
    ),
    FigureKind(
        "deux-ou-plus",
        _("membres dans deux coopérations ou plus"),
        "",
        _("Membres parties de deux coopérations vivantes ou plus. Ils sont comptés, jamais nommés ni rangés."),
        counting.members_in_two,
        source=SGMAP,
    ),
    FigureKind(
        "qui-durent",
        _("coopérations durent depuis plus d’un an"),
        "",
        _(
            "Coopérations en cours, que toutes les parties avaient signées un an avant ou plus, et dont un fait daté "
            "au moins (accord, fait, réunion, promesse tenue, compte clos, emploi) tombe dans les douze mois. C’est "
            "la règle de la première page."
        ),
        counting.lasting,
        source=SGMAP,
    ),
    FigureKind(
        "argent",
        _("mis en commun"),
        "euros",
        _(
            "Comptes clos de moyens partagés dont la période finit dans les douze mois + argent noté avec"
            " un fait dans les douze mois."
        ),
        counting.money_pooled,
    ),
    FigureKind(
        "heures",
        _("passées ensemble"),
        "hours",
        _("Temps noté avec les faits des douze mois, à la minute."),
        counting.hours_pooled,
    ),
    FigureKind(
        "emplois",
        _("d’emplois créés ou maintenus"),
        "fte",
        _(
            "Somme exacte des parts de temps plein des emplois qui durent ce jour-là "
            "(1 ETP = 1 607 heures travaillées par an). Un emploi que trois coopérations se partagent compte une fois."
        ),
        counting.jobs,
    ),
    FigureKind(
        "promesses",
        _("des promesses arrivées à leur jour sont tenues"),
        "share",
        _(
            "Promesses tenues et confirmées ÷ promesses dont le jour tombe dans les douze mois, le pôle "
            "entier. Qui a promis quoi reste entre les parties."
        ),
        counting.promises,
    ),
    FigureKind(
        "entites",
        _("entités nées de ce qui se fait ensemble"),
        "",
        _("Structures dont la naissance, écrite avec son origine, tombe dans les douze mois."),
        counting.entities_born,
    ),
    FigureKind(
        "liens",
        _("des liens possibles existent"),
        "share",
        _(
            "Paires de structures présentes qu’un fait daté lie ce jour-là ÷ n(n−1)/2, n étant le nombre "
            "de structures présentes."
        ),
        counting.ties,
    ),
    FigureKind(
        "argent-public",
        _("de l’argent du pôle est public"),
        "share",
        _(
            "Subventions publiques reçues ÷ (subventions publiques reçues + ressources propres), sur la dernière "
            "période où les deux ont été mesurées."
        ),
        counting.public_money,
        source=_("IAE et Labo de l’ESS : forte dépendance à l’argent public, cotisations des membres faibles"),
    ),
]
_OF_INDICATORS = [
    FigureKind(
        "membres",
        _("structures membres"),
        "",
        _("Structures hébergées ou associées ce jour-là."),
        counting.members,
        is_head=False,
    ),
    FigureKind(
        "personnes",
        _("personnes travaillant sur place"),
        "",
        _("Somme du dernier nombre de personnes que chaque structure hébergée a dit."),
        counting.people_on_site,
        is_head=False,
    ),
    FigureKind(
        "moyens",
        _("moyens partagés"),
        "",
        _("Coopérations vivantes dont l’accord partage un service ou un emploi, et parties qui s’en servent."),
        counting.shared_means,
        is_head=False,
    ),
    FigureKind(
        "depense-par-membre",
        _("de dépense commune par membre"),
        "euros",
        _("Comptes clos de moyens partagés dont la période finit dans les douze mois ÷ membres du jour."),
        counting.spend_per_member,
        is_head=False,
    ),
    FigureKind(
        "besoins",
        _("des besoins ont trouvé une réponse"),
        "share",
        _("Besoins dits dans les douze mois qu’une coopération a couverts ÷ besoins dits dans les douze mois."),
        counting.needs,
        is_head=False,
    ),
    FigureKind(
        "reponses-communes",
        _("réponses communes gagnées"),
        "",
        _(
            "Réponses à un appel, données par deux structures ou plus, dont le gain a été dit dans les douze mois. "
            "L’argent gagné est celui des subventions ouvertes depuis ces réponses."
        ),
        counting.joint_answers,
        is_head=False,
    ),
    FigureKind(
        "partenaires",
        _("partenaires"),
        "",
        _("Structures partenaires ce jour-là, par forme juridique."),
        counting.partners,
        is_head=False,
    ),
]
KINDS = {kind.code: kind for kind in (*_HEAD, *_OF_INDICATORS)}
