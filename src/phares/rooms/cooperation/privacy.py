"""What cooperations keep on people, why and how long; the register of processings is printed from this."""

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.privacy import Processing

CONTRACT = _("Exécution de ce que les parties ont convenu (article 6 (1) (b))")
INTEREST = _("Intérêt légitime du pôle à faire se rencontrer besoins et offres (article 6 (1) (f))")

PROCESSINGS = (
    Processing(
        "needs_and_matches",
        purpose=_("Dire un besoin ou une offre, trouver qui peut y répondre, se parler"),
        basis=INTEREST,
        people=_("Habitantes et habitants qui disent un besoin ; personnes qui répondent pour leur structure"),
        kept=_("Ce qui est dit, par qui ou pour qui, quand ; les réponses et leurs raisons"),
        readers=_("Le pôle lit le besoin ; les deux côtés seuls lisent les messages et les raisons partagées"),
        until=_("Tant que le pôle vit ; le nom part quand la personne est effacée"),
        nouns=(
            "cooperation.Item", "cooperation.Match", "cooperation.Answer", "cooperation.ItemBrought",
            "cooperation.ChainLink", "cooperation.ProposedTime", "cooperation.Message",
            "cooperation.PooledProposal", "cooperation.PooledPart",
        ),
        names=(
            "cooperation.Item.said_by", "cooperation.Answer.said_by", "cooperation.ChainLink.said_by",
            "cooperation.PooledPart.said_by",
        ),
    ),
    Processing(
        "agreements",
        purpose=_("Écrire, signer et tenir ce que plusieurs ont promis ; prouver ce qui s’est passé"),
        basis=CONTRACT,
        people=_("Personnes qui signent, promettent, reçoivent ou notent"),
        kept=_("Signatures et leur date, promesses, faits, documents apportés"),
        readers=_("Les parties ; la coordination voit les états et les dates, jamais les raisons"),
        until=_("Tant que le pôle vit ; le nom part quand la personne est effacée, l’acte reste sous son numéro"),
        nouns=(
            "cooperation.Agreement", "cooperation.Signature", "cooperation.Party", "cooperation.Commitment",
            "cooperation.Joining", "cooperation.JoiningConsent",
            "cooperation.Fact", "cooperation.DocumentVersion", "cooperation.Means", "cooperation.SharingKey",
            "cooperation.KeyAnswer", "cooperation.Account", "cooperation.Job", "cooperation.SpinOff",
            "cooperation.WorkMeeting", "cooperation.MeetingAction", "cooperation.FollowUpCall",
            "cooperation.FadeRule", "cooperation.Note", "cooperation.NoteParty", "cooperation.NoteVersion",
        ),
    ),
    Processing(
        "letters",
        purpose=_("Écrire à chacun ce qui le concerne, au rythme qu’il a choisi"),
        basis=INTEREST,
        people=_("Personnes qui ont une adresse électronique"),
        kept=_("Le rythme choisi et ce que l’on ne veut plus recevoir"),
        readers=_("La personne elle-même"),
        until=_("Jusqu’à ce que la personne change d’avis ou soit effacée"),
        nouns=("cooperation.MailWish",),
    ),
)  # fmt: skip
