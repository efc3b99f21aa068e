"""What a structure takes away of its work with others: documents, messages, meetings, shared means, chains, groups."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.takeaway import Document, Part, document_name
from phares.rooms.cooperation import sharing_words
from phares.rooms.cooperation.models import (
    Account,
    DocumentVersion,
    Job,
    MeetingAction,
    Message,
    SharingKey,
    WorkMeeting,
)
from phares.rooms.cooperation.queries import shared_means
from phares.rooms.cooperation.takeaway_gathered import chains, joinings, pooled
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure


def parts(actor: Actor, structure: Structure, together: Any) -> Iterator[Part]:
    """Return what the parties of its cooperations read together, and its own place where several gather."""
    yield _documents(together)
    yield _messages(together)
    yield _meetings(together)
    yield _actions(together)
    yield _means(together)
    yield _accounts(together)
    yield _jobs(together)
    yield chains(structure)
    yield joinings(structure)
    yield pooled(actor, structure)


def _documents(together: Any) -> Part:
    columns = {
        "cooperation": _("Coopération"),
        "title": _("Titre"),
        "kind": _("Ce que c’est"),
        "number": _("Version"),
        "change": _("Ce qui a changé"),
        "brought_at": _("Apporté le"),
        "file": _("Fichier"),
    }
    found = DocumentVersion.objects.filter(document__cooperation__in=together).select_related(
        "document__cooperation", "file"
    )
    held = [(one, document_name("document", one.pk, one.file.name)) for one in found.order_by("document", "number")]
    rows = [
        {
            "cooperation": one.document.cooperation.title,
            "title": one.document.title,
            "kind": one.document.get_kind_display(),
            "number": one.number,
            "change": one.change,
            "brought_at": one.brought_at,
            "file": name,
        }
        for one, name in held
    ]
    documents = tuple(Document(name, lambda one=one: one.file.file.open("rb")) for one, name in held)  # type: ignore[misc]
    return Part("documents", _("Les documents partagés"), columns, rows, documents)


def _messages(together: Any) -> Part:
    columns = {
        "cooperation": _("Coopération"),
        "written_at": _("Écrit le"),
        "by": _("Pour qui"),
        "text": _("Le message"),
    }
    found = Message.objects.filter(cooperation__in=together, withdrawn_at=None)
    rows = [
        {
            "cooperation": one.cooperation.title,
            "written_at": one.written_at,
            "by": str(one.holder),
            "text": one.text,
        }
        for one in found.select_related("cooperation", "structure", "group", "resident").order_by("cooperation", "pk")
    ]
    return Part("messages", _("Ce que les parties se sont écrit"), columns, rows)


def _meetings(together: Any) -> Part:
    columns = {"cooperation": _("Coopération"), "on": _("Le"), "minutes": _("Compte rendu")}
    found = WorkMeeting.objects.filter(cooperation__in=together).select_related("cooperation").order_by("on", "pk")
    rows = [{"cooperation": one.cooperation.title, "on": one.on, "minutes": one.minutes} for one in found]
    return Part("reunions", _("Les réunions"), columns, rows)


def _actions(together: Any) -> Part:
    columns = {
        "cooperation": _("Coopération"),
        "on": _("Dit le"),
        "by": _("Qui"),
        "what": _("Quoi"),
        "due_on": _("Pour le"),
        "done_on": _("Fait le"),
    }
    found = MeetingAction.objects.filter(meeting__cooperation__in=together).select_related(
        "meeting__cooperation", "party__structure", "party__group", "party__resident"
    )
    rows = [
        {
            "cooperation": one.meeting.cooperation.title,
            "on": one.meeting.on,
            "by": str(one.party),
            "what": one.what,
            "due_on": one.due_on,
            "done_on": one.done_on,
        }
        for one in found.order_by("meeting__on", "position", "pk")
    ]
    return Part("actions", _("Ce qui a été décidé en réunion"), columns, rows)


def _means(together: Any) -> Part:
    """Return each key of each shared means: who pays by which parts, from which day on."""
    columns = {
        "cooperation": _("Coopération"),
        "means": _("Ce qui est partagé"),
        "detail": _("Détail"),
        "users": _("Qui s’en sert"),
        "from_on": _("Clé à partir du"),
        "parts": _("Comment c’est réparti"),
        "held_at": _("Acceptée par tous le"),
        "refused_at": _("Refusée le"),
    }
    found = SharingKey.objects.filter(means__cooperation__in=together).select_related("means__cooperation")
    rows = [
        {
            "cooperation": one.means.cooperation.title,
            "means": one.means.title,
            "detail": one.means.detail,
            "users": [str(use.party) for use in one.means.uses.all()],
            "from_on": one.from_on,
            "parts": [_share(part) for part in one.parts.all()],
            "held_at": one.held_at,
            "refused_at": one.refused_at,
        }
        for one in found.prefetch_related(
            "parts__weights__use__party__structure",
            "parts__weights__use__party__group",
            "parts__weights__use__party__resident",
            "means__uses__party__structure",
            "means__uses__party__group",
            "means__uses__party__resident",
        ).order_by("means", "from_on", "pk")
    ]
    return Part("moyens-partages", _("Ce qui est partagé, et les clés"), columns, rows)


def _share(part: Any) -> str:
    """Return a part of a key in words, with how much each user counts."""
    share = sharing_words.percent(part.share)
    if not part.measure:
        return str(_("%(share)s à parts égales") % {"share": share})
    weights = " ; ".join(f"{weight.use.party} {weight.amount.normalize():f}" for weight in part.weights.all())
    return str(_("%(share)s selon %(measure)s (%(weights)s)")) % {
        "share": share,
        "measure": part.measure,
        "weights": weights,
    }


def _accounts(together: Any) -> Part:
    columns = {
        "cooperation": _("Coopération"),
        "means": _("Ce qui est partagé"),
        "from_on": _("Du"),
        "until_on": _("Au"),
        "amount": _("Total (€)"),
        "by": _("Qui paie"),
        "share": _("Sa part (€)"),
        "formula": _("Comment c’est calculé"),
        "closed_at": _("Arrêté le"),
    }
    found = Account.objects.filter(means__cooperation__in=together, closed_at__isnull=False)
    rows = [
        {
            "cooperation": account.means.cooperation.title,
            "means": account.means.title,
            "from_on": account.from_on,
            "until_on": account.until_on,
            "amount": _euros(account.amount_cents),
            "by": line.name,
            "share": _euros(line.cents),
            "formula": sharing_words.formula(line.inputs, line.cents),
            "closed_at": account.closed_at,
        }
        for account in found.select_related("means__cooperation")
        .prefetch_related("shares__party__structure", "shares__party__group", "shares__party__resident")
        .order_by("means", "from_on", "pk")
        for line in shared_means.account_shown(account, account.means, ()).lines
    ]
    return Part("comptes", _("Les comptes arrêtés"), columns, rows)


def _euros(cents: int) -> str:
    """Return an amount as a spreadsheet reckons with it."""
    whole, rest = divmod(cents, 100)
    return f"{whole},{rest:02d}"


def _jobs(together: Any) -> Part:
    columns = {
        "title": _("Emploi"),
        "employer": _("Employeur"),
        "effect": _("Effet"),
        "contract": _("Contrat"),
        "fte": _("Équivalent temps plein"),
        "from_on": _("Du"),
        "until_on": _("Au"),
        "cooperations": _("Coopérations"),
    }
    known = {one.pk: one.title for one in together}
    found = Job.objects.filter(cooperations__in=together, withdrawn_at=None).distinct()
    rows = [
        {
            "title": one.title,
            "employer": one.employer,
            "effect": one.get_effect_display(),
            "contract": one.get_contract_display(),
            "fte": str(one.fte),
            "from_on": one.from_on,
            "until_on": one.until_on,
            "cooperations": [known[each.pk] for each in one.cooperations.all() if each.pk in known],
        }
        for one in found.prefetch_related("cooperations").order_by("from_on", "pk")
    ]
    return Part("emplois", _("Les emplois créés ou maintenus"), columns, rows)
