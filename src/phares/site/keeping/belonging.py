"""What belongs to a pole: every row that hangs on it, and what those rows need to be understood elsewhere.

A row belongs to a pole when it names the pole, or a row that belongs to it. What such rows name and that belongs to no
pole goes along: the people, the files they brought, the reference lists.
"""

from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from phares.rooms.commons.models import DueWork, JournalEntry, TableImport
from phares.rooms.cooperation.meeting_reminders import ACTION_REMINDER
from phares.rooms.cooperation.models import Commitment, Item, MeetingAction
from phares.rooms.cooperation.tasks import PROMISE_REMINDER
from phares.rooms.cooperation.tasks.bourse import BOURSE_FOLLOW_UP
from phares.rooms.cooperation.tasks.expiry import EXPIRY_REMINDER
from phares.rooms.cooperation.tasks.letter import WEEKLY_LETTER
from phares.rooms.directory.actions import FORGET_TABLE
from phares.rooms.directory.models import Gathering, MailChange, Person, Pole
from phares.rooms.directory.tasks import MAIL_CHANGE, RETENTION
from phares.rooms.funding.models import Watch
from phares.rooms.funding.tasks import WATCH_FOUND
from phares.rooms.publishing.actions.registration import FORGET as FORGET_REGISTRATIONS
from phares.rooms.publishing.models import RegistrationList
from phares.rooms.territory.tasks import FORGET_VOICES
from phares.site.keeping.backup import TEST_BACKUP
from phares.site.keeping.rows import Model

ROOMS = frozenset({"commons", "directory", "cooperation", "funding", "territory", "impact", "publishing"})
BY_NUMBER: frozenset[Model] = frozenset({JournalEntry, TableImport})  # they name their pole by its bare number
DUE_ON: dict[str, Model | None] = {
    PROMISE_REMINDER: Commitment,
    FORGET_TABLE: TableImport,
    MAIL_CHANGE: MailChange,
    BOURSE_FOLLOW_UP: Gathering,
    EXPIRY_REMINDER: Item,
    ACTION_REMINDER: MeetingAction,
    FORGET_REGISTRATIONS: RegistrationList,
    WEEKLY_LETTER: Pole,
    WATCH_FOUND: Watch,
    RETENTION: None,  # of the installation, of no pole
    FORGET_VOICES: None,
    TEST_BACKUP: None,
}
# What events call by a shorter name than its model; one name that means two things is told by its event.
NAMED = {
    "group": "residentsgroup", "use": "offeruse", "time": "proposedtime", "link": "chainlink",
    "proposal": "pooledproposal", "part": "pooledpart", "key": "sharingkey", "meeting": "workmeeting",
    "action": "meetingaction", "call": "followupcall", "CallNoted.call": "call", "CallChanged.call": "call",
    "version": "documentversion", "SheetPublished.version": "sheetversion", "sheet": "experiencesheet",
    "line": "importedline", "review": "sheetreview",
}  # fmt: skip

Rows = dict[Model, set[Any]]


def our_models() -> list[Model]:
    """Return every model of the rooms, those of many-to-many tables too."""
    every = apps.get_models(include_auto_created=True)
    return [model for model in every if model._meta.app_label in ROOMS and not model._meta.proxy]


def keys_of(model: Model) -> list[models.ForeignKey[Any, Any]]:
    """Return the fields of a model that name rows of the rooms."""
    found = [field for field in model._meta.local_concrete_fields if isinstance(field, models.ForeignKey)]
    return [field for field in found if field.related_model._meta.app_label in ROOMS]


@cache
def owned_models() -> frozenset[Model]:
    """Return the models whose rows belong to a pole."""
    owned: set[Model] = {Pole, *BY_NUMBER}
    while more := {
        model
        for model in our_models()
        if model not in owned and any(key.related_model in owned for key in keys_of(model))
    }:
        owned |= more
    return frozenset(owned)


def rows_of(pole: Pole) -> Rows:
    """Return the numbers of every row that belongs to the pole, and of those they need."""
    owned = owned_models()
    rows: Rows = {Pole: {pole.pk}}
    for model in BY_NUMBER:
        rows[model] = set(model._base_manager.filter(pole_id=pole.pk).values_list("pk", flat=True))
    _down(rows, owned)
    _up(rows, owned)
    rows[DueWork] = {
        pk
        for kind, model in DUE_ON.items()
        if model is not None
        for pk in DueWork.objects.filter(kind=kind, subject_id__in=rows.get(model, ())).values_list("pk", flat=True)
    }
    return {model: numbers for model, numbers in rows.items() if numbers}


def _down(rows: Rows, owned: frozenset[Model]) -> None:
    """Add what hangs on the rows known, until nothing more does."""
    before = -1
    while before != (before := sum(map(len, rows.values()))):
        for model in owned - BY_NUMBER - {Pole}:
            found = rows.setdefault(model, set())
            for key in keys_of(model):
                if key.related_model in owned and rows.get(key.related_model):
                    named = model._base_manager.filter(**{f"{key.name}__in": rows[key.related_model]})
                    found.update(named.values_list("pk", flat=True))


def _up(rows: Rows, owned: frozenset[Model]) -> None:
    """Add the people, files and lists that the rows name, and what these name in turn."""
    before = -1
    while before != (before := sum(map(len, rows.values()))):
        for model in list(rows):
            for key in keys_of(model):
                if key.related_model not in owned:
                    known = model._base_manager.filter(pk__in=rows[model]).values_list(key.attname, flat=True)
                    rows.setdefault(key.related_model, set()).update(pk for pk in known if pk is not None)
    people = JournalEntry.objects.filter(pk__in=rows[JournalEntry]).values_list("person_id", flat=True)
    rows.setdefault(Person, set()).update(Person.objects.filter(pk__in=people).values_list("pk", flat=True))


def meant_by(event: str, name: str) -> Model | None:
    """Return the model whose row an event names by `name`, such as `subject_structure_id`."""
    known = {model._meta.model_name: model for model in our_models()}
    words = name.removesuffix("_id").split("_")
    for start in range(len(words)):
        short = "_".join(words[start:])
        found = known.get(NAMED.get(f"{event}.{short}") or NAMED.get(short) or short.replace("_", ""))
        if found is not None:
            return found
    return None
