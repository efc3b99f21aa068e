"""A whole demo for one run, in a folder that goes away: for the pictures, and for the journeys of the tests."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from phares.cli import loopback
from phares.cli.demo import WAIT, CannotStart, Folder, environment_for, prepare
from phares.cli.supervisor import Supervisor, site_programs
from phares.cli.words import say


@contextlib.contextmanager
def running(**settings: str) -> Iterator[str]:
    """Tell the demo, serve it, and yield its address; `settings` are further environment variables of the site."""
    with tempfile.TemporaryDirectory(prefix="phares-demo-") as path, contextlib.ExitStack() as stack:
        folder = Folder(Path(path))
        port = loopback.any_free()
        environment = {**environment_for(folder, port), **settings}
        prepare(folder, environment)
        supervisor = Supervisor(site_programs(host="127.0.0.1", port=port, workers=1, json=False), environment)
        stack.callback(supervisor.stop)
        supervisor.start()
        if not loopback.wait_until_it_answers(port, seconds=WAIT, given_up=lambda: False):
            raise CannotStart(say("le site ne répond pas", "the site does not answer"))
        yield f"http://localhost:{port}"
