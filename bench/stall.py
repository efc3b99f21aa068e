"""A thousand voices over HTTP: phones of a stall at the pace of a street, then all at once; residents without account.

An instance is served as `phares serve` serves it, on SQLite or, with PHARES_DATABASE_URL, on PostgreSQL (an empty
database). First, phones send what they hear one by one, as the stall's page does. Then phones that were without
network all send what they kept, ten at a time, and half of the sendings are sent twice at the same moment, as where
the answer was lost. Last, residents behind their own addresses fill in the public form, half of them pressing twice.
A visitor reads the problems meanwhile. Reported: how long each sending took, what was answered, how many voices are
kept of how many sent. Usage: python bench/stall.py [voices each part] [a second]
"""

from __future__ import annotations

import http.client
import json
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from needs import ENTERED, environment
from voices import words

PORT, PHONES, RESIDENTS, AT_ONCE = 18_340, 10, 50, 10
STALL, SEND, SAY = "/p0/paroles/stand/", "/p0/paroles/stand/envoyer/", "/p0/paroles/dire/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
FILL = (
    ENTERED
    + """
import django, json, sys
django.setup()
from django.utils import timezone
from phares.rooms.directory import actions
from phares.rooms.directory.actors import job
at, by, keys = timezone.now(), job("bench"), []
pole = actions.found_pole(slug="p0", name="Pôle", commune="Ici", by=by, at=at)
for number in range(int(sys.argv[1])):
    mail = f"m{number}@bench.example"
    person = actions.register_person(pole=pole, given_name=f"M{number}", email=mail, by=by, at=at)
    actions.give_mandate(person=person, pole=pole, role="mediator", from_on=at.date(), by=by, at=at)
    keys.append(entered(person))
print(json.dumps(keys))
"""
)
COUNT = """
import django, json
django.setup()
from phares.rooms.territory.models import Voice
marks = list(Voice.objects.values_list("mark", flat=True))
print(json.dumps([sum(one.startswith(part) for one in marks) for part in ("street", "burst", "form")]))
"""


@dataclass
class Told:
    """What was answered, and in how many milliseconds."""

    times: list[float] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    codes: dict[str, set[str]] = field(default_factory=dict)

    def summary(self) -> dict[str, object]:
        """Return medians, the slow ones, and what was answered."""
        ordered = sorted(self.times) or [0.0]
        return {
            "median_ms": round(statistics.median(ordered)),
            "p95_ms": round(ordered[int(len(ordered) * 0.95)]),
            "slowest_ms": round(ordered[-1]),
            "answers": dict(self.answers),
            "marks_with_two_codes": sum(len(codes) > 1 for codes in self.codes.values()),
        }


