"""What is reported: figures that everybody reads, a year frozen and corrected, two funders who read what they paid for."""

from datetime import date
from decimal import Decimal
from typing import Any

from phares.demo import pictures, proofs
from phares.demo import work_telling as work
from phares.demo.telling import Telling
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.funding import actions as funding
from phares.rooms.funding.models import Grant, PromisedIndicator
from phares.rooms.impact import actions
from phares.rooms.impact.models import Indicator, Result, Way


def year_measured(telling: Telling) -> None:
    """The pole shows its figures; Paul freezes last year, types what is known elsewhere, and corrects one number."""
    actions.show_figures(pole=telling.cast.pole, by=telling.cast.actor("lena"), at=telling.at(70))
    end = date(telling.today.year - 1, 12, 31)
    ago = min(60, max((telling.today - end).days - 1, 0))
    for one in Indicator.objects.filter(way=Way.COMPUTED).exclude(figure="besoins"):
        actions.freeze_measure(
            pole=telling.cast.pole, indicator=one, until_on=end, aims=actions.Aims(),
            by=telling.cast.actor("paul"), at=telling.at(ago),
        )  # fmt: skip
    _typed(telling, ago, end, "argent-public", "212000", "Comptes de l’année, subventions reçues")
    _typed(telling, ago, end, "ressources-propres", "148000", "Comptes de l’année, loyers et ventes")
    _typed(telling, ago, end, "benevolat", "1240", "Cahier de présence de l’accueil", Decimal(900), Decimal(1200))
    _typed(
        telling, max(ago - 20, 0), end, "ressources-propres", "155500", "Comptes de l’année, loyers et ventes",
        correction="Les loyers de décembre n’étaient pas encore encaissés.",
    )  # fmt: skip


def _typed(
    telling: Telling, ago: int, end: date, code: str, value: str, method: str, *aims: Decimal, correction: str = ""
) -> None:
    one = Indicator.objects.get(code=code)
    lines = (f"Du 1er janvier au 31 décembre {end.year}", f"{one.name_fr} : {value} {one.unit}", method)
    actions.write_measure(
        pole=telling.cast.pole,
        indicator=one,
        from_on=end.replace(month=1, day=1),
        until_on=end,
        value=Decimal(value),
        method=method,
        evidence=proofs.sheet(code, f"Le Fanal, {end.year}", *lines),
        names_nobody=True,
        aims=actions.Aims(*aims),
        correction=correction,
        by=telling.cast.actor("paul"),
        at=telling.at(ago),
    )


def hours_and_money(telling: Telling) -> None:
    """Some of what happened is noted with the time and the money that it took."""
    for title, key, ago, what, hours, euros in (
        ("Les épluchures contre la terre", "compost", 45, "Huit matinées de tournée en septembre.", 32, 0),
        ("Une livreuse à temps plein, pour trois cuisines", "pain", 41, "Parts des trois cuisines versées.", 3, 6480),
        ("Une comptable pour trois", "conseil", 38, "Clôture de l’exercice, avec les trois bureaux.", 21, 2150),
        ("L’atelier vélo du mardi", "roue", 36, "Quatre soirées d’atelier, pièces comprises.", 44, 312),
    ):
        cooperation.note_fact(
            cooperation=_cooperation(telling, title), on=telling.day(ago), what=what, minutes=hours * 60,
            cents=euros * 100 or None, by=telling.speaker(key), at=telling.at(ago),
        )  # fmt: skip


