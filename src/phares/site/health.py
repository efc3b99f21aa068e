"""Says whether the site lives: the database answers, and no job has been waiting for too long."""

from datetime import timedelta

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from phares.rooms.commons.http import reads

PATIENCE = timedelta(minutes=5)


@reads
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers, 503 otherwise; `jobs` says "late" when the worker no longer takes them."""
    try:
        late = DBTaskResult.objects.ready().filter(enqueued_at__lt=timezone.now() - PATIENCE).exists()
    except DatabaseError:
        return JsonResponse({"database": "absent"}, status=503)
    return JsonResponse({"database": "ok", "jobs": "late" if late else "ok"})
