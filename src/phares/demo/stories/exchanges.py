"""What several do about their needs: a chain of exchanges, flour bought by three, a bourse and what was signed there."""

from decimal import Decimal

from phares.demo.telling import Promise, Telling
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.models import Item
from phares.rooms.directory import actions as directory
from phares.rooms.directory.models.held import holder_key


def letters(telling: Telling) -> None:
    """The pole's letter leaves on Thursdays; an offer goes on; what Maud noted by phone is read again."""
    actions.choose_letter_day(pole=telling.cast.pole, weekday=3, by=telling.cast.actor("lena"), at=telling.at(90))
    offer = telling.offer(
        88,
        "labo",
        "knowledge",
        "Relire une enquête avant de la lancer",
        exchange="free",
        text="Les questions, l’ordre, ce que l’on pourra en tirer.",
    )
    actions.extend_item(item=offer, by=telling.speaker("labo"), at=telling.at(10))
    noted = _noted(
        telling, 12, "accueil", "need", "equipment", "Un grand percolateur pour les petits déjeuners d’hiver"
    )
    actions.keep_noted_item(item=noted, by=telling.speaker("accueil"), at=telling.at(9))
    _noted(telling, 4, "etabli", "need", "space", "Un mur sec de quatre mètres pour ranger des chutes de bois")


def _noted(telling: Telling, ago: int, holder: str, side: str, kind: str, title: str) -> Item:
    """Let Maud note what somebody said by phone."""
    return actions.say_item(
        pole=telling.cast.pole,
        holder=telling.holder(holder),
        side=side,
        kind=kind,
        title=title,
        said_by=str(telling.speaker(holder).person),
        by=telling.cast.actor("maud"),
        at=telling.at(ago),
    )


def chain(telling: Telling) -> None:
    """Three give to one another in a round: two have said yes, the third has not answered yet."""
    round_of = [
        (
            "etabli",
            "Un four à céramique, le week-end",
            "quai",
            "Cuire des accessoires de scène dans un four à céramique",
        ),
        (
            "quai",
            "Deux machines à coudre industrielles",
            "roue",
            "Coudre des sacoches sur une machine à coudre industrielle",
        ),
        ("roue", "Trois triporteurs avec leur remorque", "etabli", "Livrer nos établis avec un triporteur"),
    ]
    given = [
        (
            telling.offer(17, giver, "equipment", offered, exchange="barter", quantity=8, unit="h"),
            telling.need(16, taker, "equipment", needed, exchange="barter", quantity=6, unit="h"),
        )
        for giver, offered, taker, needed in round_of
    ]
    proposed = actions.propose_chain(
        pole=telling.cast.pole, given=given, by=telling.cast.actor("lena"), at=telling.at(8)
    )
    for giver, ago in (("quai", 7), ("roue", 5)):
        link = proposed.links.get(structure=telling.cast.structures[giver])
        actions.answer_chain(link=link, accepted=True, by=telling.speaker(giver), at=telling.at(ago))


def paper(telling: Telling) -> None:
    """Three structures buy the same paper; two are in, at prices from a dated quote."""
    needs = [
        telling.need(25, key, "purchase", title, quantity=quantity, unit="kg", exchange="paid")
        for key, title, quantity in (
            ("theatre", "Acheter du papier recyclé pour nos affiches", 120),
            ("nature", "Du papier recyclé pour nos carnets de sortie", 60),
            ("langues", "Acheter du papier recyclé pour les cours", 80),
        )
    ]
    proposal = actions.propose_pooled(
        pole=telling.cast.pole,
        needs=needs,
        form="group_purchase",
        title="Acheter du papier recyclé à plusieurs",
        by=telling.cast.actor("lena"),
        at=telling.at(18),
    )
    prices = actions.Prices(
        unit_alone_cents=310, unit_together_cents=240, once_alone_cents=2_500, once_together_cents=4_000
    )
    actions.price_pooled(
        proposal=proposal,
        prices=prices,
        source="Devis d’un imprimeur du département, et nos factures de l’an dernier",
        by=telling.speaker("theatre"),
        at=telling.at(15),
    )
    for need, ago in zip(needs[:2], (14, 13), strict=True):
        part = proposal.parts.get(need=need)
        by = telling.speaker({needs[0].pk: "theatre", needs[1].pk: "nature"}[need.pk])
        actions.answer_pooled(part=part, choice="interested", by=by, at=telling.at(ago))


