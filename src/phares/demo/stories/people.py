"""People: somebody is invited and comes in, a resident agrees on paper, a funder is given a link to read."""

from datetime import timedelta

from phares.demo.cast import CONSOLE
from phares.demo.telling import Telling
from phares.rooms.directory import actions
from phares.rooms.directory.models import Milestone


def invited(telling: Telling) -> None:
    """Bruno, of Halte Mobile, is invited, and comes in the next day."""
    bruno, lena = telling.cast.people["bruno"], telling.cast.actor("lena")
    at = telling.at(420)
    invitation = actions.invite_person(person=bruno, pole=telling.cast.pole, by=lena, at=at)
    actions.accept_invitation(invitation=invitation, at=at + timedelta(days=1))


def agreed_on_paper(telling: Telling) -> None:
    """Samira, who has no mail, is called back: her number is noted, and that she wants to hear what becomes of it."""
    samira, pole = telling.cast.people["samira"], telling.cast.pole
    actions.correct_person(
        person=samira,
        given_name=samira.given_name,
        family_name=samira.family_name,
        phone="01 99 00 00 13",
        pole=pole,
        by=telling.cast.actor("lena"),
        at=telling.at(60),
    )
    actions.give_consent(
        person=samira,
        pole=pole,
        purpose="news",
        manner="aloud",
        until_on=telling.day(-305),
        by=telling.cast.actor("maud"),
        at=telling.at(60),
    )


def read_by_a_funder(telling: Telling) -> None:
    """The region, which supports the post of animation, reads the register for six months."""
    actions.give_reading_link(
        pole=telling.cast.pole,
        reader="Région Grand-Large, service de l’économie sociale",
        scope="register",
        until_on=telling.day(-150),
        by=telling.cast.actor("lena"),
        at=telling.at(30),
    )


def better_known_date(telling: Telling) -> None:
    """Somebody finds the deed of the conserverie: its reopening is told better."""
    milestone = Milestone.objects.get(pole=telling.cast.pole, title="La conserverie rouvre")
    actions.correct_milestone(
        milestone=milestone,
        on=milestone.on,
        when=milestone.when,
        title=milestone.title,
        kind=milestone.kind,
        detail="La ville rachète le bâtiment à l’ancien conserveur ; les travaux commencent par le toit.",
        source="Acte de vente, archives de la ville",
        by=CONSOLE,
        at=telling.at(20),
    )
