"""Files of calls: a table (CSV, XLSX, ODS), or what the API of Aides-territoires answers (JSON), read line by line.

The API's `/api/aids/` and `/api/aids/all/` answer `{"count", "previous", "next", "results": [aid..]}`,
`/api/aids/<slug>/` one aid. Of an aid are read `id`, `url` (a path of the site), `name`, `financers` and `instructors`
(lists of names), `is_call_for_project`, `start_date`, `submission_deadline` (days as 2026-03-01), `perimeter` (a name),
`description` and `eligibility` (HTML), `subvention_rate_lower_bound` and `_upper_bound` (percent), `origin_url`,
`application_url`, and three lists: `targeted_audiences`, `aid_types`, `categories` (a theme, « / » or « | », a
category): as its source code has it (MTES-MCT/aides-territoires-symfony, `Controller/Api/Aid/AidController`).
What is not understood is said beside its line, and nothing is filled in by guess.
"""

import json
import re
from datetime import date
from decimal import Decimal, InvalidOperation
from html import unescape
from typing import Any

from django.utils.translation import gettext as _

from phares.rooms.commons.day_field import EARLIEST, LATEST
from phares.rooms.commons.refusals import Refusal
from phares.rooms.commons.search import search_text
from phares.rooms.commons.tables.reading import read_table

LARGEST = 10_000_000
MOST_CALLS = 1_000
COLUMNS = (
    "title", "issuer", "kind", "opens_on", "closes_on", "budget_cents", "rate", "territory", "summary", "source_url",
    "outside_id", "source",
)  # fmt: skip
_CALLED = {
    "title": ("titre", "nom", "intitule", "appel", "objet"),
    "issuer": ("qui", "porteur", "financeur", "emetteur", "organisme", "acheteur"),
    "kind": ("sorte", "type", "nature"),
    "opens_on": ("ouverture", "debut", "ouvre"),
    "closes_on": ("cloture", "limite", "echeance", "fin", "fermeture"),
    "budget_cents": ("budget", "montant", "enveloppe"),
    "rate": ("taux",),
    "territory": ("territoire", "perimetre", "zone"),
    "summary": ("resume", "description", "detail"),
    "source_url": ("adresse", "lien", "url"),
    "outside_id": ("identifiant", "id", "reference", "numero"),
}
_TITLES = {search_text(word): name for name, called in _CALLED.items() for word in called}
_LIMIT = {"title": 160, "issuer": 160, "territory": 120, "summary": 4000, "source_url": 400, "outside_id": 80}
_TENDER = re.compile(r"offre|marche|consultation")
_INTEREST = re.compile(r"\bami\b|manifestation")
SITE = "https://aides-territoires.beta.gouv.fr"


class FileNotUnderstood(Refusal):
    """The file holds no calls that could be read."""

    status = 422

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, field="file")


def read_calls(content: bytes) -> list[dict[str, Any]]:
    """Return the calls of a file, each with what is wrong in it (`errors`); refuse a file that holds none."""
    if len(content) > LARGEST:
        raise FileNotUnderstood(_("Ce fichier dépasse 10 Mo : faites-en plusieurs."))
    rows = _from_api(content) if content.lstrip()[:1] in {b"{", b"["} else _from_table(content)
    if not rows:
        raise FileNotUnderstood(_("Aucun appel n’a été trouvé dans ce fichier."))
    if len(rows) > MOST_CALLS:
        raise FileNotUnderstood(_("Mille appels au plus à la fois : faites plusieurs fichiers."))
    return [_checked(row) for row in rows]


def _from_api(content: bytes) -> list[dict[str, Any]]:
    """Return the aids of an answer of the API, under our names."""
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError) as wrong:
        raise FileNotUnderstood(_("Ce fichier JSON est coupé ou abîmé : enregistrez-le à nouveau.")) from wrong
    found = answer.get("results", [answer] if "name" in answer else None) if isinstance(answer, dict) else answer
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise FileNotUnderstood(_("Ce fichier JSON n’est pas une réponse de l’API d’Aides-territoires."))
    return [_from_aid(one) for one in found]


def _from_aid(one: dict[str, Any]) -> dict[str, Any]:
    """Return an aid under our names; one that is asked for all year round says so first."""
    parts = [
        _("Une aide à demander, pas un appel à projets.") if one.get("is_call_for_project") is False else "",
        _without_markup(one.get("description")),
        _without_markup(one.get("eligibility")),
        _rates(one.get("subvention_rate_lower_bound"), one.get("subvention_rate_upper_bound")),
        _told(_("Pour"), one.get("targeted_audiences")),
        _told(_("Sorte d’aide"), one.get("aid_types")),
        _told(_("Thèmes"), one.get("categories")),
    ]
    return {
        "title": one.get("name"),
        "issuer": _named(one.get("financers")) or _named(one.get("instructors")),
        "kind": one.get("name") if _INTEREST.search(search_text(str(one.get("name") or ""))) else "",
        "opens_on": one.get("start_date"),
        "closes_on": one.get("submission_deadline"),
        "rate": one.get("subvention_rate_upper_bound"),
        "territory": _named(one.get("perimeter")),
        "summary": "\n\n".join(filter(None, parts)),
        "source_url": _address(one.get("origin_url") or one.get("application_url") or one.get("url")),
        "outside_id": f"aides-territoires-{one['id']}" if one.get("id") else "",
        "source": "Aides-territoires",
    }


