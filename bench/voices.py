"""Ten thousand voices in an hour: what it costs members who read their pages, and how many doubles a moderator sees.

Nine thousand voices are said through the act, many in nearly the same words, then a thousand are sent over HTTP as
residents send them, at the pace asked: 2.8 a second is ten thousand an hour. Before all, while they come in and after,
a member's pages are asked one after the other. Reported: the ratio of their median times to those before, the time
of one act when few and when all are there, and of all that was said how many things wait on the moderator's list. The
last line is one JSON object. Usage: python bench/voices.py [said before] [sent] [a second]
"""

from __future__ import annotations

import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from needs import ENTERED, environment

PORT, ROUNDS = 18_330, 30
PAGES = ("/p0/paroles/", "/p0/besoins/", "/p0/problemes/", "/p0/structures/")
THINGS = (
    """banc arrêt|crèche matin|arbre école|bus soir|médecin quartier|fontaine place|composteur tour|vélo cave
marché légumes|atelier couture|piscine été|guichet papiers|lumière passage|poubelle quai|wifi salle|aire jeux
cinéma plein|ascenseur panne|cuisine commune|jardin toit|toilettes parc|bancs marché|trottoir poussettes|bruit nuit
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
FILL = (
    ENTERED
    + """
import django
django.setup()
from django.utils import timezone
from phares.rooms.directory import actions
from phares.rooms.directory.actors import job
at, by = timezone.now(), job("bench")
pole = actions.found_pole(slug="p0", name="Pôle", commune="Ici", by=by, at=at)
person = actions.register_person(pole=pole, given_name="Léna", email="lena@bench.example", by=by, at=at)
actions.give_mandate(person=person, pole=pole, role="coordinator", from_on=at.date(), by=by, at=at)
print(entered(person))
"""
)
SAY = """
import json, random, statistics, sys, time
import django
django.setup()
sys.path.insert(0, sys.argv[2])
from voices import words
from django.utils import timezone
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Pole
from phares.rooms.territory import actions
pole, times = Pole.objects.get(), []
for number in range(int(sys.argv[1])):
    start = time.perf_counter()
    said = {"text": words(number), "mark": f"act-{number}", "shown": "public"}
    actions.say_voice(pole=pole, by=VISITOR, at=timezone.now(), **said)
    times.append((time.perf_counter() - start) * 1000)
tenth = max(1, len(times) // 10)
print(json.dumps([round(statistics.median(some), 1) for some in (times[:tenth], times[-tenth:])]))
"""
COUNT = """
import django
django.setup()
from phares.rooms.directory.models import Pole
from phares.rooms.territory.models import Voice
from phares.rooms.territory.queries.voices import count_to_read
pole = Pole.objects.get()
print(Voice.objects.count(), count_to_read(pole), Voice.objects.exclude(double_of=None).count())
"""


class Site:
    """The instance served, asked as its coordinator, whom no limit of visitors stops."""

    def __init__(self, session: str) -> None:
        self.session, self.address, self.token, self.began = session, f"http://127.0.0.1:{PORT}", "", ""

    def ask(self, path: str, said: dict[str, str] | None = None) -> tuple[float, str]:
        """Return how long one page takes, in milliseconds, and the page."""
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={self.token}", "Referer": self.address}
        body = urllib.parse.urlencode({**said, "csrfmiddlewaretoken": self.token}).encode() if said else None
        request = urllib.request.Request(self.address + path, body, headers)  # noqa: S310 (loopback)
        start = time.perf_counter()
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 (loopback, our own server)
            page = answer.read().decode()
        assert answer.status == 200, path
        return (time.perf_counter() - start) * 1000, page

    def open_form(self) -> None:
        """Read the form once, for its token and for the moment at which a hand began."""
        request = urllib.request.Request(  # noqa: S310 (loopback)
            f"{self.address}/p0/paroles/dire/", headers={"Cookie": f"sessionid={self.session}"}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 (loopback, our own server)
            page = answer.read().decode()
            cookies = "; ".join(answer.headers.get_all("Set-Cookie") or [])
        self.token = (re.search(r"csrftoken=([^;]+)", cookies) or [""])[1] if cookies else ""
        self.began = (re.search(r'name="began" value="([^"]+)"', page) or ["", ""])[1]
        time.sleep(2.1)


def words(number: int) -> str:
    """Return what one resident says: one of two dozen things, in nearly the same words as others, or something else."""
    chance = random.Random(number)  # noqa: S311 (a bench)
    if chance.random() < 0.3:
        return " ".join(chance.choice(THINGS).split()[0] + chance.choice("abcdefghij") * 3 for _word in range(9))
    thing, place = chance.choice(THINGS).split()
    return (
        f"Il manque vraiment un {thing} près de {place}, ce serait bien pour tout le monde{'!' * chance.randrange(9)}"
    )


def send(site: Site, count: int, pace: float, times: list[float]) -> None:
    """Send voices at a pace, each once; what they say follows what was said before."""
    start = time.perf_counter()
    for number in range(count):
        said = {"text": words(1_000_000 + number), "sense": "missing", "is_public": "on", "months": "12",
                "mark": f"bench-{number}", "site": "", "began": site.began}  # fmt: skip
        times.append(site.ask("/p0/paroles/dire/", said)[0])
        time.sleep(max(0.0, start + (number + 1) / pace - time.perf_counter()))


def median_of(site: Site, rounds: int = ROUNDS) -> dict[str, float]:
    """Return the median time of each page of a member."""
    return {path: statistics.median(site.ask(path)[0] for _round in range(rounds)) for path in PAGES}


def told(settings: dict[str, str], code: str, *args: str) -> str:
    """Run a few lines inside the instance, and return what they print."""
    ran = subprocess.run([sys.executable, "-c", code, *args], env=settings, check=True, capture_output=True, text=True)  # noqa: S603
    return ran.stdout.strip()


def main() -> None:
    """Serve, ask, say, send, ask again, print."""
    given = [float(word) for word in sys.argv[1:]]
    said, sent, pace = (int(given[0]), int(given[1]), given[2]) if len(given) == 3 else (9_000, 1_000, 2.8)
    with tempfile.TemporaryDirectory(prefix="phares-bench-") as folder:
        settings = {**environment(f"{folder}/voices"), "PHARES_POSTS_PER_MINUTE": "1000000"}
        Path(f"{folder}/voices").mkdir()
        subprocess.run([sys.executable, "-m", "django", "prepare", "--verbosity", "0"], env=settings, check=True)
        session = told(settings, FILL)
        server = subprocess.Popen([sys.executable, "-m", "phares.site.server", "--port", str(PORT)], env=settings)  # noqa: S603
        try:
            site = Site(session)
            wait(site)
            before = median_of(site)
            acts = json.loads(told(settings, SAY, str(said), str(Path(__file__).resolve().parent)))
            result = measured(site, before, sent, pace)
        finally:
            server.terminate()
            server.wait()
        voices, shown, doubles = map(int, told(settings, COUNT).split())
    counts = {"voices": voices, "on_the_moderator_s_list": shown, "behind_another": doubles}
    print(json.dumps({**result, "one_act_ms": acts, **counts}))


def wait(site: Site) -> None:
    """Wait until the server answers."""
    for _try in range(300):
        try:
            site.ask("/p0/paroles/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server does not answer")


def measured(site: Site, before: dict[str, float], count: int, pace: float) -> dict[str, object]:
    """Ask a member's pages while voices are sent, and after."""
    site.open_form()
    times: list[float] = []
    sending = threading.Thread(target=send, args=(site, count, pace, times))
    start = time.perf_counter()
    sending.start()
    during: dict[str, list[float]] = {path: [] for path in PAGES}
    while sending.is_alive():
        for path in PAGES:
            during[path].append(site.ask(path)[0])
            time.sleep(0.2)
    lasted = time.perf_counter() - start
    after = median_of(site)
    return {
        "a_second": round(count / lasted, 1),
        "before_ms": {path: round(one, 1) for path, one in before.items()},
        "during": {path: round(statistics.median(during[path]) / before[path], 2) for path in PAGES},
        "after": {path: round(after[path] / before[path], 2) for path in PAGES},
        "one_sending_ms": round(statistics.median(times), 1),
    }


if __name__ == "__main__":
    main()
