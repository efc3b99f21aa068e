"""The web server's process: granian with the site, on the address that `phares serve` or `phares demo` tells it."""

import argparse

from granian import Granian
from granian.constants import Interfaces

from phares.site import logs


def serve(*, host: str, port: int, workers: int, json: bool) -> None:
    """Serve until told to stop. Four threads a process: one that waits for SQLite or a mail holds nobody up."""
    Granian(
        "phares.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        respawn_failed_workers=True,
        log_dictconfig=logs.configuration(json=json),
        log_enabled=json,
    ).serve()


def main() -> None:
    """Read the address and serve."""
    parser = argparse.ArgumentParser(prog="python -m phares.site.server")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    serve(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