class Hand:
    """One phone or one resident: an address of its own on the loopback, its cookies, what it was told."""

    def __init__(self, number: int, told: Told, session: str = "") -> None:
        self.source, self.told = f"127.0.{1 + number // 200}.{1 + number % 200}", told
        self.cookies, self.kept_token = {"sessionid": session} if session else {}, ""

    def ask(self, path: str, body: bytes | None = None, kind: str = "", token: str = "") -> tuple[int, str, str]:
        """Ask once, and return the status, the page and where it leads; a dropped connection counts as an answer."""
        link = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120, source_address=(self.source, 0))
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": kind, "X-CSRFToken": token}
        try:
            link.request("POST" if body is not None else "GET", path, body, headers)
            answer = link.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, _equals, value = cookie.split(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, answer.read().decode(), answer.headers.get("Location") or ""
        except OSError as trouble:
            return 0, type(trouble).__name__, ""
        finally:
            link.close()

    def token(self, path: str) -> tuple[str, str]:
        """Read a page for its token."""
        status, page, _where = self.ask(path)
        if status != 200:
            self.told.answers[f"page {status}"] += 1
        return (TOKEN.search(page) or ["", ""])[1], page

    def send(self, entries: list[dict[str, str]]) -> bool:
        """Send what is kept, as the stall's page does; say whether the pole says that it has all of it."""
        start = time.perf_counter()
        self.kept_token = self.kept_token or self.token(STALL)[0]
        status, page, _where = self.ask(SEND, json.dumps(entries).encode(), "application/json", self.kept_token)
        self.told.times.append((time.perf_counter() - start) * 1000)
        self.told.answers[str(status)] += 1
        if status != 200:
            return False
        kept = json.loads(page)["kept"]
        for mark, code in kept.items():
            self.told.codes.setdefault(mark, set()).add(code)
        return len(kept) == len(entries)

    def say(self, entry: dict[str, str]) -> None:
        """Fill in the public form as a hand does, half of the time pressing twice."""
        token, page = self.token(SAY)
        began = (re.search(r'name="began" value="([^"]+)"', page) or ["", ""])[1]
        body = urllib.parse.urlencode({**entry, "began": began, "csrfmiddlewaretoken": token}).encode()
        time.sleep(2.1)
        together([lambda: self._press(body, entry["mark"])] * (1 + int(entry["mark"][-1]) % 2))

    def _press(self, body: bytes, mark: str) -> None:
        start = time.perf_counter()
        status, _page, where = self.ask(SAY, body, "application/x-www-form-urlencoded")
        self.told.times.append((time.perf_counter() - start) * 1000)
        self.told.answers[str(status)] += 1
        if where:
            self.told.codes.setdefault(mark, set()).add(where)


def heard(part: str, number: int) -> dict[str, str]:
    """Return one thing that was said."""
    return {"mark": f"{part}-{number}", "text": words(number), "sense": "missing", "months": "12", "site": ""}


def together(works: Iterable[Callable[[], None]]) -> None:
    """Do several things at the same moment, and wait for all."""
    threads = [threading.Thread(target=work) for work in works]
    for one in threads:
        one.start()
    for one in threads:
        one.join()


def street(phones: list[Hand], count: int, pace: float) -> None:
    """Send one voice after the other from each phone, all phones together at this pace."""
    start = time.perf_counter()

    def hear(phone: Hand, first: int) -> None:
        for number in range(first, count, len(phones)):
            time.sleep(max(0.0, start + number / pace - time.perf_counter()))
            phone.send([heard("street", number)])

    together([lambda phone=phone, first=first: hear(phone, first) for first, phone in enumerate(phones)])


def burst(phones: list[Hand], count: int) -> None:
    """Send all at once what phones kept without network, again until the pole says that it has it."""

    def empty(phone: Hand, mine: list[dict[str, str]]) -> None:
        for start in range(0, len(mine), AT_ONCE):
            some = mine[start : start + AT_ONCE]
            if start % (2 * AT_ONCE) == 0:
                together([lambda some=some: phone.send(some)] * 2)
            for _try in range(5):
                if phone.send(some):
                    break

    kept = [[heard("burst", number) for number in range(first, count, len(phones))] for first in range(len(phones))]
    together([lambda phone=phone, mine=mine: empty(phone, mine) for phone, mine in zip(phones, kept, strict=True)])


def read_meanwhile(reader: Hand, is_over: threading.Event) -> None:
    """Read a page again and again until it is over."""
    while not is_over.wait(0.2):
        start = time.perf_counter()
        reader.told.answers[str(reader.ask("/p0/problemes/")[0])] += 1
        reader.told.times.append((time.perf_counter() - start) * 1000)


def form(residents: list[Hand], count: int) -> None:
    """Let residents say it themselves, each a few times."""

    def fill(resident: Hand, first: int) -> None:
        for number in range(first, count, len(residents)):
            resident.say(heard("form", number))

    together([lambda one=one, first=first: fill(one, first) for first, one in enumerate(residents)])


def told_by(settings: dict[str, str], code: str, *args: str) -> list[object]:
    """Run a few lines inside the instance, and return the list that they print."""
    ran = subprocess.run([sys.executable, "-c", code, *args], env=settings, check=True, capture_output=True, text=True)  # noqa: S603
    said: list[object] = json.loads(ran.stdout)
    return said


def main() -> None:
    """Serve, send, count, print."""
    given = [float(word) for word in sys.argv[1:]]
    count, pace = (int(given[0]), given[1]) if len(given) == 2 else (1_000, 2.8)
    with tempfile.TemporaryDirectory(prefix="phares-bench-") as folder:
        settings = environment(f"{folder}/stall")
        Path(f"{folder}/stall").mkdir()
        subprocess.run([sys.executable, "-m", "django", "prepare", "--verbosity", "0"], env=settings, check=True)
        sessions = told_by(settings, FILL, str(PHONES))
        server = subprocess.Popen([sys.executable, "-m", "phares.site.server", "--port", str(PORT)], env=settings)  # noqa: S603
        try:
            while Hand(0, Told()).ask("/p0/paroles/")[0] != 200:
                time.sleep(0.1)
            result: dict[str, object] = {}
            for name, part in (("street", street), ("burst", burst), ("form", form)):
                told, start = Told(), time.perf_counter()
                reader, is_over = Hand(199, Told()), threading.Event()
                reading = threading.Thread(target=read_meanwhile, args=(reader, is_over))
                reading.start()
                if part is form:
                    form([Hand(100 + one, told) for one in range(RESIDENTS)], count)
                else:
                    phones = [Hand(one, told, str(key)) for one, key in enumerate(sessions)]
                    street(phones, count, pace) if part is street else burst(phones, count)
                is_over.set()
                reading.join()
                result[name] = {"seconds": round(time.perf_counter() - start), **told.summary()}
                result[name + "_reader"] = reader.told.summary()
                print(name, result[name], reader.told.summary(), file=sys.stderr, flush=True)
        finally:
            server.terminate()
            server.wait()
        kept = told_by(settings, COUNT)
    print(json.dumps({**result, "sent": count, "kept": kept}))


if __name__ == "__main__":
    main()
