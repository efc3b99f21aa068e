"""The one command: it speaks both languages, ends with the right exit code, and the demo leaves nothing behind."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from house.reading import ROOT
from phares.cli import demo as demo_command
from phares.engine.contract import VERBS

COMMANDS = """demo serve worker tick migrate found backup restore export import doctor
engine test check bench screenshots""".split()


def phares(*words: str, language: str = "en", given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a terminal would, from a folder that is not the checkout."""
    return subprocess.run(
        [ROOT / "phares", *words], cwd="/", capture_output=True, text=True, input=given, timeout=60, check=False,
        env={**os.environ, "PHARES_LANG": language, "PHARES_VENV": str(ENVIRONMENT), **environment},
    )  # fmt: skip


ENVIRONMENT = Path(os.environ.get("VIRTUAL_ENV") or Path(pytest.__file__).parents[4])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_help_names_every_command_in_the_readers_language(language: str) -> None:
    told = phares("--help", language=language)
    assert told.returncode == 0
    assert all(f"  {command} " in told.stdout for command in COMMANDS)
    assert ("Commandes" in told.stdout) == (language == "fr")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help(command: str) -> None:
    told = phares(command, "--help", language="fr")
    assert told.returncode == 0
    assert told.stdout.startswith("usage\u202f: phares " + command)


def test_a_misspelt_command_is_told_its_neighbour_and_is_a_misuse() -> None:
    told = phares("demmo")
    assert (told.returncode, told.stdout) == (2, "")
    assert "Did you mean 'demo'?" in told.stderr


def test_an_unknown_option_is_a_misuse() -> None:
    told = phares("serve", "--colour")
    assert (told.returncode, told.stdout) == (2, "")


def test_the_engine_answers_on_standard_output_and_refuses_in_one_line() -> None:
    answered = phares("engine", "match", "-", given='{"needs": [], "offers": []}')
    assert (answered.returncode, json.loads(answered.stdout)) == (0, {"matches": []})
    refused = phares("engine", "match", "-", given='{"needs": [], "offers": [], "colour": 1}')
    assert (refused.returncode, refused.stdout, refused.stderr) == (2, "", "colour: unknown key\n")


def test_the_help_of_the_engine_names_every_verb() -> None:
    told = phares("engine", "--help").stdout
    assert [verb for verb in VERBS if verb not in told] == []


def test_an_installation_that_is_not_prepared_does_not_serve(tmp_path: Path) -> None:
    told = phares("serve", "--port", str(free_port()), PHARES_VAR=str(tmp_path))
    assert told.returncode == 1
    assert "run first: phares migrate" in told.stderr


def test_the_demo_never_touches_a_real_installation(tmp_path: Path) -> None:
    (tmp_path / "phares.sqlite3").write_text("a pole's three years")
    told = phares("demo", "--fresh", PHARES_VAR=str(tmp_path))
    assert told.returncode == 1
    assert (tmp_path / "phares.sqlite3").read_text() == "a pole's three years"


def test_the_demo_forgets_the_settings_of_a_real_installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PHARES_DATABASE_URL", "postgres://pole@real.example/members")
    monkeypatch.setenv("PHARES_MAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
    seen: dict[str, str] = {}

    def start(*command: str, environment: dict[str, str]) -> int:
        seen.update(environment)
        return 0

    monkeypatch.setattr(demo_command, "run", start)
    folder = demo_command.Folder(tmp_path)
    demo_command.prepare(folder, demo_command.environment_for(folder, 8000))
    ours = {name for name in seen if name.startswith("PHARES_")}
    assert ours == {"PHARES_DEMO", "PHARES_VAR", "PHARES_LANG", "PHARES_PUBLIC_ADDRESS"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's folder, kept from one start to the next: its stories are told once."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture
def demo(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A demo, just started."""
    environment = {**os.environ, "PHARES_VAR": str(folder), "PHARES_VENV": str(ENVIRONMENT), "PHARES_LANG": "en"}
    command = [ROOT / "phares", "demo", "--port", str(free_port())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as running:
        yield running
        running.kill()


def those_who_live_in(folder: Path) -> list[str]:
    """Return the processes whose environment names the folder."""
    named = f"PHARES_VAR={folder}".encode()
    living = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if named in (process / "environ").read_bytes():
                living.append(process.name)
        except OSError:
            continue
    return living


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="reads processes where Linux shows them")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_demo_answers_keeps_one_address_and_leaves_nobody_behind(
    demo: subprocess.Popen[str], folder: Path, ending: signal.Signals
) -> None:
    assert demo.stdout is not None
    address = demo.stdout.readline().strip()
    assert address.startswith("http://localhost:")
    with urllib.request.urlopen(address + "sante/") as answer:
        assert json.load(answer)["database"] == "ok"
    second = phares("demo", PHARES_VAR=str(folder))
    assert (second.returncode, address in second.stderr) == (1, True)
    demo.send_signal(ending)
    assert demo.wait(timeout=15) == (-ending if ending == signal.SIGKILL else 0)
    deadline = time.monotonic() + 10
    while those_who_live_in(folder) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert those_who_live_in(folder) == []