def funders_told(telling: Telling) -> None:
    """The region reads its report by a link; the town's is written and waits; one job was paid by both."""
    region = Grant.objects.get(pole=telling.cast.pole, title="Un poste pour animer le pôle")
    town = Grant.objects.get(pole=telling.cast.pole, title="Des ateliers ouverts au quartier")
    jobs = [_promised(telling, 400, grant, target) for grant, target in ((region, 2), (town, 1))]
    delivery = _cooperation(telling, "Une livreuse à temps plein, pour trois cuisines")
    job = work.job(
        telling, 410, delivery, "pain", "Livreuse, tournée des trois cuisines", "1", proof=proofs.delivery_contract()
    )
    _reached(
        telling, 90, jobs, "Une livreuse à temps plein pour trois cuisines", "1", 120, job=job, cooperation=delivery
    )
    lasting, hosted = (region.indicators.get(label__startswith=label) for label in ("Coopérations", "Structures"))
    _reached(telling, 89, [lasting], "Cinq coopérations ont plus d’un an", "5", 130)
    _reached(
        telling, 88, [hosted], "Quinze structures sous le toit", "15", 110,
        picture=actions.Shot(pictures.workshop_courtyard(), "La cour, deux vélos contre le mur", "Le Fanal"),
    )  # fmt: skip
    came = town.indicators.get(label__startswith="Personnes")
    bicycles = _cooperation(telling, "L’atelier vélo du mardi")
    _reached(telling, 87, [came], "Soixante-quatre personnes aux ateliers du mardi", "64", 140, cooperation=bicycles)
    _reached(telling, 86, [came], "Trente-huit personnes aux samedis de la remorque", "38", 118)
    _region_report(
        telling,
        region,
        {
            jobs[0]: "Le second poste attend un local.",
            lasting: "Quatre autres ont eu un an depuis : elles seront dans le bilan suivant.",
        },
    )
    actions.write_report(
        grant=town,
        sentence="Cent deux personnes du quartier sont venues réparer, et une livreuse a trouvé un temps plein.",
        not_working="Deux ateliers n’ont pas eu lieu : l’escalier de la cour était en travaux.",
        reasons={came: "Deux ateliers n’ont pas eu lieu pendant les travaux de l’escalier."},
        by=telling.cast.actor("lena"),
        at=telling.at(12),
    )


def _cooperation(telling: Telling, title: str) -> Cooperation:
    return Cooperation.objects.get(pole=telling.cast.pole, title=title)


def _promised(telling: Telling, ago: int, grant: Grant, target: int) -> PromisedIndicator:
    said: dict[str, Any] = {"label": "Emplois créés ensemble", "unit": "ETP", "target": Decimal(target)}
    return funding.promise_indicator(grant=grant, **said, by=telling.cast.actor("hind"), at=telling.at(ago))


def _reached(
    telling: Telling, ago: int, promised: list[PromisedIndicator], what: str, value: str, on: int, **said: Any
) -> Result:
    lena = telling.cast.actor("lena")
    known = {"pole": telling.cast.pole, "promised": promised, "what": what, "value": Decimal(value), **said}
    return actions.note_result(**known, on=telling.day(on), by=lena, at=telling.at(ago))


def _region_report(telling: Telling, region: Grant, reasons: dict[PromisedIndicator, str]) -> None:
    """The report of the region: out, corrected once, read by a link."""
    lena = telling.cast.actor("lena")
    said: dict[str, Any] = {
        "grant": region,
        "sentence": "Un poste d’animation a fait tenir quinze structures, cinq coopérations et un emploi partagé.",
        "not_working": "Le second emploi partagé n’est pas né : le local promis est encore en travaux.\n"
        "Trois besoins d’habitantes attendent toujours quelqu’un pour y répondre.",
        "reasons": reasons,
    }
    report = actions.write_report(**said, by=lena, at=telling.at(80))
    actions.put_report_out(report=report, by=lena, at=telling.at(79))
    said["reasons"] = {**reasons, next(iter(reasons)): "Le second poste attend un local, promis pour le printemps."}
    actions.write_report(**said, by=lena, at=telling.at(50))
    actions.put_report_out(report=report, by=lena, at=telling.at(49))
    actions.give_report_link(
        report=report,
        reader="Région Grand-Large, suivi des conventions",
        until_on=telling.day(-160),
        by=lena,
        at=telling.at(48),
    )
