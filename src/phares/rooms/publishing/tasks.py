"""Work done outside the page: one mail to one person, looked at again before it leaves."""

from django_tasks import task

from phares.rooms.commons.retries import tried_again
from phares.rooms.publishing import mails
from phares.rooms.publishing.models import Newsletter, Registration, SheetReview, Subscription
from phares.rooms.publishing.models.registration import Standing
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


@task()
@tried_again(lambda: mail_registration)
def mail_registration(registration_id: int) -> None:
    """Write where a registration stands now; one that was cancelled meanwhile is told nothing."""
    rows = Registration.objects.exclude(standing=Standing.CANCELLED).exclude(email="")
    registration = rows.select_related("list__gathering__pole").filter(pk=registration_id).first()
    if registration is not None:
        mails.send_registration(registration)


@task()
@tried_again(lambda: mail_newsletter)
def mail_newsletter(newsletter_id: int, subscription_id: int) -> None:
    """Write a newsletter to one address; one that wants no more meanwhile gets nothing."""
    letter = Newsletter.objects.select_related("pole").filter(pk=newsletter_id).first()
    wanted = Subscription.objects.filter(pk=subscription_id, confirmed_at__isnull=False, refused_at=None).first()
    if letter is not None and wanted is not None:
        mails.send_newsletter(letter, wanted)


@task()
@tried_again(lambda: mail_subscription_asked)
def mail_subscription_asked(subscription_id: int) -> None:
    """Ask one address whether it wants newsletters."""
    asked = Subscription.objects.select_related("pole").filter(pk=subscription_id).first()
    if asked is not None:
        mails.send_subscription_asked(asked)
