"""The words that people write for what we keep as choices: legal forms, ways to take part, roles, yes and no."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from phares.rooms.commons.search import search_words
from phares.rooms.commons.tables.values import CellRefused

ENOUGH = 88
HELD = 95  # a name that is there whole, among other words; the same name alone is still nearer
TURNED_AROUND = frozenset("non pas plus ex ancien ancienne futur future sans hors".split())
_LEGAL_FORMS = {
    "association": "association loi 1901;asso;association 1901;loi 1901;association d’intérêt général;fédération",
    "company": "sas;sarl;sasu;eurl;sa;société;entreprise;société par actions simplifiée;esus",
    "cooperative": "scop;scic;coopérative;cae;scic sa;scic sarl;scop sarl",
    "entrepreneur": "auto-entrepreneur;micro-entreprise;entreprise individuelle;indépendant;autoentrepreneur;ei",
    "authority": "collectivité;mairie;commune;ville;département;région;état;epci;agglomération;service de l’état",
    "school": "lycée;école;université;centre de formation;cfa;laboratoire;établissement d’enseignement",
    "other": "autre;fondation;mutuelle;collectif;autre forme",
    "unknown": "inconnue;non établie;?",
}
_KINDS = {
    "hosted": "hébergée;hébergé;locataire;résident;sur place;occupant;hébergement",
    "associate": "associée;associé;sociétaire;membre;adhérent;adhérente",
    "partner": "partenaire;partenariat",
    "support": "soutien;financeur;mécène;soutient",
}
_ROLES = {
    "representative": "représentante;représentant;président;présidente;directeur;directrice;gérant;gérante;référent",
    "member": "membre de l’équipe;salarié;salariée;bénévole;membre;équipe;chargé de mission;animateur",
    "coordinator": "coordinateur;coordinatrice;coordination;coordinateur·rice",
    "comanager": "cogérant;cogérante;co-gérant",
    "treasurer": "trésorier;trésorière",
    "mediator": "médiateur;médiatrice",
    "resident": "habitant;habitante",
}
WORDS = {"legal_form": _LEGAL_FORMS, "kind": _KINDS, "role": _ROLES}
_YES, _NO = {"oui", "yes", "o", "x", "vrai", "true", "1", "ess"}, {"non", "no", "n", "faux", "false", "0", "hors ess"}


def _plain(text: str) -> str:
    return " ".join(search_words(text))


def choice_of(kind: str, written: str, labels: Iterable[tuple[str, Any]]) -> str:
    """Return the code of the choice that is written: by its own label, or by a word that people use for it."""
    said = _plain(written)
    if not said:
        return ""
    known = {code: [str(label), code, *WORDS[kind].get(code, "").split(";")] for code, label in labels}
    return _nearest(said, known, written)


def _nearest(said: str, known: Mapping[str, list[str]], written: str) -> str:
    """Return the code whose names are nearest to what was said; raise where none is near."""
    scored = [(max(_likeness(said, _plain(name)) for name in names if name), code) for code, names in known.items()]
    (score, _length), code = max(scored, default=((0.0, 0), ""))
    if score < ENOUGH:
        choices = ", ".join(names[0] for names in known.values())
        raise CellRefused(
            _("« %(text)s » n’est pas un choix connu : %(choices)s.") % {"text": written[:60], "choices": choices}
        )
    return code


def _likeness(said: str, name: str) -> tuple[float, int]:
    """Return how much two names are one, of 100; « asso loi 1901 » holds « loi 1901 », and the longest held wins."""
    whole = fuzz.token_sort_ratio(said, name)
    words = set(said.split())
    held = bool(name) and set(name.split()) <= words and not words & TURNED_AROUND
    return (max(whole, HELD) if held else whole), len(name) if held else 0


def codes_of(written: str, known: Mapping[str, list[str]]) -> list[str]:
    """Return the codes of several names apart by commas, semicolons, slashes or new lines."""
    pieces = [
        piece for piece in written.replace(";", ",").replace("/", ",").replace("|", ",").split(",") if piece.strip()
    ]
    return list(dict.fromkeys(_nearest(_plain(piece), known, piece.strip()) for piece in pieces))


def yes_or_no(written: str) -> bool | None:
    """Return what a yes or no says; nothing where nothing is written."""
    said = written.strip().lower().rstrip(".")
    if not said or said in {"?", "nsp"}:
        return None
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise CellRefused(_("« %(text)s » : écrivez oui ou non.") % {"text": written[:60]})
