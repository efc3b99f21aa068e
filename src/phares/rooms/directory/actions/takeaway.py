"""The act of leaving with one's data."""

import tempfile
from datetime import datetime
from typing import IO

from django.db import transaction

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import require
from phares.rooms.commons.takeaway import parts_for, write_zip
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure

IN_MEMORY = 5_000_000


@transaction.atomic
def take_structure_away(*, structure: Structure, by: Actor, at: datetime) -> IO[bytes]:
    """Give a structure everything that it has in the pole, in one ZIP of open formats; the journal tells it."""
    require(permissions.can_take_structure_away(by, structure))
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (the answer reads it and closes it)
    write_zip(file, name=str(structure), at=at, parts=parts_for(by, structure))
    file.seek(0)
    publish(events.StructureTakenAway(structure.pole_id, structure.pk), by=by, at=at)
    return file
