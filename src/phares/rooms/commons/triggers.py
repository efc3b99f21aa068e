"""Rules held by the database itself, written once for SQLite and for PostgreSQL, used by migrations."""

from collections.abc import Callable, Sequence
from typing import Any

_APPEND_ONLY = {
    "sqlite": [
        "CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} "
        "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    ],
    "postgresql": [
        "CREATE OR REPLACE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        "CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_append_only()",
    ],
}


def append_only(table: str) -> Callable[[Any, Any], None]:
    """Return a migration step after which no row of `table` can be changed or removed."""

    def install(apps: Any, editor: Any) -> None:
        for verb in ("UPDATE", "DELETE"):
            for statement in _APPEND_ONLY[editor.connection.vendor]:
                editor.execute(statement.format(table=table, verb=verb))

    return install


def append_only_lifted(table: str) -> Callable[[Any, Any], None]:
    """Return the step that takes `append_only` away again."""

    def remove(apps: Any, editor: Any) -> None:
        on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        for verb in ("UPDATE", "DELETE"):
            editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on}")

    return remove


NAMES_REMOVED = "names_removed"
_NO_CHANGE_UNLESS = {
    "sqlite": "CREATE TRIGGER {table}_no_UPDATE BEFORE UPDATE ON {table} WHEN NOT ({told}) "
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    "postgresql": "CREATE TRIGGER {table}_no_UPDATE BEFORE UPDATE ON {table} FOR EACH ROW WHEN (NOT ({told})) "
    "EXECUTE FUNCTION {table}_append_only()",
}
_SAME = {"sqlite": "IS", "postgresql": "IS NOT DISTINCT FROM"}


def only_names_leave(table: str, *, stays: Sequence[str]) -> Callable[[Any, Any], None]:
    """Return a migration step: no row of `table` is removed, nor changed but to take a name out of its texts.

    Such a change says so: `names_removed` goes up by one. The columns in `stays` never move. `append_only_lifted`
    takes this away too.
    """

    def install(apps: Any, editor: Any) -> None:
        vendor = editor.connection.vendor
        unmoved = [f"NEW.{column} {_SAME[vendor]} OLD.{column}" for column in stays]
        told = " AND ".join([f"NEW.{NAMES_REMOVED} = OLD.{NAMES_REMOVED} + 1", *unmoved])
        append_only(table)(apps, editor)
        editor.execute(f"DROP TRIGGER {table}_no_UPDATE{f' ON {table}' if vendor == 'postgresql' else ''}")
        editor.execute(_NO_CHANGE_UNLESS[vendor].format(table=table, told=told))

    return install


_CLOSED_STAYS = {
    "sqlite": [
        "CREATE TRIGGER {table}_closed_no_{verb} BEFORE {verb} ON {table} WHEN OLD.{column} IS NOT NULL "
        "BEGIN SELECT RAISE(ABORT, '{table}: what is closed stays'); END"
    ],
    "postgresql": [
        "CREATE OR REPLACE FUNCTION {table}_closed_stays() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '{table}: what is closed stays' USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$",
        "CREATE TRIGGER {table}_closed_no_{verb} BEFORE {verb} ON {table} FOR EACH ROW "
        "WHEN (OLD.{column} IS NOT NULL) EXECUTE FUNCTION {table}_closed_stays()",
    ],
}


def closed_stays(table: str, column: str) -> Callable[[Any, Any], None]:
    """Return a migration step after which a row of `table` whose `column` is filled is never changed nor removed."""

    def install(apps: Any, editor: Any) -> None:
        for verb in ("UPDATE", "DELETE"):
            for statement in _CLOSED_STAYS[editor.connection.vendor]:
                editor.execute(statement.format(table=table, column=column, verb=verb))

    return install


