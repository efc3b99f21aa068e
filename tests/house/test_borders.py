"""The borders that import-linter does not see: keys by name, shells of other rooms, hidden imports, signals."""

import ast

from django.apps import apps
from django.conf import settings
from django.db.models import ForeignObject

from house.reading import PACKAGE, ROOMS, SHELLS, functions, imported, modules, name_of, nothing_in, parsed, room_of

# Imports that may wait inside a function, and why.
HIDDEN = {
    "src/phares/site/apps.py": "an app may import models only once it is ready",
    "src/phares/rooms/commons/apps.py": "an app may import models only once it is ready",
    "src/phares/rooms/directory/apps.py": "an app may import models only once it is ready",
    "src/phares/rooms/cooperation/apps.py": "an app may import models only once it is ready",
    "src/phares/engine/coalitions/program.py": "a heavy solver is loaded where it is used",
    "src/phares/engine/coalitions/relaxation.py": "a heavy solver is loaded where it is used",
    "src/phares/engine/cycles/choice.py": "a heavy solver is loaded where it is used",
    "src/phares/engine/portfolio/choice.py": "a heavy solver is loaded where it is used",
}

# What commons keeps for the rooms above to register in is no shell.
REGISTRIES = {"commons.panels"}


def test_keys_between_nouns_point_down_the_rooms() -> None:
    upward = []
    for model in apps.get_models():
        if model._meta.app_label not in ROOMS:
            continue
        for field in model._meta.get_fields():
            target = getattr(field.related_model, "_meta", None) if isinstance(field, ForeignObject) else None
            # Whoever acts is a person: settings.AUTH_USER_MODEL is the one name that every room may use.
            if target and target.app_label in ROOMS and target.label != settings.AUTH_USER_MODEL:
                here, there = ROOMS.index(model._meta.app_label), ROOMS.index(target.app_label)
                upward += [f"{model.__name__}.{field.name} -> {target.label}"] if there > here else []
    nothing_in(upward)


def test_the_shells_of_a_room_never_import_those_of_another() -> None:
    crossings = []
    for path in modules(PACKAGE / "rooms"):
        for name in imported(path):
            parts = name.split(".")
            elsewhere = parts[:2] == ["phares", "rooms"] and len(parts) > 3 and parts[2] != room_of(path)
            if elsewhere and parts[3] in SHELLS and ".".join(parts[2:4]) not in REGISTRIES:
                crossings.append(f"{name_of(path)} imports {name}")
    nothing_in(crossings)


def test_no_import_hides_in_a_function() -> None:
    hidden = {
        name_of(path)
        for path in modules()
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, (ast.Import, ast.ImportFrom))
    }
    nothing_in(hidden - HIDDEN.keys())


def test_nothing_listens_to_signals() -> None:
    listening = []
    for path in modules():
        listening += [
            name_of(path) for name in imported(path) if "signals" in name.split(".") or name.endswith(".receiver")
        ]
    nothing_in(listening)


def test_no_noun_saves_by_a_logic_of_its_own() -> None:
    own = [
        f"{name_of(path)}: {node.name}"
        for path in modules(PACKAGE / "rooms")
        if "models" in path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete"}
    ]
    nothing_in(own)
