"""Making the tables of a room in one step.

Django draws all its models anew after each step of a migration: a hundred tables, one after the other, take most of a
minute on a new machine.
"""

from collections.abc import Iterator
from typing import Any

from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.models import CreateModel


class TablesTogether(Operation):
    """Make the tables of a new room as they stand after all of these steps, which Django wrote one by one."""

    reversible = True

    def __init__(self, steps: list[Operation]) -> None:
        self.steps = steps

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Tell Django of all the models before it draws any."""
        state.__dict__.pop("apps", None)
        for step in self.steps:
            step.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Create each table with its columns, its constraints and its indexes."""
        for model in self._models(app_label, to_state):
            schema_editor.create_model(model)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Remove them, the last one first."""
        for model in reversed(list(self._models(app_label, from_state))):
            schema_editor.delete_model(model)

    def describe(self) -> str:
        """Say what is done, for `migrate --plan`."""
        return "Create the tables of a room together"

    def _models(self, app_label: str, state: Any) -> Iterator[Any]:
        return (state.apps.get_model(app_label, step.name) for step in self.steps if isinstance(step, CreateModel))