def _rates(lower: Any, upper: Any) -> str:
    """Return the two ends of a rate in words, where they differ."""
    if lower in (None, "") or upper in (None, "") or lower == upper:
        return ""
    return _("Part prise en charge : de %(lower)s à %(upper)s %%.") % {"lower": lower, "upper": upper}


def _told(label: str, value: Any) -> str:
    """Return a list of words after what it tells; a theme and its category are parted by a bar or a slash."""
    words = _named(value).replace("|", " / ")
    return _("%(label)s : %(words)s.") % {"label": label, "words": words} if words else ""


def _named(value: Any) -> str:
    """Return the names that the API gives as a text, a list of texts, or things that have a name."""
    several = value if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in several]
    return ", ".join(str(name) for name in names if isinstance(name, str | int) and name)


def _without_markup(value: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", str(value or ""))).split())


def _address(value: Any) -> str:
    written = str(value or "")
    return f"{SITE}{written}" if written.startswith("/") else written


def _from_table(content: bytes) -> list[dict[str, Any]]:
    """Return the lines of the first sheet, its columns known by their titles."""
    written = enumerate(read_table(content).sheets[0].rows, start=1)
    rows = [(line, row) for line, row in written if any(cell not in (None, "") for cell in row)]
    for place, (_line, row) in enumerate(rows[:10]):
        columns = _columns(row)
        if "title" in columns and len(columns) > 1:
            return [
                {name: cells[at] for name, at in columns.items() if at < len(cells)} | {"line": line}
                for line, cells in rows[place + 1 :]
            ]
    raise FileNotUnderstood(_("Aucune ligne de titres n’a été reconnue : il faut au moins « titre » et « qui donne »."))


def _columns(row: list[Any]) -> dict[str, int]:
    """Return which of our columns stands where, by the first word of each title that is one of ours."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        words = set(search_text(str(cell or "")).split())
        name = next((name for word, name in _TITLES.items() if word in words), None)
        if name is not None and name not in found:
            found[name] = at
    return found


def _checked(row: dict[str, Any]) -> dict[str, Any]:
    """Return a line as plain data with what is wrong in it."""
    entry: dict[str, Any] = {"errors": [], "line": row.get("line"), "source": str(row.get("source") or "")}
    for name, most in _LIMIT.items():
        entry[name] = _plain(row.get(name))[:most]
    entry["kind"] = _kind(str(row.get("kind") or ""))
    entry["opens_on"], entry["closes_on"] = (_day(row.get(name), entry["errors"]) for name in ("opens_on", "closes_on"))
    entry["budget_cents"] = _cents(row.get("budget_cents"), entry["errors"])
    entry["rate"] = _rate(row.get("rate"), entry["errors"])
    if not entry["title"]:
        entry["errors"].append(_("il manque le titre"))
    if not entry["issuer"]:
        entry["errors"].append(_("il manque qui donne"))
    if entry["source_url"] and not re.match(r"https?://[^\s]+$", entry["source_url"]):
        entry["errors"].append(_("l’adresse n’en est pas une"))
    if entry["opens_on"] and entry["closes_on"] and entry["closes_on"] < entry["opens_on"]:
        entry["errors"].append(_("l’appel se ferme avant de s’ouvrir"))
    return entry


def _plain(value: Any) -> str:
    """Return a text without what no database keeps: halves of characters, and control signs but line ends."""
    written = str(value or "").encode("utf-8", "ignore").decode()
    return "".join(sign for sign in written if sign == "\n" or sign.isprintable() or sign.isspace()).strip()


def _kind(words: str) -> str:
    plain = search_text(words)
    return "tender" if _TENDER.search(plain) else "interest" if _INTEREST.search(plain) else "projects"


def _day(value: Any, errors: list[str]) -> str | None:
    """Return a day as text, from a day, from 2026-03-01 (with or without an hour) or from 1/3/2026."""
    if value in (None, ""):
        return None
    if isinstance(value, date):
        return value.isoformat()
    written = str(value).strip()
    parts = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:T|$)", written) or re.fullmatch(
        r"(\d\d?)[/.](\d\d?)[/.](\d{4})", written
    )
    try:
        numbers = [int(one) for one in parts.groups()] if parts else []
        day = date(*(numbers if len(numbers) == 3 and numbers[0] > 31 else numbers[::-1]))
    except (TypeError, ValueError):
        errors.append(_("« %(words)s » n’est pas un jour") % {"words": written[:40]})
        return None
    if not EARLIEST <= day <= LATEST:
        errors.append(_("« %(words)s » n’est pas un jour") % {"words": written[:40]})
        return None
    return day.isoformat()


def _cents(value: Any, errors: list[str]) -> int | None:
    number = _number(value)
    if value in (None, ""):
        return None
    if number is None or not 0 < number <= 10_000_000_000:
        errors.append(_("« %(words)s » n’est pas un montant") % {"words": _plain(value)[:40]})
        return None
    return int(number * 100)


def _rate(value: Any, errors: list[str]) -> str | None:
    number = _number(value)
    if value in (None, ""):
        return None
    if number is None or not 0 <= number <= 100:
        errors.append(_("« %(words)s » n’est pas un taux") % {"words": _plain(value)[:40]})
        return None
    return str(number.quantize(Decimal("0.01")))


def _number(value: Any) -> Decimal | None:
    written = re.sub(r"[\s\u00a0\u202f€%]", "", str(value)).replace(",", ".")
    try:
        number = Decimal(written)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
