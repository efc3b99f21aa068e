"""Who may see and do what with calls and money: the only place that decides."""

from django.db.models import Q, QuerySet

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.directory.models.structure import Visibility
from phares.rooms.funding.models import Application, Call, Grant, Member, Paper, Watch
from phares.rooms.funding.models.application import Stage


def can_keep_funding(actor: Actor, pole: Pole | int) -> bool:
    """Calls and grants are kept by those who run the pole and follow its money, or at the console."""
    return bool(actor.job) or actor.may("keep_funding", pole)


def can_see_grants(actor: Actor, pole: Pole | int) -> bool:
    """Whoever acts in the pole sees what it was granted and what it promised for that."""
    return bool(actor.job) or (actor.mandate is not None and actor.may("see_pole", pole))


def visible_grants(actor: Actor, pole: Pole) -> QuerySet[Grant]:
    """Return the grants that the actor may see."""
    grants = Grant.objects.filter(pole=pole).select_related("pole", "funder")
    return grants if can_see_grants(actor, pole) else grants.none()


def visible_calls(actor: Actor, pole: Pole) -> QuerySet[Call]:
    """A public call is read by everybody, the others by the pole's people."""
    calls = Call.objects.filter(pole=pole).select_related("pole")
    return calls if can_see_grants(actor, pole) else calls.filter(visibility=Visibility.PUBLIC)


def can_watch(actor: Actor, pole: Pole) -> bool:
    """Whoever acts in the pole may have calls told."""
    return actor.mandate is not None and actor.may("see_pole", pole)


def own_watches(actor: Actor, pole: Pole) -> QuerySet[Watch]:
    """A watch is its person's alone."""
    return Watch.objects.filter(pole=pole, person=actor.person_id or 0)


def can_begin_application(actor: Actor, call: Call) -> bool:
    """An answer is begun by those who keep calls, or by a structure that says what it wants."""
    return can_keep_funding(actor, call.pole_id) or (
        actor.structure_id is not None and actor.may("say", call.pole_id)
    )  # fmt: skip


def visible_applications(actor: Actor, pole: Pole) -> QuerySet[Application]:
    """An answer is seen by the structures that it invites, by whoever began it, and by those who keep calls."""
    found = Application.objects.filter(pole=pole).select_related("pole", "call__pole", "lead")
    if can_keep_funding(actor, pole):
        return found
    own = Member.objects.filter(structure=actor.structure_id or 0, application__pole=pole)
    own = own.filter(Q(invited_at__isnull=False) | Q(application__begun_by=actor.person_id or 0))
    return found.filter(pk__in=own.values("application")) if actor.may("say", pole) else found.none()


def can_compose(actor: Actor, application: Application) -> bool:
    """The team is composed by those who keep calls, and by whoever began it, until the file leaves."""
    if application.stage != Stage.COMPOSING:
        return False
    begun = application.begun_by_id is not None and application.begun_by_id == actor.person_id
    return can_keep_funding(actor, application.pole_id) or (begun and actor.may("say", application.pole_id))


def can_answer_invitation(actor: Actor, member: Member) -> bool:
    """Only who may sign for a structure accepts for it, or says go; nobody does it in its place."""
    return (
        member.invited_at is not None
        and member.application.stage == Stage.COMPOSING
        and actor.structure_id == member.structure_id
        and actor.may("sign", member.application.pole_id)
    )


def can_see_reasons(actor: Actor, application: Application) -> bool:
    """The reasons that partners give one another are theirs alone."""
    return actor.structure_id is not None and application.members.filter(structure=actor.structure_id).exists()


def can_write_budget(actor: Actor, member: Member) -> bool:
    """Each partner writes its own row, until the file leaves."""
    own = actor.structure_id == member.structure_id and actor.may("say", member.application.pole_id)
    return own and member.accepted is True and member.application.stage == Stage.COMPOSING


def can_keep_papers(actor: Actor, structure: Structure) -> bool:
    """A structure keeps its own papers."""
    return actor.structure_id == structure.pk and actor.may("say", structure.pole_id)


def visible_papers(actor: Actor, pole: Pole) -> QuerySet[Paper]:
    """A paper is read by its structure; that of a file by its accepted partners; all of a file by its lead."""
    papers = Paper.objects.filter(Q(structure__pole=pole) | Q(application__pole=pole)).select_related("file")
    if actor.structure_id is None or not actor.may("say", pole):
        return papers.none()
    mine = Q(structure=actor.structure_id)
    partner = Member.objects.filter(structure=actor.structure_id, accepted=True).values("application")
    led = Member.objects.filter(application__lead=actor.structure_id, accepted=True).values("structure")
    return papers.filter(mine | Q(application__in=partner) | Q(structure__in=led))


def can_take_file(actor: Actor, application: Application) -> bool:
    """The whole file, with the papers of all, is for its lead, and for those who keep calls once it has left."""
    leads = application.lead_id is not None and application.lead_id == actor.structure_id
    if leads and actor.may("say", application.pole_id):
        return True
    return application.stage != Stage.COMPOSING and can_keep_funding(actor, application.pole_id)


def can_bring_to_file(actor: Actor, application: Application) -> bool:
    """A paper of the whole file is brought by an accepted partner, until it leaves."""
    partner = application.members.filter(structure=actor.structure_id or 0, accepted=True).exists()
    return partner and actor.may("say", application.pole_id) and application.stage == Stage.COMPOSING


def can_file_application(actor: Actor, application: Application) -> bool:
    """The file is sent off by its lead, or noted by those who keep calls."""
    leads = application.lead_id is not None and application.lead_id == actor.structure_id
    return can_keep_funding(actor, application.pole_id) or (leads and actor.may("sign", application.pole_id))
