"""Reads of files: which papers each partner has, lacks or has let expire; all that goes into one archive."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.utils.text import slugify

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.funding import permissions
from phares.rooms.funding.models import Application, AskedPaper, Member, Paper
from phares.rooms.funding.queries.team import members_of

HAVE, EXPIRED, MISSING = "have", "expired", "missing"


@dataclass(frozen=True)
class Expected:
    """A paper that the call asks: of whom, whether it is there and still holds."""

    asked: AskedPaper
    structure: Structure | None
    paper: Paper | None
    state: str


@dataclass(frozen=True)
class File:
    """All of a file: its application, members, partners and papers."""

    application: Application
    members: Sequence[Member]
    papers: Sequence[Expected] = field(default_factory=list)

    @property
    def partners(self) -> list[Member]:
        """Return those who accepted."""
        return [one for one in self.members if one.accepted]

    @property
    def missing(self) -> list[Expected]:
        """Return the papers that are not there, or hold no more."""
        return [one for one in self.papers if one.state != HAVE]

    @property
    def name(self) -> str:
        """Return the name of the archive."""
        return f"{slugify(self.application.title)[:60] or 'dossier'}.zip"

    @property
    def mark(self) -> str:
        """Return a text that changes with anything that the archive tells."""
        told = [
            (
                one.structure_id,
                one.accepted,
                one.share_bp,
                one.go,
                [(c.account, c.amount_cents) for c in one.cells.all()],
            )
            for one in self.members
        ]
        papers = [(one.asked.pk, one.structure and one.structure.pk, one.paper and one.paper.pk) for one in self.papers]
        application = self.application
        promised = list(application.indicators.values_list("label", "unit", "target"))
        said = (application.title, application.form, application.lead_id, told, papers, promised)
        return hashlib.sha256(repr(said).encode()).hexdigest()


def file_of(application: Application, today: date) -> File:
    """Return a file with the state of each paper on a day."""
    members = members_of(application)
    partners = [one.structure for one in members if one.accepted]
    own = _current(Paper.objects.filter(structure__in=partners, replaced_at=None))
    common = _current(Paper.objects.filter(application=application, replaced_at=None))
    expected = []
    for asked in application.call.papers.all():
        if asked.is_of_each:
            for structure in partners:
                paper = _best([one for one in own if one.structure_id == structure.pk], asked)
                expected.append(Expected(asked, structure, paper, _state(paper, application, today)))
        else:
            paper = next((one for one in common if one.asked_id == asked.pk), None)
            expected.append(Expected(asked, None, paper, _state(paper, application, today)))
    return File(application, members, expected)


def _current(papers: QuerySet[Paper]) -> list[Paper]:
    return list(papers.select_related("file"))


def _best(papers: Sequence[Paper], asked: AskedPaper) -> Paper | None:
    """Return the paper that answers: the one of the same name, else the one of the same kind that holds the longest."""
    same = [one for one in papers if one.kind == asked.kind]
    named = [one for one in same if one.name.casefold() == asked.name.casefold()]
    if asked.kind in {"attestation", "other"} and not named:
        return None  # these kinds hold many different papers: only the name tells them apart
    return max(
        named or same, key=lambda one: (one.valid_until is None, one.valid_until or date.min, one.pk), default=None
    )


def _state(paper: Paper | None, application: Application, today: date) -> str:
    """Say whether a paper is there and holds until the day of sending, or the end of the call."""
    if paper is None:
        return MISSING
    until = max(today, application.call.closes_on or today)
    return EXPIRED if paper.valid_until is not None and paper.valid_until < until else HAVE


def papers_of(structure: Structure) -> QuerySet[Paper]:
    """Return the papers that a structure keeps ready."""
    return Paper.objects.filter(structure=structure, replaced_at=None).select_related("file")


def paper_numbered(actor: Actor, pole: Pole, pk: int) -> Paper | None:
    """Return a paper that the actor may read."""
    return permissions.visible_papers(actor, pole).filter(pk=pk).first()


def papers_lacking(actor: Actor, pole: Pole, today: date) -> list[tuple[Application, int]]:
    """Return the live answers of the actor's structure that still lack papers of its own, with how many."""
    live = permissions.visible_applications(actor, pole).filter(
        stage="composing", members__structure=actor.structure_id or 0, members__accepted=True
    )
    found = []
    for one in live.prefetch_related("call__papers").distinct():
        lacking = [
            paper for paper in file_of(one, today).missing
            if paper.structure is not None and paper.structure.pk == actor.structure_id
        ]  # fmt: skip
        if lacking:
            found.append((one, len(lacking)))
    return found
