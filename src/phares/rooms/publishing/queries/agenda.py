"""Reads of the agenda: gatherings to come, the list of those who come, one's own registration."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from phares.rooms.directory.models import Gathering, Pole
from phares.rooms.publishing.models import Registration, RegistrationList
from phares.rooms.publishing.models.registration import Standing

MOST_IN_CALENDAR = 200


def gatherings_in_calendar(pole: Pole) -> QuerySet[Gathering]:
    """Return the latest gatherings of the pole, those to come first among them."""
    found = Gathering.objects.filter(pole=pole).select_related("pole", "registration_list")
    return found.order_by("-starts_at", "-pk")[:MOST_IN_CALENDAR]


def gatherings_to_come(pole: Pole, now: datetime) -> QuerySet[Gathering]:
    """Return the gatherings that have not begun, the next first."""
    found = Gathering.objects.filter(pole=pole, starts_at__gt=now, registration_list__cancelled_at=None)
    return found.select_related("pole", "registration_list").order_by("starts_at", "pk")


def list_of(gathering: Gathering) -> RegistrationList | None:
    """Return the list of those who come, where one is open."""
    return RegistrationList.objects.filter(gathering=gathering).select_related("gathering__pole").first()


@dataclass(frozen=True)
class Attendance:
    """How many come and how many wait, and how many places are left where they are counted."""

    coming: int
    waiting: int
    left: int | None

    @property
    def is_full(self) -> bool:
        """Say whether one would have to wait."""
        return self.left == 0 or self.waiting > 0


def attendance_of(opened: RegistrationList) -> Attendance:
    """Count those who come, those who wait and the places left; one query."""
    rows = list(opened.registrations.values_list("standing", "people"))
    coming = sum(people for standing, people in rows if standing == Standing.COMING)
    waiting = sum(people for standing, people in rows if standing == Standing.WAITING)
    return Attendance(coming, waiting, None if opened.places is None else max(opened.places - coming, 0))


def registrations_of(opened: RegistrationList) -> list[Registration]:
    """Return those who come, then those who wait, in the order in which they said so."""
    rows = opened.registrations.exclude(standing=Standing.CANCELLED)
    return sorted(rows, key=lambda one: (one.standing != Standing.COMING, one.registered_at, one.pk))


def registration_with(pole: Pole, token: str) -> Registration | None:
    """Return the registration whose own address this is."""
    found = Registration.objects.filter(token=token, list__gathering__pole=pole)
    return found.select_related("list__gathering__pole").first()
