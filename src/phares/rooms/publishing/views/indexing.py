"""What every index of sheets shares: what its address asks for, what was chosen, by what it can be narrowed."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from phares.rooms.publishing.queries.index import Facets
from phares.rooms.publishing.queries.sheets import Asked

A_PAGE = 20
KEYS = {
    "rubrique": "rubric",
    "mot": "keyword",
    "etiquette": "tag",
    "lieu": "commune",
    "annee": "year",
    "editeur": "publisher",
    "pole": "pole",
}
PARAMETER = {name: key for key, name in KEYS.items()}


def asked_of(request: Any, rubrics_under: Callable[[str], Sequence[int]]) -> Asked:
    """Return what the address asks for; what cannot be is left aside."""
    said = {name: _text(request, key) for key, name in KEYS.items()}
    year, rubric = said.pop("year"), said.pop("rubric")
    return Asked(
        words=_text(request, "q"),
        rubrics=tuple(rubrics_under(rubric)) if rubric else None,
        year=int(year) if year.isascii() and year.isdecimal() and 1000 <= int(year) <= 9999 else None,
        **said,
    )


def _text(request: Any, key: str) -> str:
    """Return what an address asks for; a sign that no database keeps is left out."""
    return str(request.GET.get(key, ""))[:80]


def chosen_in(request: Any, facets: Facets) -> list[tuple[str, str]]:
    """Return what was chosen, said as the facets say it, each with the address of the index without it."""
    rows = []
    for key, name in KEYS.items():
        if value := request.GET.get(key, "")[:80]:
            rest = request.GET.copy()
            rest.pop(key)
            rest.pop("page", None)
            said = {one: words for one, words, _number in facets.get(name, [])}
            rows.append((said.get(value, value), f"?{rest.urlencode()}"))
    return rows


def facets_shown(request: Any, facets: Facets) -> list[dict[str, Any]]:
    """Return each facet with its title and the addresses that choose a value."""
    titles = {
        "rubric": _("Rubriques"),
        "keyword": _("Mots-clés"),
        "tag": _("Étiquettes"),
        "commune": _("Lieux"),
        "year": _("Années"),
        "publisher": _("Qui publie"),
        "pole": _("Pôles"),
    }
    shown = []
    for name, title in titles.items():
        rows = []
        for value, words, count in facets.get(name, []):
            query = request.GET.copy()
            query[PARAMETER[name]] = value
            query.pop("page", None)
            current = request.GET.get(PARAMETER[name]) == value
            rows.append({"label": words, "count": count, "address": f"?{query.urlencode()}", "current": current})
        shown.append({"key": name, "title": title, "rows": rows})
    return shown
