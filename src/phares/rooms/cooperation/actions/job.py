"""Acts on jobs: declaring one, saying that another cooperation shares in it, its end, taking it back."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.attachments import keep_attachment
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Cooperation, Job, JobSharing
from phares.rooms.cooperation.models.job import Contract, JobEffect
from phares.rooms.directory.actors import Actor

SMALLEST_PART = 1000


class JobUnsound(Refusal):
    """A part of a full time goes from above nothing to one; days are in order; the words are those of the form."""

    sentence = _("Un emploi va de presque rien à un temps plein, et ne finit pas avant de commencer.")
    status = 400


class JobNotStarted(Refusal):
    """A cooperation that not everybody has signed has no job yet."""

    sentence = _("L’accord n’est pas encore signé par toutes les parties.")


class JobSharedBefore(Refusal):
    """The job is there already."""

    sentence = _("Cet emploi est déjà dit ici : il compte une seule fois.")


@transaction.atomic
def declare_job(
    *,
    cooperation: Cooperation,
    title: str,
    employer: str,
    effect: str,
    contract: str,
    fte: Fraction,
    is_insertion: bool = False,
    from_on: date,
    until_on: date | None = None,
    proof: "UploadedFile[Any] | None" = None,
    by: Actor,
    at: datetime,
) -> Job:
    """Say that a cooperation created a job or kept it going, with its exact part of a full time."""
    require(permissions.can_declare_job(by, cooperation))
    if cooperation.started_at is None:
        raise JobNotStarted
    _require_sound(title, employer, effect, contract, fte)
    if until_on is not None and until_on < from_on:
        raise JobUnsound(field="until_on")
    job = Job.objects.create(
        pole_id=cooperation.pole_id,
        title=title,
        employer=employer,
        effect=effect,
        contract=contract,
        is_insertion=is_insertion,
        fte_numerator=fte.numerator,
        fte_denominator=fte.denominator,
        from_on=from_on,
        until_on=until_on,
        proof=keep_attachment(proof, by=by, at=at) if proof is not None else None,
        declared_by_id=by.person_id,
        declared_at=at,
    )
    JobSharing.objects.create(job=job, cooperation=cooperation)
    publish(events.JobDeclared(cooperation.pole_id, cooperation.pk, job.pk), by=by, at=at)
    return job


def _require_sound(title: str, employer: str, effect: str, contract: str, fte: Fraction) -> None:
    if not title.strip() or not employer.strip() or effect not in JobEffect.values or contract not in Contract.values:
        raise JobUnsound(str(_("Dites quel emploi, chez qui, et avec quel contrat.")), field="title")
    if not 0 < fte <= 1 or fte.denominator > SMALLEST_PART:
        raise JobUnsound(field="fte")


@transaction.atomic
def share_job(*, job: Job, cooperation: Cooperation, by: Actor, at: datetime) -> JobSharing:
    """Say that a job is also another cooperation's doing; it goes on counting once."""
    require(permissions.can_declare_job(by, cooperation) and job.pole_id == cooperation.pole_id)
    job = Job.objects.select_for_update().get(pk=job.pk)
    if cooperation.started_at is None:
        raise JobNotStarted
    sharing, is_new = JobSharing.objects.get_or_create(job=job, cooperation=cooperation)
    if not is_new:
        raise JobSharedBefore(field="job")
    publish(events.JobShared(cooperation.pole_id, cooperation.pk, job.pk), by=by, at=at)
    return sharing


@transaction.atomic
def end_job(*, job: Job, until_on: date, by: Actor, at: datetime) -> Job:
    """Say the last day of a job."""
    require(permissions.can_keep_job(by, job))
    job = Job.objects.select_for_update().get(pk=job.pk)
    if until_on < job.from_on:
        raise JobUnsound(field="until_on")
    job.until_on = until_on
    job.save(update_fields=["until_on"])
    publish(events.JobEnded(job.pole_id, job.pk), by=by, at=at)
    return job


@transaction.atomic
def withdraw_job(*, job: Job, by: Actor, at: datetime) -> Job:
    """Take back a job declared by mistake: it counts nowhere any more."""
    require(permissions.can_keep_job(by, job))
    job = Job.objects.select_for_update().get(pk=job.pk)
    if job.withdrawn_at is None:
        job.withdrawn_at = at
        job.save(update_fields=["withdrawn_at"])
        publish(events.JobWithdrawn(job.pole_id, job.pk), by=by, at=at)
    return job
