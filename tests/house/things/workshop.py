"""Workshops in the scene: one being sorted, one where dots are placed, one that is closed."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import Cast
from phares.rooms.territory import actions
from phares.rooms.territory.models import Workshop


def add(scene: Scene, cast: Cast) -> None:
    """Put one of each into the scene."""
    at, maud = timezone.now(), cast.actor("maud")
    who: dict[str, Any] = {"by": maud, "at": at}
    sorting, voting, closed = (_workshop(cast, number, who) for number in range(3))
    for one in (voting, closed):
        wall = actions.put_problem(workshop=one, title="Pas d’ombre", kinds=["ecological"], **who)
        for card in one.cards.all():
            actions.sort_card(card=card, under=wall, **who)
        actions.count_people(workshop=one, counts={"residents": 12, "authority": 2}, **who)
        actions.turn_workshop(workshop=one, phase="vote", **who)
    actions.note_decision(workshop=closed, words="Planter trois tilleuls", who="le groupe du jeudi", **who)
    actions.note_decision(workshop=sorting, words="Se revoir", who="le groupe du jeudi", **who)
    actions.close_workshop(workshop=closed, next_on=timezone.localdate() + timedelta(days=30), **who)
    scene.things |= {
        "workshop": [sorting.pk],
        "voting": [voting.pk],
        "vote_code": [Workshop.objects.get(pk=voting.pk).code],
        "closed_workshop": [closed.pk],
    }
    empty = actions.put_problem(workshop=sorting, title="Pas de bancs", kinds=["social"], **who)
    other = actions.put_problem(workshop=sorting, title="Rien où s’asseoir", kinds=["social"], **who)
    scene.entries |= {
        "territory:turn_workshop": {"phase": "prepare"},
        "territory:take_problem_off": {"wall": empty.pk},
        "territory:merge_on_wall": {"wall": other.pk, "into": empty.pk},
        "territory:part_on_wall": {"wall": other.pk},
        "territory:drop_decision": {"decision": sorting.decisions.get().pk},
        "territory:sort_card": {"carte": sorting.cards.get().pk, "ou": "cote"},
    }


def _workshop(cast: Cast, number: int, who: dict[str, Any]) -> Workshop:
    """Plan a workshop with one card written for it."""
    one = actions.plan_workshop(
        pole=cast.pole, title=f"Atelier de la scène {number}", starts_at=who["at"], place="La cour", **who
    )
    actions.turn_workshop(workshop=one, phase="sort", **who)
    actions.write_card(workshop=one, text=f"De l’ombre, numéro {number}", is_public=True, **who)
    one.refresh_from_db()
    return one
