"""Our own small retry policy for tasks: five tries, further and further apart, each one logged."""

import functools
import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

TRIES = 5
_log = logging.getLogger(__name__)


def tried_again(find_task: Callable[[], Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a task's function come back after 2, 4, 8 and 16 minutes when it fails; the fifth failure stays failed.

    `find_task` returns the task object, which exists only once the function below it is decorated.
    """

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def attempt_it(*args: Any, attempt: int = 1, **kwargs: Any) -> None:
            try:
                function(*args, **kwargs)
            except Exception:
                if attempt >= TRIES:
                    raise
                _log.exception("task failed, to be tried again", extra={"attempt": attempt})
                later = timezone.now() + timedelta(minutes=2**attempt)
                find_task().using(run_after=later).enqueue(*args, attempt=attempt + 1, **kwargs)

        return attempt_it

    return decorate
