"""What the directory keeps on people, why and how long; the register of processings is printed from this."""

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.privacy import Processing

INTEREST = _("Intérêt légitime du pôle et de ses structures à savoir qui agit pour qui (article 6 (1) (f))")
CONSENT = _("Consentement, donné jusqu’à un jour et retiré quand on veut (article 6 (1) (a))")
SAFETY = _("Intérêt légitime à protéger les comptes (article 6 (1) (f), article 32)")
KEEPERS = _("Les personnes qui tiennent l’annuaire du pôle")
THEMSELVES = _("La personne elle-même")

PROCESSINGS = (
    Processing(
        "people",
        purpose=_("Savoir qui agit pour quelle structure, en quel rôle et jusqu’à quand ; pouvoir la joindre"),
        basis=INTEREST,
        people=_("Personnes qui agissent dans le pôle ; habitantes et habitants connus sur papier"),
        kept=_("Prénom, nom, adresse électronique, téléphone, langue, mandats datés"),
        readers=_(
            "Les personnes du pôle lisent les noms de qui agit pour une structure ; l’annuaire lit les coordonnées"
        ),
        until=_("Trois ans après le dernier mandat et la dernière entrée, ou dès que la personne le demande"),
        nouns=("directory.Person", "directory.Mandate"),
        period="people_gone",
    ),
    Processing(
        "invitations",
        purpose=_("Faire entrer une personne, changer son adresse sans que personne ne prenne sa place"),
        basis=SAFETY,
        people=_("Personnes invitées, personnes qui changent d’adresse"),
        kept=_("Adresse électronique, dates d’envoi et de réponse"),
        readers=KEEPERS,
        until=_("Trois mois"),
        nouns=("directory.Invitation", "directory.MailChange"),
        period="invitations",
    ),
    Processing(
        "sign_in",
        purpose=_("Laisser entrer la bonne personne, et lui montrer où son compte est ouvert"),
        basis=SAFETY,
        people=_("Personnes qui entrent sur le site"),
        kept=_("Mot de passe brouillé, clés d’accès, adresse et navigateur de chaque entrée"),
        readers=THEMSELVES,
        until=_("Six mois après la fin de la session ; les clés, jusqu’à ce que la personne les retire"),
        nouns=("account.EmailAddress", "mfa.Authenticator", "usersessions.UserSession"),
        period="sign_in_traces",
    ),
    Processing(
        "consents",
        purpose=_("Prouver qu’une personne était d’accord, et jusqu’à quand"),
        basis=CONSENT,
        people=_("Toute personne à qui un accord est demandé"),
        kept=_("Ce qui est accepté, comment, par qui cela a été noté, premier et dernier jour"),
        readers=_("La personne elle-même ; pour qui n’a pas d’adresse électronique, qui note pour elle"),
        until=_("Cinq ans après la fin de l’accord, pour la preuve"),
        nouns=("directory.Consent",),
        period="consents",
    ),
    Processing(
        "reading_links",
        purpose=_("Laisser lire un financeur, et compter les ouvertures sans suivre personne"),
        basis=INTEREST,
        people=_("Destinataires des liens de lecture"),
        kept=_("Le nom du destinataire tel que le pôle l’a écrit, un dernier jour, un nombre d’ouvertures"),
        readers=_("Les personnes qui animent ou dirigent le pôle"),
        until=_("Un an après la fin du lien"),
        nouns=("directory.ReadingLink",),
        names=("directory.ReadingLink.reader",),
        period="reading_links",
    ),
    Processing(
        "life_of_the_pole",
        purpose=_("Garder la mémoire des rencontres, de la charte et des arrivées"),
        basis=INTEREST,
        people=_("Personnes qui ont signé, préparé ou accueilli ; personnes qui ont demandé à entrer"),
        kept=_("Qui a fait l’acte et quand ; nom et coordonnées donnés avec une demande"),
        readers=KEEPERS,
        until=_("Tant que le pôle vit ; le nom part quand la personne est effacée"),
        nouns=("directory.ArrivalTick", "directory.CharterSignature", "directory.Gathering", "directory.JoinRequest"),
        names=("directory.JoinRequest.contact_name",),
    ),
    Processing(
        "imports",
        purpose=_("Reprendre les tableaux que le pôle tenait, et pouvoir défaire une reprise"),
        basis=INTEREST,
        people=_("Personnes nommées dans ces tableaux ; qui les a apportés"),
        kept=_("Les lignes lues, ce qui en a été fait, quand et par qui"),
        readers=KEEPERS,
        until=_("Tant que le pôle vit ; le nom part quand la personne est effacée"),
        nouns=("commons.TableImport",),
        names=("commons.ImportedRow.label",),
    ),
    Processing(
        "journal",
        purpose=_("Savoir ce qui a été fait et quand, pour le prouver et pour réparer une erreur"),
        basis=_("Intérêt légitime à prouver les actes (article 6 (1) (f)) ; article 17 (3) (e) après un effacement"),
        people=_("Personnes qui agissent dans le pôle"),
        kept=_("Des numéros seulement : aucun nom, aucun texte"),
        readers=_("Personne sur le site ; qui installe le logiciel"),
        until=_("Tant que le pôle vit ; après un effacement, un numéro qui ne mène plus à personne"),
        nouns=("commons.JournalEntry", "commons.Attachment"),
    ),
)
