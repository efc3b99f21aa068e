"""The rule of each reason in plain words, with the most it can bring: read from the engine's own numbers."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from phares.engine.matching import formula


class Rule(NamedTuple):
    """A line of the page that explains the calculation; `most` is empty where a line takes points away."""

    code: str
    label: Any
    most: float
    rule: Any


RULES = (
    Rule(
        "same_words",
        _("Les mêmes mots"),
        formula.WORDS + formula.LETTERS,
        _(
            "La part des mots du besoin que l’offre dit aussi, accents, pluriels et terminaisons mis à part. "
            "Un mot rare pèse plus qu’un mot courant, un mot de la phrase plus qu’un mot du détail."
        ),
    ),
    Rule(
        "close_words",
        _("Des mots proches"),
        formula.LETTERS,
        _("Les mots qui partagent des groupes de lettres : une faute de frappe, un mot de la même famille."),
    ),
    Rule(
        "same_idea",
        _("La même idée"),
        formula.CONCEPTS,
        _(
            "Deux mots différents pour une même chose, ou deux choses qui vont ensemble, d’après un lexique. "
            "Cela compte d’autant plus que les mots eux-mêmes ne se retrouvent pas."
        ),
    ),
    Rule(
        "near_sense",
        _("Des mots qui vont ensemble"),
        formula.SENSE,
        _(
            "Les mots des deux textes que le lexique emploie à propos des mêmes choses, "
            "comme « goûter » et « gâteau ». "
            "Cela compte d’autant plus que les mots eux-mêmes ne se retrouvent pas."
        ),
    ),
    Rule("same_kind", _("Le même genre de chose"), formula.KIND, _("Un lieu pour un lieu, un outil pour un outil.")),
    Rule(
        "near",
        _("La distance"),
        formula.NEAR,
        _("À vol d’oiseau, quand les deux adresses sont connues ; moitié moins à dix kilomètres."),
    ),
    Rule("dates_fit", _("Les dates"), formula.DATES, _("La part des jours du besoin que l’offre couvre.")),
    Rule(
        "common_times", _("Les moments de la semaine"), formula.TIMES, _("La part du temps demandé que l’offre couvre.")
    ),
    Rule("quantity_fits", _("La quantité"), formula.QUANTITY, _("Quand il y en a assez, dans la même unité.")),
    Rule(
        "kept_together",
        _("Ce que vous avez déjà fait ensemble"),
        formula.TIES,
        _("Une coopération commencée, un peu plus si une promesse y a été tenue."),
    ),
    Rule(
        "shown_often",
        _("Le tour des autres"),
        0,
        _("Celle que l’on propose souvent depuis trois mois perd quelques points, pour que d’autres passent aussi."),
    ),
    Rule(
        "like_refused",
        _("Ce que ce côté a écarté"),
        0,
        _(
            "Ce qui ressemble à une proposition écartée depuis un an, pour la raison donnée alors (trop loin, pas les "
            "dates, pas la quantité, pas l’échange, pas le métier), perd quelques points. "
            "Cette raison ne se lit nulle part."
        ),
    ),
)
