"""An open day to which neighbours register, and the newsletters that told what happened."""

from datetime import timedelta

from phares.demo.telling import Telling
from phares.rooms.directory import actions as directory
from phares.rooms.publishing import actions


def open_day(telling: Telling) -> None:
    """Plan an open day in three weeks; it fills up, and one waits."""
    lena, at = telling.cast.actor("lena"), telling.at(8)
    gathering = directory.plan_gathering(
        pole=telling.cast.pole,
        kind="open_doors",
        title="Portes ouvertes : entrez voir ce que l’on y fait",
        starts_at=telling.at(-21).replace(minute=0) + timedelta(hours=6),
        place="cour de la conserverie, 3, quai des Lanternes",
        by=lena,
        at=at,
    )
    opened = actions.open_registrations(
        gathering=gathering,
        places=6,
        words="Les quinze structures ouvrent leurs ateliers. La Tablée fait la soupe. Venez avec un vélo à réparer.",
        by=lena,
        at=telling.at(8),
    )
    for name, people in (("Famille R.", 4), ("Mme O.", 2), ("Un voisin du quai", 1)):
        actions.register(opened=opened, name=name, phone="01 99 00 00 00", people=people, by=lena, at=telling.at(4))


def newsletters(telling: Telling) -> None:
    """Send a newsletter to everybody, and keep a draft for the pole's own people."""
    lena = telling.cast.actor("lena")
    said = {"pole": telling.cast.pole, "by": lena}
    letter = actions.draft_newsletter(audience="public", since_on=telling.day(60), at=telling.at(6), **said)
    actions.write_newsletter(
        letter=letter,
        subject="Ce que l’on a fait ensemble cet automne",
        text=letter.text.replace("Bonjour,", "Bonjour à toutes et à tous,"),
        by=lena,
        at=telling.at(6),
    )
    actions.send_newsletter(letter=letter, by=lena, at=telling.at(5))
