"""Who may see and do what in the directory: the only place that decides."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import (
    Charter,
    FieldVisibility,
    JoinRequest,
    Mandate,
    Person,
    Pole,
    Structure,
)
from phares.rooms.directory.models.field_visibility import FieldLevel
from phares.rooms.directory.models.structure import Visibility


def can_found_pole(actor: Actor) -> bool:
    """A pole is founded at the machine's console only."""
    return bool(actor.job)


def can_see_pole(actor: Actor, pole: Pole) -> bool:
    """Those who hold a mandate that opens the pole see what structures show to the pole."""
    return actor.may("see_pole", pole)


def can_see_week(actor: Actor, pole: Pole) -> bool:
    """The week is for those who run the pole."""
    return actor.may("see_week", pole)


def can_keep_directory(actor: Actor, pole: Pole) -> bool:
    """Structures, memberships, persons and mandates are kept by those who run the pole, or at the console."""
    return bool(actor.job) or actor.may("keep_directory", pole)


def can_describe_structure(actor: Actor, structure: Structure) -> bool:
    """A structure is described by its own representative, or by those who keep the directory."""
    own = actor.may("describe_structure", structure.pole_id) and actor.structure_id == structure.pk
    return own or bool(actor.job) or actor.may("keep_directory", structure.pole_id)


def can_sign_charter(actor: Actor, charter: Charter, structure: Structure) -> bool:
    """A structure's representative signs for it; a signature on paper is noted by those who keep the directory."""
    if structure.pole_id != charter.pole_id:
        return False
    own = actor.may("sign", charter.pole_id) and actor.structure_id == structure.pk
    return own or can_keep_directory(actor, charter.pole)


def visible_join_requests(actor: Actor, pole: Pole) -> QuerySet[JoinRequest]:
    """Requests to join are read by those who keep the directory; who asked reads the answer by its receipt."""
    requests = JoinRequest.objects.filter(pole=pole)
    return requests if can_keep_directory(actor, pole) else requests.none()


def can_follow_arrival(actor: Actor, structure: Structure) -> bool:
    """The path of an arrival is seen by the structure itself and by those who keep the directory, by nobody else."""
    own = actor.may("see_pole", structure.pole_id) and actor.structure_id == structure.pk
    return own or can_keep_directory(actor, structure.pole)


def can_take_structure_away(actor: Actor, structure: Structure) -> bool:
    """Only who represents a structure leaves with its data; the coordination does not."""
    return actor.may("take_away", structure.pole_id) and actor.structure_id == structure.pk


def can_form_residents_group(actor: Actor, pole: Pole) -> bool:
    """A residents' group is written down by a mediator or by those who keep the directory."""
    return can_keep_directory(actor, pole) or actor.may("note_for_others", pole)


def can_register_resident(actor: Actor, pole: Pole) -> bool:
    """A resident without account is written down by a mediator or by those who keep the directory."""
    return can_form_residents_group(actor, pole)


def visible_structures(actor: Actor, pole: Pole) -> QuerySet[Structure]:
    """A structure decides whether the public sees its card; the pole's people see every card."""
    return pole.structures.filter(structure_is_visible(actor, pole))  # each knows its pole without asking for it again


def structure_is_visible(actor: Actor, pole: Pole, through: str = "") -> Q:
    """Return the same rule as a condition on what hangs on a structure, `through` being the way to it ("structure__").

    A page then asks about the few structures that it names, and not for the list of all that may be seen.
    """
    in_pole = Q(**{f"{through}pole": pole})
    if can_see_pole(actor, pole) or actor.job:
        return in_pole
    return in_pole & structure_is_public(through)


def structure_is_public(through: str = "") -> Q:
    """Return the condition that everybody sees a structure's card, whatever its pole."""
    return Q(**{f"{through}visibility": Visibility.PUBLIC})


def levels_read(actor: Actor, pole: Pole | int) -> tuple[str, ...]:
    """Return the levels of fields that the actor reads on the pages of others."""
    if actor.job or actor.may("keep_directory", pole):
        return (FieldLevel.PUBLIC, FieldLevel.POLE, FieldLevel.COORDINATOR)
    return (FieldLevel.PUBLIC, FieldLevel.POLE) if actor.may("see_pole", pole) else (FieldLevel.PUBLIC,)


def fields_hidden(actor: Actor, structure: Structure) -> frozenset[str]:
    """Return the fields of a structure's page that this actor may not read; nobody hides anything from itself."""
    if actor.structure_id == structure.pk:
        return frozenset()
    levels = levels_read(actor, structure.pole_id)
    return frozenset(one.field for one in structure.field_visibilities.all() if one.level not in levels)


def structures_showing(found: QuerySet[Structure], field: str, actor: Actor, pole: Pole | int) -> QuerySet[Structure]:
    """Keep the structures that let this actor read one field of their page: what is counted and searched by it."""
    kept_back = FieldVisibility.objects.filter(structure=OuterRef("pk"), field=field)
    kept_back = kept_back.exclude(level__in=levels_read(actor, pole)).exclude(structure=actor.structure_id)
    return found.filter(~Exists(kept_back))


def can_see_people(actor: Actor, structure: Structure) -> bool:
    """Who acts for a structure is shown to the pole’s people; neither to the public nor to who reads by a link."""
    return actor.mandate is not None and actor.may("see_pole", structure.pole_id)


def can_plan_gathering(actor: Actor, pole: Pole) -> bool:
    """A gathering is planned by those who run the pole and by those who note for others."""
    return can_keep_directory(actor, pole) or actor.may("note_for_others", pole)


def is_known_elsewhere(person: Person, pole: Pole) -> bool:
    """Say whether another pole of this instance has given the person a mandate."""
    return Mandate.objects.filter(person=person).exclude(pole=pole).exists()


def can_keep_person(actor: Actor, person: Person, pole: Pole) -> bool:
    """Those who keep the directory keep a person whom their pole alone knows; elsewhere the person does it alone."""
    known = person.mandates.filter(pole=pole).exists()
    return known and can_keep_directory(actor, pole) and not is_known_elsewhere(person, pole)


def can_correct_person(actor: Actor, person: Person, pole: Pole | None) -> bool:
    """A person puts right what is known of them; so do those who keep them in the directory, and the machine."""
    if actor.job or actor.person == person:
        return True
    return pole is not None and can_keep_person(actor, person, pole)


def can_erase_person(actor: Actor, person: Person, pole: Pole | None) -> bool:
    """A person may be erased on their own demand, made here or noted by those who keep them in the directory."""
    return can_correct_person(actor, person, pole)


def can_note_consent(actor: Actor, person: Person, pole: Pole) -> bool:
    """A person agrees by themselves; of one on paper, those who note for others write it down."""
    known = person.mandates.filter(pole=pole).exists()
    return known and (actor.person == person or (person.is_on_paper and can_register_resident(actor, pole)))


def can_give_reading_links(actor: Actor, pole: Pole) -> bool:
    """Those who run the pole let a funder read, and stop it."""
    return actor.may("give_reading_links", pole)


def can_note_for_others(actor: Actor, pole: Pole) -> bool:
    """A mediator knows who has no mail, to note for them."""
    return actor.may("note_for_others", pole) or can_keep_directory(actor, pole)
