"""Installations of their own, in a folder each, on which the tests run our real commands."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from house.reading import ROOT


def environment(var: Path, **settings: str) -> dict[str, str]:
    """Return the environment of an installation in `var`, without any setting of the terminal."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("PHARES_", "DJANGO_"))}
    return {
        **ours,
        "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "phares.site.settings",
        "PHARES_VAR": str(var),
        **settings,
    }


def django(var: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run one of our Django commands in an installation."""
    return subprocess.run(
        [sys.executable, "-m", "django", *words],
        env=environment(var, **settings), capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip


def manifest(path: Path) -> dict[str, Any]:
    """Return what an archive says of itself."""
    with zipfile.ZipFile(path) as archive:
        return dict(json.loads(archive.read("manifest.json")))


def contents(path: Path) -> dict[str, str]:
    """Return the hash of every part of an archive; the list of backups, which grows by making one, is left out."""
    parts = manifest(path)["parts"]
    return {name: part["sha256"] for name, part in parts.items() if "commons_backup" not in name}


def rewritten(path: Path, target: Path, part: str, change: Any) -> Path:
    """Copy an archive with one part changed, as somebody who tampers would."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return target
