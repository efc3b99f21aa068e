"""What a structure is, for the rules of calls: read from its legal form, and from what it says of itself.

Associations and cooperatives are of the social and solidarity economy by themselves (law 2014-856, article 1, II, 1°);
a company is when it says so. A sole trader is no legal person. What a form does not settle is not known, and stays so.
"""

from phares.rooms.directory.models import Structure
from phares.rooms.directory.models.structure import LegalForm
from phares.rooms.funding.models.call import Trait

_YES: dict[str, frozenset[str]] = {
    LegalForm.ASSOCIATION: frozenset({Trait.LEGAL_PERSON, Trait.PRIVATE, Trait.SSE}),
    LegalForm.COOPERATIVE: frozenset({Trait.LEGAL_PERSON, Trait.PRIVATE, Trait.SSE, Trait.COMPANY}),
    LegalForm.COMPANY: frozenset({Trait.LEGAL_PERSON, Trait.PRIVATE, Trait.COMPANY}),
    LegalForm.ENTREPRENEUR: frozenset({Trait.COMPANY}),
    LegalForm.AUTHORITY: frozenset({Trait.LEGAL_PERSON, Trait.AUTHORITY}),
    LegalForm.SCHOOL: frozenset({Trait.LEGAL_PERSON, Trait.TEACHING}),
}
_UNSETTLED: dict[str, frozenset[str]] = {
    LegalForm.COMPANY: frozenset({Trait.SSE}),
    LegalForm.ENTREPRENEUR: frozenset({Trait.SSE}),
    LegalForm.SCHOOL: frozenset({Trait.PRIVATE, Trait.SSE}),
}


def traits_of(structure: Structure) -> dict[str, bool]:
    """Return what a structure is and is not; what is not known is left out."""
    if structure.legal_form not in _YES:
        return {} if structure.is_sse is None else {Trait.SSE: structure.is_sse}
    yes = _YES[structure.legal_form]
    unsettled = _UNSETTLED.get(structure.legal_form, frozenset())
    known = {code: code in yes for code in Trait.values if code not in unsettled and code != Trait.PARTNER_2014}
    if structure.is_sse is not None:
        known[Trait.SSE] = structure.is_sse
    known[Trait.PARTNER_2014] = bool(yes & {Trait.COMPANY, Trait.AUTHORITY, Trait.TEACHING})
    return known
