"""What every file of the house must be: short, introduced by one sentence, well named, at home on any machine."""

import ast
import re
import statistics

import pytest

import phares
from house.reading import PACKAGE, ROOMS, ROOT, functions, modules, name_of, nothing_in, parsed, tracked

LONGEST = 300
FORBIDDEN = {"utils", "helpers", "misc", "manager", "service", "data", "handle", "process"}
# Names that Django gives to what it calls: a command's work, a middleware's, a storage's.
GIVEN = {"handle", "process_exception", "process_view", "post_process"}
TEXTS = {".py", ".md", ".toml", ".html", ".txt", ".css", ".js", ".lock", ".sh", ".typ", ".po", ""}
# The machine of whoever wrote a file, or the address of a package's download.
PLACES = re.compile(
    r"/(?:work|root|home|Users)/\w|/tmp/\w+/|files\.pythonhosted|/simple\b|registry\.npmjs", re.IGNORECASE
)


def test_no_file_is_longer_than_300_lines() -> None:
    code = [
        path for path in tracked() if path.suffix in {".py", ".html", ".css", ".js", ".md"} or path.name == "phares"
    ]
    long = {name_of(path): len(path.read_text().splitlines()) for path in code}
    nothing_in(f"{name}: {lines} lines" for name, lines in long.items() if lines > LONGEST)


def test_every_module_opens_with_one_sentence() -> None:
    silent = []
    for path in [*modules(), *modules(ROOT / "tests"), *modules(ROOT / "bench")]:
        first = (ast.get_docstring(parsed(path)) or "").split("\n\n")[0].strip()
        silent += [] if first.endswith((".", "?", "!", ":", ")")) else [name_of(path)]
    nothing_in(silent)


def words_of(name: str) -> set[str]:
    return set(re.findall(r"[a-z]+", re.sub(r"([A-Z])", r"_\1", name).lower()))


def is_djangos_manager(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Tell a manager in Django's own sense, which makes the rows of a model."""
    return isinstance(node, ast.ClassDef) and any(
        ast.unparse(base).split("[")[0].endswith("Manager") for base in node.bases
    )


def test_names_say_something() -> None:
    wrong = [name_of(path) for path in modules() if words_of(path.stem) & FORBIDDEN]
    for path in modules():
        defined = [node for node in ast.walk(parsed(path)) if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
        names = {node.name for node in defined if not is_djangos_manager(node)} - GIVEN
        wrong += [f"{name_of(path)}: {name}" for name in sorted(names) if words_of(name) & FORBIDDEN]
        wrong += [f"{name_of(path)}: {name}" for name in sorted(names) if re.search(r"[a-z]_?\d$", name)]
    nothing_in(wrong)


def test_functions_and_files_stay_small() -> None:
    sizes = [(node.end_lineno or 0) - node.lineno + 1 for path in modules() for node in functions(path)]
    files = [len(path.read_text().splitlines()) for path in modules() if path.name != "__init__.py"]
    assert statistics.median(sizes) <= 10
    assert statistics.median(files) <= 80


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    here = {name_of(path) for path in tracked() if path.suffix in TEXTS and path.name != "test_files.py"}
    telling = {name for name in here if PLACES.search((ROOT / name).read_text(errors="ignore"))}
    nothing_in(telling)


def test_every_room_that_stands_is_on_the_map() -> None:
    rooms = sorted(path.name for path in (PACKAGE / "rooms").iterdir() if (path / "__init__.py").exists())
    assert set(rooms) <= set(ROOMS)
    drawn = (ROOT / "docs" / "map.md").read_text()
    nothing_in([room for room in rooms if f"| `{room}` |" not in drawn])


def test_the_version_is_the_same_everywhere() -> None:
    assert f'version = "{phares.__version__}"' in (ROOT / "pyproject.toml").read_text()
    assert f"## {phares.__version__}" in (ROOT / "CHANGELOG.md").read_text()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_locks_hold_every_package_by_its_hash_and_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text().splitlines()
    nothing_in([line for line in lines if "://" in line or line.startswith(("-", "#", "@"))])
    named = [index for index, line in enumerate(lines) if "==" in line]
    assert all(lines[index + 1].lstrip().startswith("--hash=sha256:") for index in named)


def test_the_tests_run_on_what_the_site_runs_on() -> None:
    def pinned(lock: str) -> set[str]:
        return {line.split(" \\")[0] for line in (ROOT / lock).read_text().splitlines() if "==" in line}

    assert pinned("requirements.lock") <= pinned("requirements-test.lock")
