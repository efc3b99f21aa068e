"""What funding does when something happened: a search is a task row written in the same transaction."""

from datetime import datetime
from typing import Any

from phares.rooms.commons.journal import Author
from phares.rooms.funding import tasks


def search_for_teams(event: Any, by: Author, at: datetime) -> None:
    """Hand the search that was asked to the worker, with the eyes of whoever asked it."""
    if by.mandate_id is not None:
        tasks.find_teams.enqueue(event.composition_id, by.mandate_id)
