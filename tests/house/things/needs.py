"""What the pages of needs in full name: a shared offer, a time, a chain, a pool, a bourse, links of mails."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import Cast
from phares.rooms.cooperation import actions, links
from phares.rooms.directory.models import Gathering


def _token(address: str) -> str:
    """Return the part of a link's address that is signed."""
    return address.rstrip("/").rpartition("/")[2]


def add(scene: Scene, cast: Cast) -> None:
    """Let L’Établi, Roue Libre and Jardins d’Aval go round, and two of them have one need."""
    now = timezone.now()
    who = {"etabli": cast.actor("nour"), "roue": cast.actor("sam"), "aval": cast.actor("awa")}

    def say(key: str, side: str, title: str, **more: Any) -> Any:
        held = {"pole": cast.pole, "holder": cast.structures[key], "by": who[key], "at": now}
        return actions.say_item(side=side, kind="equipment", title=title, **held, **more)

    offers = [say(key, "offer", f"Prêter {key}", quantity=4, unit="h") for key in who]
    needs = [say(key, "need", f"Emprunter {key}", quantity=2, unit="h") for key in ("roue", "aval", "etabli")]
    chain = actions.propose_chain(
        pole=cast.pole, given=list(zip(offers, needs, strict=True)), by=cast.actor("lena"), at=now
    )
    pool = [say(key, "need", "Acheter du papier", quantity=3, unit="kg") for key in ("etabli", "roue")]
    pooled = actions.propose_pooled(
        pole=cast.pole, needs=pool, form="group_purchase", title="Papier", by=cast.actor("lena"), at=now
    )
    noted = actions.say_item(
        pole=cast.pole,
        holder=cast.structures["etabli"],
        side="need",
        kind="space",
        title="Une salle",
        said_by="Nour",
        by=cast.actor("maud"),
        at=now,
    )
    match = actions.propose_match(
        need=needs[0], helper=cast.structures["etabli"], offer=offers[0], by=cast.actor("lena"), at=now
    )
    time = actions.propose_time(match=match, side="offer", starts_at=now + timedelta(days=3), by=who["etabli"], at=now)
    bourse = Gathering.objects.get(pk=scene.things["bourse"][0])
    actions.bring_item(gathering=bourse, item=needs[0], by=who["roue"], at=now)
    mandate = cast.mandates["sam"].pk
    link = next(iter(chain.links.filter(structure=cast.structures["roue"])))
    part = next(iter(pooled.parts.filter(need=pool[1])))
    scene.things |= {
        "shared_offer": [offers[0].pk],
        "noted": [noted.pk],
        "asked": [match.pk],
        "time": [time.pk],
        "chain": [chain.pk],
        "pooled": [pooled.pk],
        "answer_link": [
            _token(links.link(links.ANSWER, cast.pole, mandate=mandate, match=match.pk, side="need", seen=0))
        ],
        "extend_link": [_token(links.link(links.EXTEND, cast.pole, mandate=mandate, item=needs[0].pk))],
        "chain_link": [_token(links.link(links.CHAIN, cast.pole, mandate=mandate, link=link.pk))],
        "pooled_link": [_token(links.link(links.POOLED, cast.pole, mandate=mandate, part=part.pk))],
        "stop_link": [_token(links.link(links.STOP, cast.pole, person=cast.people["sam"].pk))],
    }
    scene.entries |= {
        "cooperation:answer_chain": {"link": link.pk, "accepted": "yes"},
        "cooperation:bring_item": {"item": needs[2].pk},
        "cooperation:answer_pooled": {"part": part.pk, "choice": "interested"},
    }
