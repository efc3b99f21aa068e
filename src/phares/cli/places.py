"""Where things lie in a checkout, and how our own programs are started."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ROOT / "src"
PYTHON = sys.executable


def run(*command: str, environment: Mapping[str, str] | None = None) -> int:
    """Run a program to its end, from the root, and return its exit code; Ctrl-C reaches it as it reaches us."""
    child = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **(environment or {})})
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child was told by the terminal and closes what it opened