def bourse(telling: Telling) -> None:
    """A bourse three months ago, with an agreement signed on the spot; the next one is in two weeks."""
    pole, lena = telling.cast.pole, telling.cast.actor("lena")
    planned = directory.plan_gathering(
        pole=pole,
        kind="bourse",
        title="Bourse de la rentrée",
        starts_at=telling.at(98).replace(hour=18, minute=0),
        place="La Tablée",
        by=lena,
        at=telling.at(120),
    )
    need = telling.need(
        110, "numerique", "equipment", "Emprunter douze tables pliantes", quantity=12, unit="pièces", exchange="free"
    )
    offer = telling.offer(
        109, "cantine", "equipment", "Trente tables pliantes, hors service du midi", quantity=30, unit="pièces"
    )
    for item, key in ((need, "numerique"), (offer, "cantine")):
        actions.bring_item(gathering=planned, item=item, by=telling.speaker(key), at=telling.at(99))
    draft = telling.draft(
        "Des tables pour la journée du numérique",
        "Clic et Clé emprunte douze tables pliantes à La Tablée, et les rapporte propres.",
        "loan",
        {"numerique": "emprunte", "cantine": "prête"},
        [
            Promise("cantine", "numerique", "Prêter douze tables pliantes"),
            Promise("numerique", "cantine", "Les rapporter"),
        ],
        begins=98,
    )
    signers = {holder_key(telling.holder(key)): telling.speaker(key).mandate for key in ("numerique", "cantine")}
    actions.sign_on_the_spot(
        gathering=planned,
        need=need,
        offer=offer,
        draft=draft,
        signers=signers,
        by=telling.cast.actor("maud"),
        at=telling.at(98),
    )
    actions.count_left(offer=offer, left=Decimal(15), by=telling.speaker("cantine"), at=telling.at(60))
    following = directory.plan_gathering(
        pole=pole,
        kind="bourse",
        title="Bourse d’hiver",
        starts_at=telling.at(-14).replace(hour=18, minute=0),
        place="La Tablée",
        by=lena,
        at=telling.at(6),
    )
    for giver, title in (("etabli", "Un mur sec"), ("ressourcerie", "Quarante mètres")):
        item = Item.objects.filter(title__startswith=title, structure=telling.cast.structures[giver]).first()
        if item is not None:
            actions.bring_item(gathering=following, item=item, by=telling.speaker(giver), at=telling.at(2))


def moment(telling: Telling) -> None:
    """Two who may help each other fix a day to meet; another answer came by phone."""
    need = telling.need(
        13, "compost", "skill", "Quelqu’un pour animer un atelier de lombricompostage", exchange="barter"
    )
    offer = telling.offer(
        12, "nature", "skill", "Animer un atelier dehors, lombricompostage ou mare", exchange="barter"
    )
    match = telling.propose(6, need, offer)
    telling.answer(5, match, "need")
    actions.answer_match(
        match=match,
        side="offer",
        choice="interested",
        said_by=str(telling.speaker("nature").person),
        by=telling.cast.actor("maud"),
        at=telling.at(4),
    )
    time = actions.propose_time(
        match=match,
        side="need",
        starts_at=telling.at(-5).replace(hour=10, minute=0),
        place="La plateforme de compostage",
        by=telling.speaker("compost"),
        at=telling.at(3),
    )
    actions.answer_time(time=time, accepted=True, by=telling.speaker("nature"), at=telling.at(2))
