"""What the work of « Entre nous deux » leaves: a means with its key, a job, a meeting, a document, a word."""

from datetime import timedelta
from fractions import Fraction

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from house.scene import PNG, Scene
from phares.demo.cast import Cast
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.sharing_key import PartDraft
from phares.rooms.cooperation.actions.work_meeting import ActionDraft
from phares.rooms.cooperation.models import Cooperation


def _picture() -> SimpleUploadedFile:
    return SimpleUploadedFile("photo.png", PNG, "image/png")


def add(scene: Scene, cast: Cast) -> None:
    """Tell it as Nour and Sam would."""
    at, nour = timezone.now(), cast.actor("nour")
    today = timezone.localdate()
    cooperation = Cooperation.objects.get(pk=scene.things["private"][0])
    etabli, roue = cooperation.parties.all()
    means = actions.write_means(
        cooperation=cooperation, title="Internet", users=[etabli, roue], from_on=today, by=nour, at=at
    )
    key = actions.propose_key(means=means, from_on=today, parts=[PartDraft(Fraction(1))], by=nour, at=at)
    account = actions.write_account(
        means=means, from_on=today, until_on=today + timedelta(days=30), amount_cents=10_00, by=nour, at=at
    )
    job = actions.declare_job(
        cooperation=cooperation,
        title="Mécanicienne",
        employer="Roue Libre",
        effect="created",
        contract="open_ended",
        fte=Fraction(4, 5),
        from_on=today,
        proof=_picture(),
        by=nour,
        at=at,
    )
    meeting = actions.note_meeting(
        cooperation=cooperation, on=today, actions=[ActionDraft(etabli, "Appeler la mairie")], by=nour, at=at
    )
    version = actions.bring_document(
        cooperation=cooperation, kind="budget", title="Budget", proof=_picture(), by=nour, at=at
    )
    message = actions.write_message(cooperation=cooperation, text="Bonjour", by=nour, at=at)
    scene.things |= {
        "means": [means.pk],
        "key": [key.pk],
        "account": [account.pk],
        "use": [means.uses.get(party=etabli).pk],
        "job": [job.pk],
        "action": [meeting.actions.get().pk],
        "document": [version.document_id],
        "version": [version.pk],
        "message": [message.pk],
    }
    scene.entries["cooperation:note_call"] = {"party": etabli.pk}
