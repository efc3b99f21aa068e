"""A migration that draws few models changes the database as Django's own does."""

from contextlib import closing
from typing import Any

import pytest
from django.db import ConnectionHandler, migrations, models
from django.db.migrations.state import ProjectState

from phares.rooms.commons.lean_migration import LeanMigration


def key() -> models.BigAutoField:
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False)


def to(model: str, **more: Any) -> models.ForeignKey:
    return models.ForeignKey(model, on_delete=models.CASCADE, related_name="+", **more)


def columns_in_python(apps: Any, editor: Any) -> None:
    """A step in Python finds the models touched here, and those that the migration says it reads."""
    assert [field.name for field in apps.get_model("houses", "House")._meta.fields][-2:] == ["floors", "owner"]
    assert apps.get_model("houses", "Dweller")._meta.get_field("house").related_model is not None


BEFORE = [
    migrations.CreateModel("Town", [("id", key()), ("name", models.CharField(max_length=9))]),
    migrations.CreateModel("House", [("id", key()), ("street", models.TextField()), ("town", to("houses.Town"))]),
    migrations.CreateModel("Dweller", [("id", key()), ("house", to("houses.House"))], {"db_table": "people"}),
    migrations.CreateModel("Far", [("id", key()), ("town", to("houses.Town"))]),
]
THEN = [
    migrations.CreateModel("Lamp", [("id", key()), ("house", to("houses.House", null=True))]),
    migrations.AddField("House", "floors", models.PositiveSmallIntegerField(default=1)),
    migrations.AddField("House", "owner", to("houses.Dweller", null=True)),
    migrations.AddField("House", "lamps", models.ManyToManyField("houses.Lamp", related_name="+")),
    migrations.RunPython(columns_in_python),
    migrations.AddConstraint("House", models.UniqueConstraint(fields=["owner", "town"], name="house_once")),
    migrations.AddConstraint("House", models.CheckConstraint(condition=models.Q(floors__gt=0), name="house_stands")),
    migrations.RemoveField("House", "street"),
    migrations.AddIndex("Lamp", models.Index(fields=["house"], name="lamp_house")),
]
AFTERWARDS = [migrations.AddField("Far", "house", to("houses.House", null=True))]


def schema(kind: type[migrations.Migration], then: list[Any] = THEN) -> list[Any]:
    """Apply the migration to a database of its own, and what follows by Django's own; return what stands then."""
    handler = ConnectionHandler({"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
    with closing(handler["default"]) as database:
        state = ProjectState()
        for steps, of in ((BEFORE, migrations.Migration), (then, kind), (AFTERWARDS, migrations.Migration)):
            migration = of("one", "houses")
            migration.operations = steps
            migration.reads = ("houses.dweller",)
            with database.schema_editor() as editor:
                state = migration.apply(state, editor)
        with database.cursor() as cursor:
            return list(cursor.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall())


def test_a_lean_migration_leaves_the_schema_that_djangos_own_leaves(django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        lean = schema(LeanMigration)
        assert lean == schema(migrations.Migration)
        assert "lamp_house" in {name for name, _ in lean}


def test_a_step_in_python_that_reads_a_model_not_named_is_told(django_db_blocker: Any) -> None:
    far = migrations.RunPython(lambda apps, editor: apps.get_model("houses", "Far"))
    with django_db_blocker.unblock(), pytest.raises(LookupError, match="Far"):
        schema(LeanMigration, [*THEN, far])
