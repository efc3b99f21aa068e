"""Erasing somebody is whole: written in every text of every table in every manner, they are found nowhere after."""

import itertools
import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.models import F
from hypothesis import given
from hypothesis import strategies as st

from house.scene import Scene, remembered_scene
from phares.demo.cast import CONSOLE
from phares.rooms.commons.forgetting import _said_without
from phares.rooms.commons.known_names import Known
from phares.rooms.commons.models import ImportedRow, TableImport
from phares.rooms.commons.search import search_text
from phares.rooms.commons.triggers import NAMES_REMOVED
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.directory import actions
from phares.rooms.directory.models import Person, SearchWord

GIVEN, FAMILY, MAIL, PHONE = "Bérénice", "Lecœur-Zénati", "berenice.z@toit.example", "01 99 00 11 22"
MANNERS = (
    "Bérénice Lecœur-Zénati", "LECŒUR-ZÉNATI, Bérénice", "berenice lecoeur zenati",
    "Be\u0301re\u0301nice Lecœur-Zénati",
    MAIL, MAIL.upper(), PHONE, "+33 1 99 00 11 22", "01.99.00.11.22", "0199001122", "0033 (0)1 99 00 11 22",
)  # fmt: skip
# What keeps a person's words after the erasure, and why: nothing.
KEPT: set[str] = set()
# What the database keeps from any change: numbers and codes alone, in the journal and in shares.
CLOSED = {
    "commons.JournalEntry.event", "commons.JournalEntry.subjects", "cooperation.Share.inputs",
    "impact.Measure.correction",  # the scene's measure is the first of its period, and corrects nothing
    "territory.RestitutionLine.why_not",  # holds words where nothing is done, which the scene's row says by then
    "territory.Response.outside",  # holds a name where no structure of the pole answers, which the scene's row has
}  # fmt: skip


def _columns() -> Iterator[tuple[type[models.Model], Any]]:
    """Yield every column of our tables that holds text."""
    for model in apps.get_models():
        if model.__module__.startswith("phares.") and model is not Person:
            for column in model._meta.concrete_fields:
                if isinstance(column, models.CharField | models.TextField | models.JSONField) and not column.choices:
                    yield model, column


def _written(value: Any, column: Any, said: str) -> Any:
    """Return what a column holds once somebody has written there of the person."""
    if isinstance(column, models.JSONField):
        return {**value, "mot": [said]} if isinstance(value, dict) else [*value, {"mot": f"Vu avec {said}."}]
    if isinstance(column, models.EmailField):
        return MAIL
    if isinstance(column, models.SlugField):
        return "berenice-lecoeur-zenati"
    if column.name == "search_text":
        return f"{value} {search_text(said)}"
    long = f"Vu avec {said}, hier"
    return long if not column.max_length or len(long) <= column.max_length else said


def _write_everywhere() -> set[str]:
    """Write of the person in one row of each table, column by column; return where that could not be."""
    manners = itertools.cycle(MANNERS)
    refused = set()
    for model, column in _columns():
        row = model._base_manager.order_by("pk").first()
        said = next(one for one in manners if not column.max_length or len(one) <= max(column.max_length, 12))
        if row is None or (column.max_length and column.max_length < 12):
            continue
        try:
            with transaction.atomic():
                value = _written(getattr(row, column.name), column, said)
                said_so = {NAMES_REMOVED: F(NAMES_REMOVED) + 1} if hasattr(row, NAMES_REMOVED) else {}
                model._base_manager.filter(pk=row.pk).update(**{column.name: value}, **said_so)
        except DatabaseError:
            refused.add(f"{model._meta.label}.{column.name}")
    return refused


def _found() -> set[str]:
    """Return the tables of the database, whoever's they are, in which the person is still told."""
    with connection.cursor() as cursor:
        found = set()
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (a table of ours)
            found |= {table for row in cursor.fetchall() if _tells(" | ".join(map(_readable, row)))}
    return found


def _readable(value: Any) -> str:
    """Return a value as text; JSON as people read it."""
    text = str(value)
    return json.dumps(json.loads(text), ensure_ascii=False) if text[:1] in "[{" and "\\u" in text else text