def closed_stays_but_names(table: str, column: str, *, stays: Sequence[str]) -> Callable[[Any, Any], None]:
    """Return a migration step as `closed_stays`, but that a name may leave the texts, as in `only_names_leave`."""

    def install(apps: Any, editor: Any) -> None:
        vendor = editor.connection.vendor
        closed_stays(table, column)(apps, editor)
        on = f" ON {table}" if vendor == "postgresql" else ""
        editor.execute(f"DROP TRIGGER {table}_closed_no_UPDATE{on}")
        unmoved = [f"NEW.{one} {_SAME[vendor]} OLD.{one}" for one in stays]
        told = " AND ".join([f"NEW.{NAMES_REMOVED} = OLD.{NAMES_REMOVED} + 1", *unmoved])
        statement = _CLOSED_STAYS[vendor][-1].format(table=table, column=column, verb="UPDATE")
        editor.execute(statement.replace("IS NOT NULL", f"IS NOT NULL AND NOT ({told})"))

    return install


def closed_stays_lifted(table: str) -> Callable[[Any, Any], None]:
    """Return the step that takes `closed_stays` away again."""

    def remove(apps: Any, editor: Any) -> None:
        on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        for verb in ("UPDATE", "DELETE"):
            editor.execute(f"DROP TRIGGER IF EXISTS {table}_closed_no_{verb}{on}")

    return remove


_CLOSED_WITH = {
    "sqlite": [
        "CREATE TRIGGER {table}_frozen_no_{verb} BEFORE {verb} ON {table} WHEN EXISTS "
        "(SELECT 1 FROM {parent} WHERE id = {row}.{key} AND closed_at IS NOT NULL) "
        "BEGIN SELECT RAISE(ABORT, '{table}: what is closed stays'); END"
    ],
    "postgresql": [
        "CREATE OR REPLACE FUNCTION {table}_frozen_{verb}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF EXISTS (SELECT 1 FROM {parent} WHERE id = {row}.{key} AND closed_at IS NOT NULL) THEN "
        "RAISE EXCEPTION '{table}: what is closed stays' USING ERRCODE = 'integrity_constraint_violation'; END IF; "
        "RETURN {back}; END $$",
        "CREATE TRIGGER {table}_frozen_no_{verb} BEFORE {verb} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION {table}_frozen_{verb}()",
    ],
}


def closed_with(table: str, parent: str, key: str) -> Callable[[Any, Any], None]:
    """Return a migration step: once its `parent` is closed, no row of `table` is added, changed or removed."""

    def install(apps: Any, editor: Any) -> None:
        for verb, row, back in (("INSERT", "NEW", "NEW"), ("UPDATE", "OLD", "NEW"), ("DELETE", "OLD", "OLD")):
            for statement in _CLOSED_WITH[editor.connection.vendor]:
                editor.execute(statement.format(table=table, parent=parent, key=key, verb=verb, row=row, back=back))

    return install


def closed_with_lifted(table: str) -> Callable[[Any, Any], None]:
    """Return the step that takes `closed_with` away again."""

    def remove(apps: Any, editor: Any) -> None:
        on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        for verb in ("INSERT", "UPDATE", "DELETE"):
            editor.execute(f"DROP TRIGGER IF EXISTS {table}_frozen_no_{verb}{on}")

    return remove


def periods_apart(table: str, subject: str) -> Callable[[Any, Any], None]:
    """Return a migration step: two rows of `table` with one `subject` never share a day.

    Periods are `from_on`..`until_on`, both days included; an empty end is open.
    """
    overlap = (
        f"SELECT 1 FROM {table} other WHERE other.{subject} = NEW.{subject} AND other.id IS NOT NEW.id "
        "AND other.from_on <= COALESCE(NEW.until_on, '9999-12-31') "
        "AND COALESCE(other.until_on, '9999-12-31') >= NEW.from_on"
    )
    sqlite = [
        f"CREATE TRIGGER {table}_apart_{when.split()[1].lower()} {when} ON {table} WHEN EXISTS ({overlap}) "
        f"BEGIN SELECT RAISE(ABORT, '{table}_periods_apart'); END"
        for when in ("BEFORE INSERT", "BEFORE UPDATE")
    ]
    postgresql = [
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_periods_apart EXCLUDE USING gist "
        f"(int8range({subject}, {subject}, '[]') WITH &&, daterange(from_on, until_on, '[]') WITH &&)"
    ]

    def install(apps: Any, editor: Any) -> None:
        for statement in sqlite if editor.connection.vendor == "sqlite" else postgresql:
            editor.execute(statement)

    return install
