"""More words for the stories: notes in passing, means paid together, jobs, meetings, documents, messages, spin-offs."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import typst
from django.core.files.uploadedfile import SimpleUploadedFile

from phares.demo.telling import Telling
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.sharing_key import PartDraft
from phares.rooms.cooperation.actions.work_meeting import ActionDraft
from phares.rooms.cooperation.models import Account, Cooperation, Document, Job, Means, Note, Party
from phares.rooms.directory.models.held import holder_key


def party(telling: Telling, cooperation: Cooperation, key: str) -> Party:
    """Return the party of a cooperation that this key of the cast is."""
    wanted = holder_key(telling.holder(key))
    return next(one for one in cooperation.parties.all() if one.holder_key == wanted)


def in_passing(telling: Telling, ago: int, key: str, other: str, what: str, kind: str = "helped") -> Note:
    """Let one note in a line what it did with another."""
    return actions.note_in_passing(
        pole=telling.cast.pole,
        holders=[telling.holder(key), telling.holder(other)],
        what=what,
        kind=kind,
        on=telling.day(ago),
        by=telling.speaker(key),
        at=telling.at(ago),
    )


def share(telling: Telling, ago: int, cooperation: Cooperation, by: str, title: str, detail: str = "") -> Means:
    """Write down what all the parties share."""
    return actions.write_means(
        cooperation=cooperation,
        title=title,
        detail=detail,
        users=list(cooperation.parties.all()),
        from_on=telling.day(ago),
        by=telling.speaker(by),
        at=telling.at(ago),
    )


def agree_key(
    telling: Telling,
    ago: int,
    means: Means,
    by: str,
    parts: Sequence[tuple[str, str, Mapping[str, str]]],
    *,
    from_on: date,
    answered_by: Sequence[str],
) -> None:
    """Propose a key, which those named accept the next day; each part is a share, a measure, and how much each counts."""
    cooperation = means.cooperation
    drafts = [
        PartDraft(
            Fraction(part),
            measure,
            {party(telling, cooperation, key).pk: Decimal(amount) for key, amount in weights.items()},
        )
        for part, measure, weights in parts
    ]
    key = actions.propose_key(means=means, from_on=from_on, parts=drafts, by=telling.speaker(by), at=telling.at(ago))
    for who in answered_by:
        actions.answer_key(key=key, accepted=True, by=telling.speaker(who), at=telling.at(ago - 1))


def account(telling: Telling, ago: int, means: Means, by: str, year: int, cents: int, *, closed: bool) -> Account:
    """Write down what a means cost over a year, and close the account or leave it open."""
    written = actions.write_account(
        means=means,
        from_on=date(year, 1, 1),
        until_on=date(year, 12, 31),
        amount_cents=cents,
        by=telling.speaker(by),
        at=telling.at(ago),
    )
    if closed:
        actions.close_account(account=written, seen_cents=cents, by=telling.speaker(by), at=telling.at(ago))
    return written


def job(telling: Telling, ago: int, cooperation: Cooperation, by: str, title: str, fte: str, **said: Any) -> Job:
    """Say that a cooperation created a job, or kept it going."""
    known = {"employer": str(telling.holder(by)), "effect": "created", "contract": "open_ended", **said}
    return actions.declare_job(
        cooperation=cooperation,
        title=title,
        fte=Fraction(fte),
        from_on=telling.day(ago),
        by=telling.speaker(by),
        at=telling.at(ago),
        **known,
    )


def meet(
    telling: Telling, ago: int, cooperation: Cooperation, by: str, minutes: str, *to_do: tuple[str, str, int]
) -> list[Any]:
    """Note a meeting, and who does what by when; return what is to be done."""
    drafts = [ActionDraft(party(telling, cooperation, key), what, telling.day(due)) for key, what, due in to_do]
    meeting = actions.note_meeting(
        cooperation=cooperation,
        on=telling.day(ago),
        minutes=minutes,
        actions=drafts,
        by=telling.speaker(by),
        at=telling.at(ago),
    )
    return list(meeting.actions.all())


def document(telling: Telling, ago: int, cooperation: Cooperation, by: str, kind: str, title: str) -> Document:
    """Bring a document."""
    version = actions.bring_document(
        cooperation=cooperation, kind=kind, title=title, proof=_page(title), by=telling.speaker(by), at=telling.at(ago)
    )
    return version.document


def _page(title: str) -> SimpleUploadedFile:
    """Return a page with a title, and nothing that could be anybody's."""
    source = f'#set page(paper: "a5")\n#set text(lang: "fr")\n#set document(title: "{title}")\n= {title}'
    pdf = bytes(typst.compile(source.encode(), format="pdf", ignore_system_fonts=True))
    return SimpleUploadedFile("document.pdf", pdf, content_type="application/pdf")


def again(telling: Telling, ago: int, one: Document, by: str, change: str) -> None:
    """Bring the next version of a document."""
    actions.bring_version(
        document=one,
        seen=one.versions.count(),
        change=change,
        proof=_page(one.title),
        by=telling.speaker(by),
        at=telling.at(ago),
    )
