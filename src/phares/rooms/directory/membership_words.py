"""How many took part in which way, as one says it in a sentence: « quatorze structures hébergées et cinq soutiens »."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from phares.rooms.commons.numbers import capitalised, number_words
from phares.rooms.directory.models.membership import MembershipKind
from phares.rooms.directory.queries.changes import CAME_BACK, CHANGED, ENTERED, LEFT, Change

_HEADINGS = {
    MembershipKind.HOSTED: lambda count: ngettext("Hébergée", "Hébergées", count),
    MembershipKind.ASSOCIATE: lambda count: ngettext("Associée", "Associées", count),
    MembershipKind.PARTNER: lambda count: ngettext("Partenaire", "Partenaires", count),
    MembershipKind.SUPPORT: lambda count: ngettext("Soutien", "Soutiens", count),
}
_COUNTED = {
    MembershipKind.HOSTED: lambda count: ngettext(
        "%(count)s structure hébergée", "%(count)s structures hébergées", count
    ),
    MembershipKind.ASSOCIATE: lambda count: ngettext(
        "%(count)s structure associée", "%(count)s structures associées", count
    ),
    MembershipKind.PARTNER: lambda count: ngettext("%(count)s partenaire", "%(count)s partenaires", count),
    MembershipKind.SUPPORT: lambda count: ngettext("%(count)s soutien", "%(count)s soutiens", count),
}
_FEMININE = {MembershipKind.HOSTED, MembershipKind.ASSOCIATE}


def heading(kind: str, count: int) -> str:
    """Return the title of those who took part in one way: « Hébergées »."""
    return _HEADINGS[MembershipKind(kind)](count)


def counted(kind: str, count: int) -> str:
    """Return how many took part in one way: « cinq soutiens »."""
    way = MembershipKind(kind)
    return _COUNTED[way](count) % {"count": number_words(count, feminine=way in _FEMININE)}


def counts_sentence(counts: Mapping[str, int]) -> str:
    """Return who was there in one sentence; nothing is said of a way that nobody took."""
    pieces = [counted(kind, counts[kind]) for kind in MembershipKind.values if counts.get(kind)]
    if not pieces:
        return _("Personne n’est inscrit ce jour-là.")
    *others, last = pieces
    listed = _("%(others)s et %(last)s") % {"others": ", ".join(others), "last": last} if others else last
    return f"{capitalised(listed)}."


_CHANGES = {
    ENTERED: gettext_lazy("est arrivée : %(kind)s"),
    CAME_BACK: gettext_lazy("est revenue : %(kind)s"),
    CHANGED: gettext_lazy("participe autrement : %(before)s jusque-là, %(kind)s ensuite"),
    LEFT: gettext_lazy("est partie : %(kind)s jusqu’à ce jour"),
}


def change_words(change: Change) -> str:
    """Return what happened to a structure, as one says it after its name."""
    before = change.before.get_kind_display() if change.before else ""
    return str(_CHANGES[change.what]) % {"kind": change.membership.get_kind_display(), "before": before}
