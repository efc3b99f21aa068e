"""Who may see what lasts, and who keeps it: the only place that decides."""

from django.db.models import QuerySet

from phares.rooms.cooperation import permissions as cooperation
from phares.rooms.cooperation.models import Cooperation, Match, Note
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding.models import Grant
from phares.rooms.impact.models import Report, Result


def can_see_figures(actor: Actor, pole: Pole) -> bool:
    """The network and the figures are for those who have entered or read by a link; for all once the pole says so."""
    inside = bool(actor.job) or actor.may("see_pole", pole) or actor.may("read_register", pole)
    return inside or is_public(pole)


def is_public(pole: Pole) -> bool:
    """Say whether the pole lets everybody read its network and its figures."""
    return hasattr(pole, "public_figures")  # asked of the database once a page: the pole remembers the answer


def can_show_figures(actor: Actor, pole: Pole) -> bool:
    """Those who hold what everybody reads decide whether the figures are among it."""
    return bool(actor.job) or actor.may("publish", pole)


def can_measure(actor: Actor, pole: Pole | int) -> bool:
    """Indicators are measured, and reports written, by those who answer for the pole, or from the console."""
    return bool(actor.job) or actor.may("account_for", pole)


def can_open_evidence(actor: Actor, pole: Pole | int, *, names_nobody: bool) -> bool:
    """Evidence is opened whole by those who measure; by others where it names nobody, else they read it masked."""
    return can_measure(actor, pole) or names_nobody


def visible_ground(actor: Actor, pole: Pole) -> tuple[QuerySet[Cooperation], QuerySet[Note]]:
    """What a tie may be shown from: the cooperations and the notes that this reader may see."""
    return cooperation.visible_cooperations(actor, pole), cooperation.visible_notes(actor, pole)


def can_see_whom_to_meet(actor: Actor, pole: Pole) -> bool:
    """Who has no tie, which ties hold alone, who could meet whom: for the coordination."""
    return actor.may("see_whom_to_meet", pole)


def visible_matches(actor: Actor, pole: Pole) -> QuerySet[Match]:
    """Needs and offers put before each other are a reason to meet for those who may see them."""
    return cooperation.visible_matches(actor, pole)


def accounted_grants(actor: Actor, pole: Pole) -> QuerySet[Grant]:
    """Those who answer for the pole write the report of any of its grants."""
    grants = Grant.objects.filter(pole=pole).select_related("pole", "funder")
    return grants if can_measure(actor, pole) else grants.none()


def visible_reports(actor: Actor, pole: Pole) -> QuerySet[Report]:
    """A report is read by the pole's people once it is out, by its funder through a link, by its writers always."""
    reports = Report.objects.filter(grant__pole=pole).select_related("grant__pole", "grant__funder")
    if can_measure(actor, pole):
        return reports
    out = reports.filter(versions__isnull=False).distinct()
    if actor.mandate is not None and actor.may("see_pole", pole):
        return out
    return out.filter(links__link=actor.link) if actor.link is not None else reports.none()


def visible_results(actor: Actor, pole: Pole) -> QuerySet[Result]:
    """A result is read by the pole's people, and by the funders of a report that counts it; taken back, it says so."""
    results = Result.objects.filter(pole=pole)
    if can_measure(actor, pole) or (actor.mandate is not None and actor.may("see_pole", pole)):
        return results
    grants = visible_reports(actor, pole).values("grant_id")
    return results.filter(promised__grant__in=grants).distinct()
