"""Ports of this machine, and whether a site answers on one."""

import contextlib
import http.client
import socket
import time
from collections.abc import Callable

FIRST = 8000
TRIED = 200


def is_free(port: int) -> bool:
    """Tell whether nothing listens on the port, in IPv4 nor in IPv6: a browser may take `localhost` for either."""
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.settimeout(0.2)
            if probe.connect_ex((address, port)) == 0:
                return False
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def first_free() -> int | None:
    """Return the first free port from 8000 on."""
    return next((port for port in range(FIRST, FIRST + TRIED) if is_free(port)), None)


def any_free() -> int:
    """Return a free port that the system gives to nobody else for now: for a site of one run beside others."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Tell whether the site's health page answers on the port."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/sante/", headers={"Host": "localhost"})
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def wait_until_it_answers(port: int, *, seconds: float, given_up: Callable[[], bool]) -> bool:
    """Wait for the health page, as long as nobody gives up."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not given_up():
        if answers(port):
            return True
        time.sleep(0.05)
    return False
