"""Why an indicator is typed: what the register would have to hold for it to be counted here."""

from django.utils.translation import gettext_lazy as _

_COOPERATIVE = _("Les associés, leurs catégories et les votes sont dans les registres de la coopérative, tenus à part.")
_EMPLOYERS = _("Chaque employeur tient ces chiffres dans sa paie : ici on ne connaît que les emplois faits ensemble.")
_ACCOUNTS = _("La comptabilité le dit en entier : ici on ne connaît que les subventions suivies dans ce logiciel.")
_METERS = _("Il se lit sur un compteur, un bon de pesée ou un carnet de route, hors de ce logiciel.")
_PLACE = _("Les espaces, les surfaces et leurs réservations ne sont pas tenus ici.")

WHY_TYPED = {
    "associes": _COOPERATIVE,
    "etp": _EMPLOYERS,
    "etp-insertion": _EMPLOYERS,
    "sorties-dynamiques": _(
        "La structure d’insertion le déclare à l’État : il dépend du parcours de personnes, que nous ne suivons pas."
    ),
    "surface-occupee": _PLACE,
    "heures-de-salle": _PLACE,
    "economies-d-achat": _(
        "Il faut le prix que chaque structure aurait payé seule : une facture ou un devis d’avant l’achat le prouve."
    ),
    "participations": _(
        "Les inscriptions disent qui pense venir, et elles s’effacent après la rencontre : "
        "qui est venu se compte sur place."
    ),
    "benevolat": _(
        "Personne n’a à pointer ses heures ici : chaque association les estime dans son rapport d’activité."
    ),
    "formation": _("Les feuilles d’émargement le prouvent : chaque organisme de formation les garde."),
    "argent-public": _ACCOUNTS,
    "ressources-propres": _ACCOUNTS,
    "votes-en-assemblee": _COOPERATIVE,
    "tonnes-detournees": _METERS,
    "energie": _METERS,
    "kilometres-partages": _METERS,
    "lettre": _(
        "La liste des adresses appartient à celles et ceux qui reçoivent la lettre : "
        "on note un nombre, à un jour donné."
    ),
}
