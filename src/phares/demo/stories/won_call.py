"""A call that three structures of Le Fanal won together: from the notice to the report that its funder read."""

from decimal import Decimal
from typing import Any

from phares.demo import proofs
from phares.demo.telling import Telling
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.funding import actions
from phares.rooms.funding.models import Application, Call, Grant
from phares.rooms.impact import actions as impact

TEAM: dict[str, tuple[int, dict[str, int]]] = {
    "roue": (4_000, {"60": 310_000, "64": 1_290_000, "74": 200_000, "86": 90_000, "87": 90_000}),
    "etabli": (3_500, {"60": 220_000, "64": 980_000, "74": 100_000}),
    "aval": (2_500, {"60": 140_000, "64": 660_000, "74": 100_000}),
}
PROMISED = (("Vélos et meubles remis en usage", "objets", 400), ("Personnes venues réparer", "personnes", 150))


def _lena(telling: Telling, ago: int) -> dict[str, Any]:
    """Return who acts and when, for the coordinator."""
    return {"by": telling.cast.actor("lena"), "at": telling.at(ago)}


def _says(telling: Telling, key: str, ago: int) -> dict[str, Any]:
    """Return who acts and when, for a structure."""
    return {"by": telling.speaker(key), "at": telling.at(ago)}


def answered(telling: Telling) -> None:
    """A foundation asks for corners where one repairs; three structures answer, each with its row of the budget."""
    call = _call(telling)
    begun = actions.begin_application(
        call=call, title="Un coin pour réparer, une cour pour planter", **_lena(telling, 490)
    )
    actions.find_teams(
        composition=actions.ask_for_teams(application=begun, **_lena(telling, 490)), **_lena(telling, 490)
    )
    structures = [telling.cast.structures[key] for key in TEAM]
    actions.take_team(application=begun, structures=structures, **_lena(telling, 489))
    actions.invite_members(application=begun, **_lena(telling, 489))
    for key, (_share, cents) in TEAM.items():
        member = begun.members.get(structure=telling.cast.structures[key])
        actions.answer_invitation(member=member, accepted=True, **_says(telling, key, 485))
        member.refresh_from_db()
        actions.write_budget(member=member, cents=cents, **_says(telling, key, 470))
        actions.say_go(member=member, go="go", reason="Notre équipe est prête.", **_says(telling, key, 455))
    for label, unit, target in PROMISED:
        actions.propose_indicator(
            application=begun, label=label, unit=unit, target=Decimal(target), **_lena(telling, 468)
        )
    actions.choose_group(application=begun, form="lead", lead=structures[0], **_lena(telling, 460))
    shares = {telling.cast.structures[key].pk: share for key, (share, _cents) in TEAM.items()}
    actions.share_out(application=begun, shares=shares, **_lena(telling, 459))
    actions.bring_to_file(
        application=begun, asked=call.papers.get(),
        file=proofs.sheet("lettre", "Lettre d’intention", "Trois structures, une cour, un an."), **_says(telling, "roue", 450),
    )  # fmt: skip
    begun.refresh_from_db()
    actions.file_application(application=begun, **_says(telling, "roue", 445))


def _call(telling: Telling) -> Call:
    call = actions.note_call(
        pole=telling.cast.pole, title="Des coins pour réparer", issuer="Fondation Rive Claire", kind="projects",
        summary="Des lieux ouverts où l’on remet en usage ce qui allait être jeté.", opens_on=telling.day(505),
        closes_on=telling.day(440), ceiling_cents=4_000_000, rate=Decimal(90), territory="Port-Aval", most_members=4,
        visibility="public", **_lena(telling, 500),
    )  # fmt: skip
    for skill, amount, must, weight in (
        ("mécanique cycle", 2, True, 1),
        ("menuiserie", 2, True, 1),
        ("maraîchage", 2, False, 2),
    ):
        said = {"skill": skill, "amount": Decimal(amount), "unit": "personnes", "is_mandatory": must, "weight": weight}
        actions.ask_skill(call=call, **said, **_lena(telling, 499))
    article = "Règlement de la fondation, article 2"
    actions.ask_rule(call=call, form="no_fewer", trait="sse", number=2, article=article, **_lena(telling, 499))
    actions.ask_paper(call=call, kind="other", name="Lettre d’intention", is_of_each=False, **_lena(telling, 499))
    return call


def won(telling: Telling) -> None:
    """It is won: the grant is open with what was promised, and the three sign the agreement with their budget."""
    begun = _answer(telling)
    money = actions.Won(
        3_200_000, telling.day(400), telling.day(36), "FRC-0112", first_cents=2_000_000, first_on=telling.day(390)
    )
    actions.record_result(
        application=begun, result="won", on=telling.day(406), reason="Un lieu, trois métiers, des habitantes dès le début.",
        won=money, **_lena(telling, 405),
    )  # fmt: skip
    grant, together = _opened(telling)
    telling.sign(402, together)
    first = grant.payments.get(label="Premier versement")
    hind = {"by": telling.cast.actor("hind"), "at": telling.at(388)}
    actions.receive_payment(payment=first, on=telling.day(388), **hind)
    together.refresh_from_db()
    telling.fact(380, together, "roue", "Le coin ouvre : trois pieds d’atelier, un établi, deux bacs de terre.")
    telling.fact(210, together, "etabli", "Deux cents meubles et vélos sont repartis depuis l’ouverture.")
    telling.kept(34, together, 1, 2, 3, 4)
    telling.drop(33, together, 5, "Cent trente-six sont venues : le coin a fermé trois semaines.")


def told(telling: Telling) -> None:
    """What was reached is noted, and the foundation's page says it beside what was promised."""
    grant, together = _opened(telling)
    objects, people = grant.indicators.order_by("-target")
    for one, what, value, on in (
        (objects, "Deux cents meubles et vélos remis en usage avant l’été", 214, 210),
        (objects, "Cent quatre-vingt-dix-sept de plus jusqu’à la fin", 197, 38),
        (people, "Cent trente-six personnes venues réparer", 136, 38),
    ):
        said = {"promised": [one], "what": what, "value": Decimal(value), "cooperation": together}
        impact.note_result(pole=telling.cast.pole, **said, on=telling.day(on), **_lena(telling, 30))
    report = impact.write_report(
        grant=grant,
        sentence="Quatre cent onze objets sont repartis au lieu d’être jetés, réparés par cent trente-six personnes.",
        not_working="Le coin a fermé trois semaines, le temps de refaire le sol.",
        reasons={people: "Le coin a fermé trois semaines au printemps."},
        **_lena(telling, 24),
    )
    impact.put_report_out(report=report, **_lena(telling, 23))
    actions.send_grant_report(grant=grant, on=telling.day(22), by=telling.cast.actor("hind"), at=telling.at(22))


def _opened(telling: Telling) -> tuple[Grant, Cooperation]:
    """Return the grant and the cooperation that the won call opened."""
    title = _answer(telling).title
    return tuple(noun.objects.get(pole=telling.cast.pole, title=title) for noun in (Grant, Cooperation))  # type: ignore[return-value]


def _answer(telling: Telling) -> Application:
    return Application.objects.get(pole=telling.cast.pole, title="Un coin pour réparer, une cour pour planter")
