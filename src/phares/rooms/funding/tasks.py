"""Work of funding done outside the page: the search for teams."""

from django.utils import timezone
from django_tasks import task

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate
from phares.rooms.funding import actions
from phares.rooms.funding.models import Composition
from phares.rooms.funding.models.application import SolveState


@task()
def find_teams(composition_id: int, mandate_id: int) -> None:
    """Search for the teams that were asked; one that is done, or that another worker does, is left alone."""
    composition = Composition.objects.filter(pk=composition_id, state=SolveState.WAITING).first()
    mandate = Mandate.objects.select_related("person", "pole", "structure", "group").filter(pk=mandate_id).first()
    if composition is None or mandate is None or mandate.person is None:
        return
    actions.find_teams(composition=composition, by=Actor(mandate.person, mandate), at=timezone.now())
