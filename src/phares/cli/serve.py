"""`phares serve`: a real installation, its web server, worker and minute tick under one supervisor."""

import argparse
import os
import subprocess

from phares.cli import loopback
from phares.cli.places import PYTHON, ROOT
from phares.cli.supervisor import Supervisor, site_environment, site_programs
from phares.cli.words import tell

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def warn_of_open_doors(host: str) -> None:
    """Say what is unsafe in how the site is about to be served."""
    secure = os.environ.get("PHARES_HTTPS", "").lower() in {"1", "yes", "true", "on"}
    if host not in LOOPBACK and not secure:
        tell(
            f"attention\u202f: {host} est ouvert au réseau sans HTTPS\u202f: les mots de passe passent en clair. "
            "Placez un serveur HTTPS devant et réglez PHARES_HTTPS=yes",
            f"warning: {host} is open to the network without HTTPS: passwords travel in clear. "
            "Put an HTTPS server in front and set PHARES_HTTPS=yes",
        )


def ready(environment: dict[str, str]) -> bool:
    """Tell whether everything is prepared, and what is not."""
    prepared = subprocess.run(
        (PYTHON, "-m", "django", "prepare", "--check"),
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    lacking = prepared.stdout.splitlines()
    for line in lacking:
        tell(f"manque\u202f: {line}", f"missing: {line}")
    if prepared.returncode:
        tell("lancez d’abord\u202f: phares migrate", "run first: phares migrate")
    return prepared.returncode == 0


def command(options: argparse.Namespace) -> int:
    """Carry out `phares serve`."""
    environment = site_environment(PHARES_JSON_LOGS="yes")
    environment.pop("PHARES_DEMO", None)
    warn_of_open_doors(options.host)
    if options.host in LOOPBACK and not loopback.is_free(options.port):
        tell(f"le port {options.port} est déjà pris", f"port {options.port} is taken")
        return 1
    if not ready(environment):
        return 1
    programs = site_programs(host=options.host, port=options.port, workers=options.workers, json=True)
    supervisor = Supervisor(programs, environment)
    supervisor.listen()
    try:
        supervisor.start()
        supervisor.keep()
    finally:
        supervisor.stop()
    return 0
