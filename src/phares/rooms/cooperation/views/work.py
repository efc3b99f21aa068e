"""Pages of a cooperation's work: jobs, meetings and actions, follow-up calls."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.attachments import as_download
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, previous_page, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.forms.work import DoneForm, EndJobForm, JobForm, MeetingForm, ShareJobForm
from phares.rooms.cooperation.models import Cooperation, Party
from phares.rooms.cooperation.queries import work as queries
from phares.rooms.cooperation.queries.cooperations import cooperation_with_promises
from phares.rooms.directory.gate import found, members


def _cooperation(request: Any, pk: int) -> Cooperation:
    return found(cooperation_with_promises(request.actor, request.pole, pk))


def _sent(request: Any, *, files: bool = False) -> dict[str, Any]:
    if request.method != "POST":
        return {}
    return {"data": request.POST, **({"files": request.FILES} if files else {})}


def _to(cooperation: Cooperation) -> dict[str, str]:
    return {"back_label": cooperation.title, "back_url": cooperation.get_absolute_url()}


@writes
@members
def declare_job(request: Any, pk: int) -> HttpResponse:
    """Say that the cooperation created a job or kept it going."""
    cooperation = _cooperation(request, pk)
    require(permissions.can_declare_job(request.actor, cooperation))

    def act(entry: dict[str, Any]) -> str:
        actions.declare_job(cooperation=cooperation, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est dit. L’emploi compte une fois, où qu’on le redise."))
        return cooperation.get_absolute_url()

    words = {"heading": _("Dire un emploi"), "lead": cooperation.title, "submit_label": _("Dire cet emploi")}
    form = JobForm(**_sent(request, files=True), initial={"from_on": request.today})
    return form_page(request, form, act, **words, **_to(cooperation))


@writes
@members
def share_job(request: Any, pk: int) -> HttpResponse:
    """Say that a job of another cooperation is this one's doing too."""
    cooperation = _cooperation(request, pk)
    require(permissions.can_declare_job(request.actor, cooperation))

    def act(entry: dict[str, Any]) -> str:
        actions.share_job(cooperation=cooperation, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est dit. Cet emploi, partagé, compte toujours une seule fois."))
        return cooperation.get_absolute_url()

    form = ShareJobForm(queries.jobs_elsewhere(request.actor, cooperation), **_sent(request))
    words = {
        "heading": _("Un emploi déjà dit ailleurs"),
        "lead": cooperation.title,
        "submit_label": _("Le dire ici aussi"),
    }
    return form_page(request, form, act, **words, **_to(cooperation))


@writes
@members
def end_job(request: Any, pk: int) -> HttpResponse:
    """Say the last day of a job."""
    job = found(queries.job_numbered(request.actor, request.pole, pk))
    require(permissions.can_keep_job(request.actor, job))
    cooperation = found(job.cooperations.select_related("pole").first())

    def act(entry: dict[str, Any]) -> str:
        actions.end_job(job=job, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est écrit."))
        return cooperation.get_absolute_url()

    form = EndJobForm(**_sent(request), initial={"until_on": request.today})
    words = {"heading": _("La fin de cet emploi"), "lead": job.title, "submit_label": _("Écrire ce jour")}
    return form_page(request, form, act, **words, **_to(cooperation))


@acts
@members
def withdraw_job(request: Any, pk: int) -> HttpResponse:
    """Take back a job declared by mistake."""
    job = found(queries.job_numbered(request.actor, request.pole, pk))
    actions.withdraw_job(job=job, by=request.actor, at=timezone.now())
    messages.success(request, _("Cet emploi est retiré : il ne compte plus."))
    return redirect(previous_page(request))


@reads
@members
def job_proof(request: Any, pk: int) -> HttpResponse:
    """Give the proof of a job, for download."""
    job = found(queries.job_numbered(request.actor, request.pole, pk))
    download: Any = as_download(found(job.proof))
    return download


@writes
@members
def note_meeting(request: Any, pk: int) -> HttpResponse:
    """Write down a meeting: who does what by when."""
    cooperation = _cooperation(request, pk)
    require(permissions.can_note_meeting(request.actor, cooperation))

    def act(entry: dict[str, Any]) -> str:
        actions.note_meeting(cooperation=cooperation, **entry, by=request.actor, at=timezone.now())
        messages.success(
            request, _("La réunion est notée. Chacun sera prévenu trois jours avant ce qu’il a dit faire.")
        )
        return cooperation.get_absolute_url()

    form = MeetingForm(list(cooperation.parties.all()), **_sent(request), initial={"on": request.today})
    words = {"heading": _("Noter une réunion"), "lead": cooperation.title, "submit_label": _("Noter cette réunion")}
    return form_page(request, form, act, template="cooperation/meeting_form.html", **words, **_to(cooperation))


@writes
@members
def do_action(request: Any, pk: int) -> HttpResponse:
    """Say that what was to be done is done."""
    action = found(queries.action_numbered(request.actor, request.pole, pk))
    require(permissions.can_do_action(request.actor, action))
    cooperation = action.meeting.cooperation

    def act(entry: dict[str, Any]) -> str:
        actions.do_action(action=action, **entry, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est noté."))
        return cooperation.get_absolute_url()

    form = DoneForm(**_sent(request), initial={"done_on": request.today})
    words = {"heading": _("C’est fait"), "lead": action.what, "submit_label": _("Dire que c’est fait")}
    return form_page(request, form, act, **words, **_to(cooperation))


@acts
@members
def note_call(request: Any, pk: int) -> HttpResponse:
    """Note that a party was telephoned today for news."""
    cooperation = _cooperation(request, pk)
    require(permissions.can_note_call(request.actor, request.pole))
    number = request.POST.get("party", "")
    party: Party = found(next((one for one in cooperation.parties.all() if str(one.pk) == number), None))
    actions.note_call(party=party, by=request.actor, at=timezone.now())
    messages.success(request, _("Relance par téléphone notée pour aujourd’hui."))
    return redirect(previous_page(request))