def _tells(text: str) -> bool:
    """Say whether a text tells the person, with other means than those that forget."""
    plain = "".join(one for one in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(one))
    plain = plain.replace("œ", "oe")
    words = re.findall(r"[a-z]+", plain)
    return "zenati" in words or MAIL in plain or "199001122" in re.sub(r"[^\d|]", "", plain)


@pytest.fixture
def scene(db: None, tmp_path: Path, settings: Any) -> Scene:
    """One of everything."""
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": kept}
    return remembered_scene(tmp_path)


@pytest.fixture
def berenice(scene: Scene, now: datetime) -> Person:
    """Somebody who acts for L'Établi."""
    nour = scene.people["nour"]
    assert nour is not None
    pole = nour.mandate.pole
    person = actions.register_person(
        pole=pole, given_name=GIVEN, family_name=FAMILY, email=MAIL, phone=PHONE, by=CONSOLE, at=now
    )
    actions.give_mandate(
        person=person,
        pole=pole,
        role="member",
        structure=nour.mandate.structure,
        from_on=now.date(),
        by=CONSOLE,
        at=now,
    )
    return person


def test_written_in_every_text_in_every_manner_somebody_erased_is_told_nowhere(
    scene: Scene, berenice: Person, now: datetime
) -> None:
    etabli = scene.people["nour"].mandate.structure  # type: ignore[union-attr]
    assert _write_everywhere() <= CLOSED
    actions.describe_structure(
        structure=etabli, name="L’Établi", presentation=f"Demandez {GIVEN} {FAMILY}.", by=scene.people["nour"], at=now
    )
    before = {model._meta.label: model._base_manager.count() for model, _column in _columns()}
    assert SearchWord.objects.filter(word="zenati").exists()
    assert len(_found()) > 50
    actions.erase_person(person=berenice, pole=etabli.pole, by=scene.people["lena"], at=now)
    assert _found() == KEPT
    after = {model._meta.label: model._base_manager.count() for model, _column in _columns()}
    gone = {label for label in before if after[label] < before[label]}
    assert gone <= {"directory.SearchWord", "directory.Invitation", "directory.MailChange", "publishing.Subscription"}


def test_boxes_that_hold_a_name_alone_are_emptied_too(scene: Scene, berenice: Person, now: datetime) -> None:
    nour = scene.people["nour"]
    pole = nour.mandate.pole  # type: ignore[union-attr]
    rows = [["Nom", "Prénom"], [FAMILY.upper(), "Berenice", 199001122.0], ["Zénati", "Léo"]]
    table = TableImport.objects.create(
        pole_id=pole.pk,
        subject="people",
        file_name="gens.xlsx",
        brought_at=now,
        sheets=[{"name": "Gens", "rows": rows}],
    )
    changes = {"given_name": ["", GIVEN], "family_name": ["", FAMILY], "phone": ["", PHONE], "role": ["", "member"]}
    own = ImportedRow.objects.create(
        table=table, number=2, label="Mme Lecœur-Zénati", state="new", subject="person", subject_id=berenice.pk,
        changes=changes,
    )  # fmt: skip
    item = cooperation.say_item(
        pole=pole, kind="space", side="need", holder=nour.mandate.structure, title="Un bureau rose",  # type: ignore[union-attr]
        by=scene.people["lena"], at=now, said_by="Bérénice",
    )  # fmt: skip
    actions.erase_person(person=berenice, pole=pole, by=scene.people["lena"], at=now)
    for row in (own, item, table):
        row.refresh_from_db()
    gone = "personne effacée"
    assert (own.label, item.said_by, item.title) == (f"Mme {gone}", gone, "Un bureau rose")
    assert own.changes == {
        "given_name": ["", gone],
        "family_name": ["", gone],
        "phone": ["", gone],
        "role": ["", "member"],
    }
    assert table.sheets[0]["rows"] == [["Nom", "Prénom"], [gone, gone, gone], ["Zénati", "Léo"]]


ROSE = Known(1, "Rose", "Martin", "rose@toit.example", PHONE, (), "personne effacée")


@given(st.lists(st.sampled_from(["rose", "Martine", "Martin", "Rosemartin", "a@rose.example", "2199001122", "12"])))
def test_words_that_only_look_like_the_name_stay(words: list[str]) -> None:
    text = " et ".join(words)
    assert _said_without(text, [ROSE.whole], ROSE.instead) == text
