"""Where things lie in a checkout, and how our own programs are started."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ROOT / "src"
PYTHON = sys.executable


def run(*command: str, environment: Mapping[str, str]) -> int:
    """Run a program to its end, from the root, in this environment alone; Ctrl-C reaches it as it reaches us."""
    child = subprocess.Popen(command, cwd=ROOT, env=environment)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child was told by the terminal and closes what it opened
