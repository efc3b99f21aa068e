"""How the tests of this folder read the house: its files, their parsed code, the rooms in their order."""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "phares"

# From the ground up; governance and place stand side by side.
ROOMS = """
commons directory place governance cooperation sharing funding territory impact publishing
""".split()
SHELLS = {"urls", "views", "mails", "feeds", "api", "tasks", "reactions", "panels", "management"}


@cache
def tracked() -> list[Path]:
    """Return every file that git keeps, or would keep if it were added now."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [ROOT / name for name in sorted(listed.stdout.split("\0")) if name and (ROOT / name).is_file()]


@cache
def modules(under: Path = PACKAGE) -> list[Path]:
    """Return our Python files; migrations, which Django writes, are set aside."""
    return [
        path
        for path in tracked()
        if path.suffix == ".py" and path.is_relative_to(under) and "migrations" not in path.parts
    ]


@cache
def templates() -> list[Path]:
    """Return our templates, texts of mails included."""
    return [path for path in tracked() if "templates" in path.parts and path.suffix in {".html", ".txt"}]


@cache
def parsed(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(path.read_text(), filename=str(path))


def name_of(path: Path) -> str:
    """Return a file's name as a reader would say it: its path in the checkout."""
    return str(path.relative_to(ROOT))


def room_of(path: Path) -> str | None:
    """Return the room that a file stands in."""
    parts = path.relative_to(PACKAGE).parts
    return parts[1] if len(parts) > 2 and parts[0] == "rooms" else None


def nothing_in(found: Iterable[str]) -> None:
    """Fail with a line for each thing found."""
    lines = sorted(found)
    assert not lines, "\n" + "\n".join(lines)


def imported(path: Path) -> Iterator[str]:
    """Yield the full names that a module imports."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of a module, methods and inner ones included."""
    return (node for node in ast.walk(parsed(path)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))
