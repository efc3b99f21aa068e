"""A migration for which Django draws the few models that it touches, and not those of the whole house.

After each step of a migration, Django draws anew every model that is tied to the one that changed. In this house all
are tied to the pole and to the structures: each step cost a drawing of two hundred models.
"""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState, StateApps
from django.db.migrations.utils import resolve_relation
from django.utils.functional import SimpleLazyObject

Key = tuple[str, str]


class LeanMigration(migrations.Migration):
    """Works on its own models, whole, and on those they point at, without their ties.

    `reads` names models that a step in Python asks for besides, as "room.model".
    """

    reads: ClassVar[tuple[str, ...]] = ()

    def apply(self, project_state: Any, schema_editor: Any, collect_sql: bool = False) -> Any:
        """Change the database as Django does; the other models are drawn when another migration asks for them."""
        after = ProjectState(
            {key: state.clone() for key, state in project_state.models.items()}, project_state.real_apps
        )
        for operation in self.operations:
            operation.state_forwards(self.app_label, after)
        near = self._near(project_state, after)
        near.apps  # noqa: B018 (drawn before the first step: SQLite puts a new column after those drawn before it)
        super().apply(near, schema_editor, collect_sql)
        after.apps = SimpleLazyObject(lambda: StateApps(after.real_apps, after.models))
        return after

    def _near(self, before: Any, after: Any) -> Any:
        """Return the state before, of what this migration touches and of what that points at then or afterwards."""
        whole = {(self.app_label, name) for name in _touched(self.operations)}
        whole |= {tuple(name.split(".")) for name in self.reads}
        near = {key: before.models[key].clone() for key in whole if key in before.models}
        for state in (before, after):
            for key in whole & state.models.keys():
                for target in _targets(state.models[key]):
                    if target in before.models and target not in near:
                        near[target] = _without_ties(before.models[target])
        return ProjectState(near, before.real_apps)


def _touched(operations: Iterable[Operation]) -> Iterator[str]:
    for operation in operations:
        yield from _touched(getattr(operation, "steps", ()))
        name = getattr(operation, "model_name", None) or getattr(operation, "name", None)
        if name:
            yield name.lower()


def _targets(state: ModelState) -> Iterator[Key]:
    for field in state.fields.values():
        if field.remote_field:
            for model in (field.remote_field.model, getattr(field.remote_field, "through", None)):
                if model:
                    yield resolve_relation(model, state.app_label, state.name_lower)


def _without_ties(state: ModelState) -> ModelState:
    """Return what a key to this model needs: its table and its own columns."""
    own = {name: field for name, field in state.fields.items() if not field.remote_field}
    table = {"db_table": state.options["db_table"]} if "db_table" in state.options else {}
    return ModelState(state.app_label, state.name, own, table, (models.Model,))
