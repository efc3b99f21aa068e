"""Measures the pages of one need over HTTP, on a stored instance and on one ten times larger, in one run.

Small: 200 open items in the pole asked, 6,000 on the instance. Large: 2,000 and 60,000. Both are served at once by the
site's own server, and asked turn by turn, so that what else the machine does weighs on both alike. What is
reported is the ratio of the median times, and of the quickest ones, which a busy machine disturbs least; the goal is at
most 1.2. The last line is one JSON object.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZES = {"small": (200, 6_000), "large": (2_000, 60_000)}
ROUNDS = 40
PAGES = {"helpers": "/p0/besoins/{}/qui-peut-aider/", "item": "/p0/besoins/{}/"}

WORDS = """
accueil affiche aide alternance anglais animation arbre armoire arrosage aspirateur assemblée assurance atelier
avocat bail ballon banc barnum batterie berge bibliothèque biodiversité biodéchet bocal bois brochure broyat budget
buffet bureau bénévole cadre calcul camion canal cargo carrelage carton casier cave chaise chaudière chauffage
chaussure chorale cimaise clé coaching collecte compost comptabilité concert congélateur conseil conserve contrat
convention costume couche cour courrier cours couture covoiturage crèche cuisine cuve câble danse diable dossier
douche débroussailleuse décor démarche déménagement dépannage dépistage eau emploi enceinte encre enduit enfant
estrade exposition facture famille farine forge formation four fourgon fournil fraiseuse français frigo fruit fête
garage garde gouttière graine granulé grenier groupe guitare gymnase hangar hygiène imprimante infirmière insertion
interprète isolation jardin jeu jeune jouet juriste kiné laine lecture lessive leçon livraison livre local logiciel
logo ludothèque légume machine mairie maquillage marché marmite massicot mentorat meuble micro minibus montage
musique médiation nappe nettoyage oiseau ordinateur ourlet page paie paille pain palette panier panneau papier
parking peinture perceuse pharmacie photo piano piscine placard plant plateau plomberie plotter plâtre pompe
ponceuse portable poste potager presse projecteur préfecture quartier rallonge rayonnage recrutement recyclage
remorque remplacement repas ressourcerie rivière réemploi réparation répétition réseau réserve salle santé
sauvegarde savon scie scène semis senior sentier serre serrure site soleil sono sophrologie soudure sport stage
statuts subvention sérigraphie table tableau tablette tapis tente terrasse terreau théâtre tissu toiture tondeuse
tour tract traduction traiteur trajet transpalette tri triporteur tronçonneuse tréteau tuyau téléphone vaccin
vaisselle verger vidéo visseuse vitre vitrine voisin vélo vêtement yoga échafaudage échelle éclairage écoute écran
écriture électricité électrogène électroménager énergie épicerie établi étagère étau
"""

ENTERED = """
def entered(person):
    from django.contrib.sessions.backends.db import SessionStore
    session = SessionStore()
    session["_auth_user_id"] = str(person.pk)
    session["_auth_user_backend"] = "allauth.account.auth_backends.AuthenticationBackend"
    session["_auth_user_hash"] = person.get_session_auth_hash()
    session.save()
    return session.session_key
"""
FILL = (
    ENTERED
    + """
import random, sys
from datetime import timedelta
import django
django.setup()
from django.utils import timezone
from phares.rooms.cooperation.models import Item
from phares.rooms.directory.actors import job
from phares.rooms.directory import actions
here, everywhere = map(int, sys.argv[1:3])
chance, at, by = random.Random(4), timezone.now(), job("bench")
terms = sys.argv[3].split()
def said(words): return " ".join(chance.sample(terms, words)).capitalize()
def filled(number, count):
    pole = actions.found_pole(slug=f"p{number}", name=f"Pôle {number}", commune="Ici", by=by, at=at)
    structures = [actions.add_structure(pole=pole, name=f"Structure {n}", by=by, at=at) for n in range(15)]
    Item.objects.bulk_create([
        Item(pole=pole, structure=structures[n % 15], side="need" if n % 2 else "offer",
             kind=chance.choice(["space", "equipment", "skill", "hours", "purchase", "transport"]),
             title=said(4), text=said(9), said_on=at.date(), said_at=at - timedelta(minutes=n),
             expires_on=at.date() + timedelta(days=100))
        for n in range(count)
    ], batch_size=500)
    return pole, structures
