"""Acts on what identifies a structure: its numbers, and whether it is of the social and solidarity economy."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, identifiers, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.findable import make_findable
from phares.rooms.directory.models import Structure


class NumberNotValid(Refusal):
    """The text is not a number of its sort."""

    status = 422


class NumbersDisagree(Refusal):
    """Two numbers of one structure are of two enterprises."""

    sentence = _("Ce numéro n’est pas celui de la même entreprise que le SIREN.")
    status = 422


@transaction.atomic
def identify_structure(
    *,
    structure: Structure,
    is_sse: bool | None = None,
    siren: str = "",
    siret: str = "",
    vat_number: str = "",
    rna: str = "",
    by: Actor,
    at: datetime,
) -> Structure:
    """Write down the numbers by which a structure is known, each checked; the SIREN is read from the SIRET when absent.

    A SIRET is the SIREN and five digits of the establishment; a French VAT number ends with the SIREN.
    """
    require(permissions.can_describe_structure(by, structure))
    numbers = {"siren": siren, "siret": siret, "vat_number": vat_number, "rna": rna}
    for name, written in numbers.items():
        try:
            numbers[name] = identifiers.read(name, written)
        except identifiers.NotThisNumber as error:
            raise NumberNotValid(str(error), field=name) from error
    numbers["siren"] = numbers["siren"] or numbers["siret"][:9] or numbers["vat_number"][4:]
    for name, part in (("siret", numbers["siret"][:9]), ("vat_number", numbers["vat_number"][4:])):
        if part and part != numbers["siren"]:
            raise NumbersDisagree(field=name)
    structure.is_sse = is_sse
    for name, number in numbers.items():
        setattr(structure, name, number)
    structure.save()
    make_findable(structure)
    publish(events.StructureIdentified(structure.pole_id, structure.pk), by=by, at=at)
    return structure
