"""What is shared every day: a copier paid to the cent, a job of two cooperations, lines noted in passing, a birth."""

from datetime import date

from phares.demo import work_telling as work
from phares.demo.telling import ALL, Promise, Telling
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.models import Cooperation


def copier(telling: Telling) -> None:
    """Three neighbours pay one copier and one line, by a key that all three accepted."""
    draft = telling.draft(
        "Un copieur et une ligne pour l’étage",
        "Payer à trois ce que chacun payait seul, et savoir pourquoi chacun paie ce qu’il paie.",
        "pooled_service",
        {
            "conseil": "tient le compte",
            "numerique": "répare et conseille",
            "theatre": "commande le papier",
        },
        [
            Promise("conseil", ALL, "Écrire le coût de l’année avant la fin janvier", 250),
            Promise("numerique", ALL, "Dépanner le copieur sous deux jours", 30),
            Promise("theatre", ALL, "Garder deux cartons de papier d’avance", 30),
        ],
        begins=660,
    )
    cooperation = telling.agree(662, "conseil", draft)
    means = work.share(
        telling, 655, cooperation, "conseil", "Le copieur et la ligne Internet", "Au bout du couloir, au premier."
    )
    last, this = telling.today.year - 1, telling.today.year
    work.agree_key(
        telling,
        654,
        means,
        "conseil",
        [("2/5", "", {}), ("3/5", "copies", {"conseil": "5200", "numerique": "2100", "theatre": "3700"})],
        from_on=date(last, 1, 1),
        answered_by=("numerique", "theatre"),
    )
    work.account(telling, 320, means, "conseil", last, 1_864_37, closed=True)
    work.account(telling, 12, means, "conseil", this, 1_912_80, closed=False)
    telling.kept(240, cooperation, 1)
    to_do = work.meet(
        telling,
        40,
        cooperation,
        "conseil",
        "On garde le copieur un an de plus. La ligne passe à la fibre si le devis tient.",
        ("numerique", "Demander un devis pour la fibre", 20),
        ("theatre", "Compter ce qui reste de papier", -12),
    )
    actions.do_action(action=to_do[0], done_on=telling.day(22), by=telling.speaker("numerique"), at=telling.at(22))
    papers = work.document(telling, 300, cooperation, "conseil", "convention", "Convention du copieur")
    work.again(telling, 38, papers, "conseil", "la fibre remplace la ligne")
    _said(telling, cooperation, "theatre", 37, "Le papier recyclé est moins cher en ce moment : on en prend ?")
    _said(telling, cooperation, "conseil", 36, "Oui, et je mets la facture avec les autres.")
    actions.note_call(
        party=work.party(telling, cooperation, "theatre"), by=telling.cast.actor("lena"), at=telling.at(8)
    )
    _one_job(telling, cooperation)


def _said(telling: Telling, cooperation: Cooperation, key: str, ago: int, text: str) -> None:
    actions.write_message(cooperation=cooperation, text=text, by=telling.speaker(key), at=telling.at(ago))


def _one_job(telling: Telling, cooperation: Cooperation) -> None:
    """One job, that two cooperations keep going, and that counts once."""
    draft = telling.draft(
        "Des cartons de décors triés à deux",
        "Que les décors démontés servent encore.",
        "shared_job",
        {"theatre": "prête la place", "numerique": "photographie et inscrit"},
        [Promise("theatre", "numerique", "Libérer la mezzanine", 380)],
        begins=420,
    )
    sorting = telling.agree(422, "theatre", draft)
    telling.kept(390, sorting, 1)
    kept = work.job(
        telling, 400, cooperation, "numerique", "Médiatrice numérique de l’étage", "4/5",
        effect="kept", contract="insertion", is_insertion=True,
    )  # fmt: skip
    actions.share_job(job=kept, cooperation=sorting, by=telling.speaker("theatre"), at=telling.at(380))


def passing(telling: Telling) -> None:
    """Lines that nobody would have written in an agreement."""
    work.in_passing(telling, 150, "etabli", "theatre", "Une scie sauteuse prêtée pour deux jours de décor")
    work.in_passing(telling, 64, "accueil", "cantine", "Douze repas gardés au chaud un soir de grand froid")
    work.in_passing(telling, 33, "nature", "langues", "Une sortie au canal racontée à la réunion d’équipe", "met")
    note = work.in_passing(telling, 9, "etabli", "aval", "Deux brouettes prêtées")
    actions.correct_note(
        note=note, what="Trois brouettes prêtées, rendues le soir", on=note.on, seen=0, by=telling.speaker("aval"), at=telling.at(8)
    )  # fmt: skip
    twice = work.in_passing(telling, 7, "etabli", "aval", "Trois brouettes prêtées")
    actions.remove_note(note=twice, seen=0, by=telling.speaker("etabli"), at=telling.at(6))
    actions.set_fade_rule(
        pole=telling.cast.pole, days=365, from_on=telling.day(0), by=telling.cast.actor("lena"), at=telling.at(0)
    )


def minibus_born(telling: Telling) -> None:
    """Two structures drove people about on Thursdays; a third was born to do it every day."""
    draft = telling.draft(
        "Les trajets du jeudi",
        "Aller chercher celles et ceux qui ne peuvent plus venir seuls, le temps qu’une structure sache le faire.",
        "common_entity",
        {"accueil": "appelle les personnes", "cantine": "prête le véhicule et le café"},
        [Promise("accueil", ALL, "Tenir la liste des trajets", 760)],
        begins=800,
    )
    cooperation = telling.agree(802, "accueil", draft)
    telling.kept(750, cooperation, 1)
    telling.fact(700, cooperation, "accueil", "Onze personnes conduites chaque jeudi depuis l’automne.")
    telling.end(670, cooperation, "accueil", reached=True, word="Halte Mobile prend la suite.")
    halte = telling.cast.structures["halte"]
    arrived = halte.memberships.get().from_on
    actions.record_spin_off(
        pole=telling.cast.pole,
        structure=halte,
        cooperation=cooperation,
        on=arrived,
        what="Des trajets du jeudi à une association qui roule toute la semaine.",
        by=telling.cast.actor("lena"),
        at=telling.at(5),
    )