pole, structures = filled(0, here)
others = (everywhere - here) // 29
for number in range(1, 30):
    filled(number, others)
person = actions.register_person(pole=pole, given_name="Awa", email="awa@bench.example", by=by, at=at)
actions.give_mandate(person=person, pole=pole, role="representative", structure=structures[1],
                     from_on=at.date(), by=by, at=at)
needs = Item.objects.filter(pole=pole, side="need", structure=structures[1]).values_list("pk", flat=True)[:6]
print(entered(person), *needs)
"""
)


@dataclass
class Served:
    """One instance: where it answers, who asks, which needs."""

    address: str
    session: str
    needs: list[int]

    def ask(self, path: str) -> float:
        """Return how long one page takes, in milliseconds."""
        headers = {"Cookie": f"sessionid={self.session}"}
        request = urllib.request.Request(self.address + path, headers=headers)  # noqa: S310 (loopback)
        start = time.perf_counter()
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 (loopback, our own server)
            body = answer.read()
        assert answer.status == 200, path
        assert len(body) > 1000, path
        return (time.perf_counter() - start) * 1000


def environment(folder: str) -> dict[str, str]:
    """Return the settings of an instance that lives in a folder of its own."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "phares.site.settings",
        "PHARES_VAR": folder,
        "PHARES_SECRET_KEY": "bench" * 12,
        "PHARES_HOSTS": "localhost,127.0.0.1",
    }


def made(folder: str, port: int, sizes: tuple[int, int]) -> tuple[Served, subprocess.Popen[bytes]]:
    """Make an instance of these sizes and serve it."""
    settings = environment(folder)
    Path(folder).mkdir()
    run = [sys.executable, "-m", "django"]
    subprocess.run([*run, "prepare", "--verbosity", "0"], env=settings, check=True)  # noqa: S603
    filled = subprocess.run(  # noqa: S603
        [sys.executable, "-c", FILL, *map(str, sizes), WORDS], env=settings, check=True, capture_output=True, text=True
    )
    session, *needs = filled.stdout.split()
    server = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "phares.site.server", "--port", str(port)], env=settings
    )
    served = Served(f"http://127.0.0.1:{port}", session, [int(need) for need in needs])
    _wait(served)
    return served, server


def _wait(served: Served) -> None:
    """Wait until the server answers, then let it read what it keeps: the first page after a start is told apart."""
    for _try in range(200):
        try:
            served.ask("/p0/besoins/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server does not answer")


def measured(instances: dict[str, Served], page: str) -> dict[str, list[float]]:
    """Ask one page of both, turn by turn."""
    times: dict[str, list[float]] = {name: [] for name in instances}
    for turn in range(ROUNDS):
        order = list(instances) if turn % 2 else list(reversed(instances))
        for name in order:
            one = instances[name]
            times[name].append(one.ask(page.format(one.needs[turn % len(one.needs)])))
    return times


def main() -> None:
    """Make both, ask, print."""
    instances: dict[str, Served] = {}
    servers: list[subprocess.Popen[bytes]] = []
    result: dict[str, object] = {"rounds": ROUNDS}
    with tempfile.TemporaryDirectory(prefix="phares-bench-") as folder:
        try:
            for number, (name, sizes) in enumerate(SIZES.items()):
                instances[name], server = made(f"{folder}/{name}", 18_310 + number, sizes)
                servers.append(server)
            for page, path in PAGES.items():
                result[page] = _compared(instances, page, path)
        finally:
            for server in servers:
                server.terminate()
                server.wait()
    print(json.dumps(result))


def _compared(instances: dict[str, Served], page: str, path: str) -> dict[str, float]:
    """Return, for one page, its first time on each, the medians and their ratio."""
    first = {name: round(one.ask(path.format(one.needs[0])), 1) for name, one in instances.items()}
    times = measured(instances, path)
    median = {name: round(statistics.median(times[name]), 1) for name in instances}
    ratio = round(median["large"] / median["small"], 3)
    quickest = round(min(times["large"]) / min(times["small"]), 3)
    print(
        f"{page}: small {median['small']} ms, large {median['large']} ms, ratio {ratio}, of the quickest {quickest}; "
        f"first {first}"
    )
    return {"small_ms": median["small"], "large_ms": median["large"], "ratio": ratio, "ratio_of_quickest": quickest}


if __name__ == "__main__":
    main()
