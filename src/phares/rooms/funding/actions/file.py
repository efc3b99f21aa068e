"""Acts on the file of an application: each partner's budget, its papers, sending it off, what became of it."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.attachments import keep_attachment
from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.models import Attachment
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure
from phares.rooms.funding import budget, events, permissions
from phares.rooms.funding.actions.application import AlreadyLeft, CallClosed, SharesNotWhole
from phares.rooms.funding.actions.grant import MOST_CENTS, Implausible
from phares.rooms.funding.file_archive import archive_of
from phares.rooms.funding.models import Application, AskedPaper, BudgetCell, Member, Paper
from phares.rooms.funding.models.application import WHOLE, Go, Stage
from phares.rooms.funding.queries import files


class NotReady(Refusal):
    """Something without which a file cannot leave is missing."""


class PapersMissing(Refusal):
    """Papers are missing, and nobody said to send the file off without them."""

    sentence = gettext_lazy(
        "Des pièces manquent ou sont périmées : apportez-les, ou cochez la case pour déposer sans elles."
    )


class ChangedMeanwhile(Refusal):
    """The file changed between its making and its sending."""

    sentence = gettext_lazy("Le dossier a changé pendant sa préparation : relisez-le, rien n’est parti.")


@transaction.atomic
def write_budget(*, member: Member, cents: Mapping[str, int], by: Actor, at: datetime) -> Member:
    """Write one's own row of the common budget; what was written before is replaced, other rows are not touched."""
    application = Application.objects.select_for_update().get(pk=member.application_id)
    if application.stage != Stage.COMPOSING:
        raise AlreadyLeft
    member = Member.objects.select_related("application").get(pk=member.pk)
    require(permissions.can_write_budget(by, member))
    unknown = set(cents) - set(budget.ACCOUNTS)
    if unknown:
        raise Refusal(_("Cette ligne n’est pas dans le tableau."))
    for account, amount in cents.items():
        if not 0 <= amount <= MOST_CENTS:
            raise Implausible(field=f"c{account}")
    member.cells.all().delete()
    BudgetCell.objects.bulk_create(
        [BudgetCell(member=member, account=account, amount_cents=amount) for account, amount in cents.items() if amount]
    )
    publish(events.BudgetWritten(application.pole_id, application.pk, member.pk), by=by, at=at)
    return member


@transaction.atomic
def keep_paper(
    *,
    structure: Structure,
    kind: str,
    name: str,
    file: "UploadedFile[Any]",
    valid_until: date | None = None,
    by: Actor,
    at: datetime,
) -> Paper:
    """Keep a paper of one's structure for every call; one of the same name is replaced, but in files that left."""
    require(permissions.can_keep_papers(by, structure))
    Structure.objects.select_for_update().get(pk=structure.pk)
    old = Paper.objects.filter(structure=structure, kind=kind, name__iexact=name.strip(), replaced_at=None)
    old.update(replaced_at=at)
    paper = Paper.objects.create(
        structure=structure,
        kind=kind,
        name=name.strip(),
        valid_until=valid_until,
        file=keep_attachment(file, by=by, at=at, field="file"),
        brought_by_id=by.person_id,
        brought_at=at,
    )
    publish(events.PaperBrought(structure.pole_id, paper.pk), by=by, at=at)
    return paper


@transaction.atomic
def bring_to_file(
    *, application: Application, asked: AskedPaper, file: "UploadedFile[Any]", by: Actor, at: datetime
) -> Paper:
    """Bring a paper that the call asks once for the whole file; another one takes its place."""
    application = Application.objects.select_for_update().get(pk=application.pk)
    if application.stage != Stage.COMPOSING:
        raise AlreadyLeft
    require(permissions.can_bring_to_file(by, application) and asked.call_id == application.call_id)
    Paper.objects.filter(application=application, asked=asked, replaced_at=None).update(replaced_at=at)
    paper = Paper.objects.create(
        application=application,
        asked=asked,
        kind=asked.kind,
        name=asked.name,
        file=keep_attachment(file, by=by, at=at, field="file"),
        brought_by_id=by.person_id,
        brought_at=at,
    )
    publish(events.PaperBrought(application.pole_id, paper.pk), by=by, at=at)
    return paper


def file_application(*, application: Application, sure: bool = False, by: Actor, at: datetime) -> Application:
    """Send the file off: its archive is made first, then frozen with its hash, unless something moved meanwhile."""
    require(permissions.can_file_application(by, application))
    found = files.file_of(application, as_day(at))
    _require_ready(application, found, sure, as_day(at))
    content = archive_of(found, at)
    return _filed(application, found, content, by, at)


def _require_ready(application: Application, found: files.File, sure: bool, today: date) -> None:
    """Refuse what a buyer or a funder would refuse: too late, a team that is not whole, papers that are missing."""
    if application.stage != Stage.COMPOSING:
        raise AlreadyLeft
    if application.call.closes_on is not None and application.call.closes_on < today:
        raise CallClosed
    _require_whole_team(application, found)
    if found.missing and not sure:
        raise PapersMissing(field="sure")


def _require_whole_team(application: Application, found: files.File) -> None:
    """Refuse a team with somebody still asked, too few, no lead, shares that do not make a whole, or a no."""
    least = application.call.least_members
    if any(one.accepted is None for one in found.members):
        raise NotReady(_("Une structure n’a pas encore répondu : attendez-la, ou retirez-la de l’équipe."))
    if len(found.partners) < least:
        raise NotReady(_("L’appel demande au moins %(least)d membres.") % {"least": least})
    if not application.form or application.lead_id not in {one.structure_id for one in found.partners}:
        raise NotReady(
            _("Choisissez la forme du groupement et son mandataire : sans mandataire, un dossier est écarté.")
        )
    if sum(one.share_bp or 0 for one in found.partners) != WHOLE:
        raise SharesNotWhole(_("Les parts des partenaires ne font pas un tout."))
    against = [str(one.structure) for one in found.partners if one.go != Go.GO]
    if against:
        raise NotReady(_("Ces structures n’ont pas dit « on y va » : %(names)s.") % {"names": ", ".join(against)})


@transaction.atomic
def _filed(application: Application, found: files.File, content: bytes, by: Actor, at: datetime) -> Application:
    application = (
        Application.objects.select_for_update(of=("self",)).select_related("call", "pole").get(pk=application.pk)
    )
    if application.stage != Stage.COMPOSING:
        raise AlreadyLeft
    if files.file_of(application, as_day(at)).mark != found.mark:
        raise ChangedMeanwhile
    digest = hashlib.sha256(content).hexdigest()
    application.filed_file = Attachment.objects.create(
        file=ContentFile(content, name=f"{digest[:24]}.zip"),
        name=found.name,
        content_type="application/zip",
        size=len(content),
        sha256=digest,
        brought_by_id=by.person_id,
        brought_at=at,
    )
    application.stage, application.filed_at = Stage.FILED, at
    application.save(update_fields=["filed_file", "stage", "filed_at"])
    publish(events.ApplicationFiled(application.pole_id, application.pk), by=by, at=at)
    return application
