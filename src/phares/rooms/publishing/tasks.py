"""Work done outside the page: one mail to one person, looked at again before it leaves."""

from django_tasks import task

from phares.rooms.commons.retries import tried_again
from phares.rooms.publishing import mails
from phares.rooms.publishing.models import SheetReview
from phares.rooms.publishing.models.sheet import SheetState


@task()
@tried_again(lambda: mail_review_asked)
def mail_review_asked(review_id: int, person_id: int) -> None:
    """Write to somebody quoted whose answer is still missing; a sheet written again meanwhile asks later."""
    waiting = SheetReview.objects.filter(pk=review_id, accepted__isnull=True, sheet__state=SheetState.READ)
    review = waiting.select_related("sheet__pole", "structure", "group", "resident").first()
    person = next((one for one in mails.reviewers_to_write_to(review) if one.pk == person_id), None) if review else None
    if review is not None and person is not None:
        mails.send_review_asked(review, person)
