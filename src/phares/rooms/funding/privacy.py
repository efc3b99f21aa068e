"""What calls and grants keep on people, why and how long; the register of processings is printed from this."""

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.privacy import Processing

PROCESSINGS = (
    Processing(
        "funding",
        purpose=_("Répondre ensemble à des appels et suivre les subventions"),
        basis=_("Intérêt légitime du pôle et des structures qui répondent (article 6 (1) (f))"),
        people=_("Personnes qui agissent pour le pôle ou pour une structure candidate"),
        kept=_("Qui a écrit, accepté, apporté, déposé, et quand"),
        readers=_("Le pôle ; un dossier, les structures qui y prennent part"),
        until=_("Tant que l’appel ou la subvention est gardé ; le nom part quand la personne est effacée"),
        nouns=(
            "funding.Grant", "funding.Call", "funding.CallImport", "funding.Watch", "funding.Application",
            "funding.Paper",
        ),
    ),
)  # fmt: skip
