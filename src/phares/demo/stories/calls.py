"""Calls at Le Fanal: one that was answered and lost, one whose team is being brought together."""

import io
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from phares.demo.telling import Telling
from phares.rooms.funding import actions
from phares.rooms.funding.models import Application, Call

LOST = {
    "etabli": (6_000, {"60": 180_000, "64": 900_000}),
    "roue": (4_000, {"64": 700_000, "74": 120_000}),
}


def _lena(telling: Telling, ago: int) -> dict[str, Any]:
    """Return who acts and when, for the coordinator."""
    return {"by": telling.cast.actor("lena"), "at": telling.at(ago)}


def _says(telling: Telling, key: str, ago: int) -> dict[str, Any]:
    """Return who acts and when, for a structure."""
    return {"by": telling.speaker(key), "at": telling.at(ago)}


def _invited(telling: Telling, ago: int, call: Call, title: str, *keys: str) -> Application:
    """Begin an answer and invite these structures."""
    begun = actions.begin_application(call=call, title=title, **_lena(telling, ago))
    for key in keys:
        structure = telling.cast.structures[key]
        actions.add_member(application=begun, structure=structure, **_lena(telling, ago))
    actions.invite_members(application=begun, **_lena(telling, ago))
    return begun


def _accepts(telling: Telling, ago: int, begun: Application, key: str, reason: str = "") -> None:
    member = begun.members.get(structure=telling.cast.structures[key])
    actions.answer_invitation(member=member, accepted=True, reason=reason, **_says(telling, key, ago))


def lost(telling: Telling) -> None:
    """Two structures answered the agglomeration together, and were not chosen: the reason is kept for the next time."""
    call = actions.note_call(
        pole=telling.cast.pole, title="Circuits courts de la réparation", issuer="Communauté des Trois Canaux",
        closes_on=telling.day(220), ceiling_cents=2_000_000, territory="Trois Canaux", **_lena(telling, 280),
    )  # fmt: skip
    actions.ask_skill(call=call, skill="mécanique cycle", amount=Decimal(2), unit="personnes", **_lena(telling, 279))
    begun = _invited(telling, 270, call, "Réparer près de chez soi", *LOST)
    for key, (_share, cents) in LOST.items():
        _accepts(telling, 265, begun, key)
        member = begun.members.get(structure=telling.cast.structures[key])
        actions.write_budget(member=member, cents=cents, **_says(telling, key, 240))
        actions.say_go(member=member, go="go", reason="Nos plannings le permettent.", **_says(telling, key, 232))
    lead = telling.cast.structures["etabli"]
    actions.choose_group(application=begun, form="lead", lead=lead, **_lena(telling, 238))
    shares = {telling.cast.structures[key].pk: share for key, (share, _cents) in LOST.items()}
    actions.share_out(application=begun, shares=shares, **_lena(telling, 236))
    begun.refresh_from_db()
    actions.file_application(application=begun, **_lena(telling, 225))
    actions.record_result(
        application=begun, result="lost", on=telling.day(150), reason="Pas assez d’habitantes et d’habitants dans le projet.",
        **_lena(telling, 149),
    )  # fmt: skip


def being_composed(telling: Telling) -> None:
    """The region asks for places that repair and feed; the machine proposes, and three structures are invited."""
    call = actions.note_call(
        pole=telling.cast.pole, title="Lieux nourriciers et réparateurs", issuer="Région Grand-Large", kind="projects",
        summary="Des lieux où l’on répare, où l’on mange et où l’on est reçu, portés par plusieurs structures.",
        opens_on=telling.day(20), closes_on=telling.day(-26), budget_cents=60_000_000, ceiling_cents=8_000_000,
        rate=Decimal(80), territory="Grand-Large", visibility="public", most_members=6, **_lena(telling, 18),
    )  # fmt: skip
    for skill, amount, unit, must, weight in (
        ("mécanique cycle", 3, "personnes", True, 1), ("cuisine collective", 4, "personnes", True, 1),
        ("accueil du public", 5, "personnes", True, 1), ("menuiserie", 2, "personnes", False, 3),
        ("maraîchage", 4, "personnes", False, 2),
    ):  # fmt: skip
        said = {"skill": skill, "amount": Decimal(amount), "unit": unit, "is_mandatory": must, "weight": weight}
        actions.ask_skill(call=call, **said, **_lena(telling, 17))
    article = "Règlement de l’appel, article 3"
    actions.ask_rule(call=call, form="no_fewer", trait="sse", number=2, article=article, **_lena(telling, 17))
    actions.ask_paper(call=call, kind="statutes", name="Statuts", **_lena(telling, 17))
    actions.ask_paper(call=call, kind="accounts", name="Comptes du dernier exercice", **_lena(telling, 17))
    begun = _invited(telling, 12, call, "Une cour qui nourrit et qui répare", "roue", "cantine", "accueil", "numerique")
    search = actions.ask_for_teams(application=begun, **_lena(telling, 12))
    actions.find_teams(composition=search, **_lena(telling, 12))
    _accepts(telling, 9, begun, "roue", "Notre atelier donne sur la cour.")
    _accepts(telling, 8, begun, "cantine")
    member = begun.members.get(structure=telling.cast.structures["roue"])
    actions.write_budget(
        member=member, cents={"60": 350_000, "64": 2_400_000, "74": 400_000}, **_says(telling, "roue", 6)
    )
    actions.keep_paper(
        structure=telling.cast.structures["roue"],
        kind="statutes",
        name="Statuts",
        file=_page(),
        **_says(telling, "roue", 5),
    )
    actions.save_watch(pole=telling.cast.pole, words="alimentation", **_lena(telling, 4))


def _page() -> SimpleUploadedFile:
    """Return a picture of a page, as somebody photographs it."""
    picture = Image.new("RGB", (420, 594), "#fbfaf6")
    draw = ImageDraw.Draw(picture)
    for line in range(12):
        draw.rectangle((50, 80 + 36 * line, 370 - 17 * (line % 3), 92 + 36 * line), fill="#c9c4b8")
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    return SimpleUploadedFile("statuts.png", kept.getvalue(), "image/png")
