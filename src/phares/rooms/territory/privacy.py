"""What territory keeps on people, why and how long; the register of processings is printed from this."""

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.privacy import Processing

PROCESSINGS = (
    Processing(
        "voices",
        purpose=_("Entendre ce qui manque et ce que l’on pourrait faire ; dire à chacun ce que ses mots deviennent"),
        basis=_(
            "Consentement, écrit ou de vive voix, jusqu’à une date, retiré avec le code du reçu (article 6 (1) (a))"
        ),
        people=_("Habitantes et habitants qui parlent ; personnes qui notent et relisent"),
        kept=_("Les mots dits et où ; à part, un prénom et comment rappeler ; qui a noté et relu, et quand"),
        readers=_(
            "Qui l’a dit choisit si tout le monde ou le pôle lit ses mots ; seuls ceux qui rappellent lisent le contact"
        ),
        until=_("Jusqu’à la date choisie, deux ans au plus ; le contact, jusqu’à sa propre date"),
        nouns=("territory.Voice", "territory.VoiceContact"),
    ),
    Processing(
        "problems",
        purpose=_("Regrouper ce qui est dit en problèmes, dire ce qui y répond et ce que cela donne"),
        basis=_("Intérêt légitime du pôle à répondre aux problèmes du territoire (article 6 (1) (f))"),
        people=_("Personnes qui écrivent un problème, observent ou répondent pour leur structure"),
        kept=_("Qui l’a écrit, pour quelle structure, et quand"),
        readers=_("Le pôle et le public lisent le problème et ses réponses, pas qui les a écrits"),
        until=_("Tant que le pôle vit ; le nom part quand la personne est effacée"),
        nouns=("territory.Problem", "territory.Observation", "territory.Response", "territory.ResponseResult"),
    ),
    Processing(
        "restitutions",
        purpose=_("Dire dans plusieurs langues ce que les mots deviennent"),
        basis=_("Intérêt légitime du pôle à être compris, avec l’accord de qui traduit (article 6 (1) (f))"),
        people=_("Personnes qui traduisent"),
        kept=_("Le nom qu’elles donnent, écrit sous le texte"),
        readers=_("Tout le monde"),
        until=_("Tant que le pôle vit ; le nom part quand la personne est effacée"),
        nouns=("territory.RestitutionTranslation",),
    ),
)
