"""One pole with one of everything, made through the acts, for the tests that walk every address."""

import importlib
import pkgutil
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from phares.demo import cast as the_cast
from phares.demo.cast import CONSOLE, Cast
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.agreement_words import AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.models import Cooperation, Match
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actors import Actor
from remembered import told

DAY = date(2024, 1, 1)
THINGS = Path(__file__).parent / "things"  # one module a subject, whose `add(scene, cast)` puts more into the scene
PEOPLE = ("visitor", "stranger", "awa", "sam", "idris", "nour", "maud", "hind", "paul", "lena")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


@dataclass
class Scene:
    """Who is there, and the things that the addresses name."""

    people: dict[str, Actor | None]
    things: dict[str, Any]
    entries: dict[str, dict[str, Any]]

    def arguments(self, thing: str) -> list[Any]:
        """Return the part of the address that names a thing; nothing for a page without one."""
        return self.things[thing] if thing != "-" else []

    def entry(self, name: str) -> dict[str, Any]:
        """Return what a form is sent with; most are sent empty."""
        return self.entries.get(name, {})


def _draft(title: str, openness: str, cast: Cast) -> AgreementDraft:
    """Return the text of an agreement between L'Établi and Roue Libre."""
    return AgreementDraft(
        title=title,
        purpose="Réparer ensemble le mardi.",
        form="loan",
        from_on=timezone.localdate(),
        until_on=None,
        openness=openness,
        parties=(PartyDraft(cast.structures["etabli"]), PartyDraft(cast.structures["roue"])),
        promises=(PromiseDraft(1, 0, "Venir avec une mécanicienne", timezone.localdate() + timedelta(days=9)),),
    )


def _signed(cast: Cast, title: str, openness: str, match: Match | None = None) -> Cooperation:
    """Return a cooperation that both have signed."""
    at = timezone.now()
    cooperation = actions.begin_cooperation(
        pole=cast.pole, draft=_draft(title, openness, cast), match=match, by=cast.actor("nour"), at=at
    )
    seen = cooperation.agreements.get().words_sha256
    for party, who in zip(cooperation.parties.all(), ("nour", "sam"), strict=True):
        actions.sign_agreement(party=party, seen=seen, by=cast.actor(who), at=at)
    cooperation.refresh_from_db()
    return cooperation


def _stranger() -> Actor:
    """Return the representative of a structure of another pole."""
    at = timezone.now()
    pole = directory.found_pole(slug="ailleurs", name="Ailleurs", commune="Loin", by=CONSOLE, at=at)
    structure = directory.add_structure(pole=pole, name="Structure d’ailleurs", by=CONSOLE, at=at)
    person = directory.register_person(
        pole=pole, given_name="Étrangère", email="etrangere@ailleurs.example", by=CONSOLE, at=at
    )
    mandate = directory.give_mandate(
        person=person,
        pole=pole,
        role="representative",
        structure=structure,
        from_on=date(2024, 1, 1),
        by=CONSOLE,
        at=at,
    )
    return Actor(person, mandate)


def remembered_scene(store: Path) -> Scene:
    """Return the scene, told once for a process; `store` is where its files are kept."""
    scene: Scene = told("one of everything", set_scene, at=timezone.now(), store=store)
    return scene


def set_scene() -> Scene:
    """Tell one of everything through the acts."""
    at = timezone.localtime()
    cast = the_cast.settle(at, only=frozenset({"etabli", "roue", "aval", "langues"}))
    nour, sam = cast.actor("nour"), cast.actor("sam")
    etabli, roue = cast.structures["etabli"], cast.structures["roue"]
    said: dict[str, Any] = {"pole": cast.pole, "kind": "space", "by": nour, "at": at}
    need = actions.say_item(holder=etabli, side="need", title="Stocker 80 m² au sec", **said)
    shown = actions.say_item(holder=etabli, side="need", title="Une remorque", visibility="public", **said)
    offer = actions.say_item(
        pole=cast.pole, kind="space", holder=roue, side="offer", title="Réserve sèche", by=sam, at=at
    )
    match = actions.propose_match(need=need, helper=roue, offer=offer, by=nour, at=at)
    for side, who in (("need", nour), ("offer", sam)):
        actions.answer_match(match=match, side=side, choice="interested", by=who, at=at)
    running = _signed(cast, "Une réserve partagée", "pole")
    public = _signed(cast, "Un mardi de réparation", "public")
    private = _signed(cast, "Entre nous deux", "parties")
    promise = private.commitments.get()
    change = actions.propose_commitment_change(
        commitment=promise, what="Venir à deux", due_on=promise.due_on, by=sam, at=at
    )
    proof = SimpleUploadedFile("photo.png", PNG, "image/png")
    fact = actions.note_fact(cooperation=private, on=at.date(), what="Première séance", proof=proof, by=nour, at=at)
    people: dict[str, Actor | None] = {who: cast.actor(who) for who in PEOPLE[2:]}
    scene = Scene(
        people={"visitor": None, "stranger": _stranger(), **people},
        things={
            "etabli": [etabli.slug],
            "langues": [cast.structures["langues"].slug],
            "stay": [etabli.memberships.get().pk],
            "mandate": [cast.mandates["idris"].pk],
            "need": [need.pk],
            "shown": [shown.pk],
            "draft": ["absent", "kind"],
            "match": [match.pk],
            "running": [running.pk],
            "public": [public.pk],
            "private": [private.pk],
            "sheet": [private.pk, 1],
            "promise": [promise.pk],
            "change": [change.pk],
            "fact": [fact.pk],
        },
        entries={},
    )
    for name in sorted(module.name for module in pkgutil.iter_modules([str(THINGS)])):
        importlib.import_module(f"house.things.{name}").add(scene, cast)
    return scene
