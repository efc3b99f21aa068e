"""What published sheets keep on people, why and how long; the register of processings is printed from this."""

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.privacy import Processing

PROCESSINGS = (
    Processing(
        "sheets",
        purpose=_("Écrire, relire et publier des fiches d’expérience"),
        basis=_("Intérêt légitime à faire connaître ce qui a marché (article 6 (1) (f)) ; accord pour une photo"),
        people=_("Personnes qui écrivent, relisent ou publient une fiche ; contact d’une fiche"),
        kept=_("Qui a écrit, relu, publié et quand ; un contact que tout le monde ne lit pas"),
        readers=_("Tout le monde lit la fiche publiée ; le pôle lit le reste"),
        until=_("Tant que la fiche est publiée ; le nom part quand la personne est effacée"),
        nouns=(
            "publishing.ExperienceSheet", "publishing.ImportedLine",
            "publishing.SheetReview", "publishing.Newsletter", "publishing.SheetVersion",
        ),
    ),
)  # fmt: skip
