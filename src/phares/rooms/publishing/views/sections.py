"""The interview: one section of a sheet a screen, kept as it is answered."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from phares.rooms.commons.form_pages import refuse
from phares.rooms.commons.http import writes
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.directory.gate import found, members
from phares.rooms.publishing import actions
from phares.rooms.publishing.actions.sheet import section_mark
from phares.rooms.publishing.forms.sections import RowsEntry, SectionForm
from phares.rooms.publishing.queries import desk as queries
from phares.rooms.publishing.sheet_fields import BY_CODE, FIELDS, SheetField
from phares.rooms.publishing.views.desk import desk_url


@writes
@members
def write_section(request: Any, pk: int, code: str) -> HttpResponse:
    """Ask one question, keep what is answered, and go on to the next one."""
    sheet = found(queries.writable_sheet(request.actor, request.pole, pk))
    section = BY_CODE.get(code)
    if section is None:
        raise Http404
    value = sheet.words.get(code) or section.empty
    screen = _Rows(section, value, request) if section.kind == "rows" else _Single(section, value, request)
    status = 200
    if request.method == "POST" and screen.is_valid():
        try:
            actions.write_section(
                sheet=sheet, code=code, value=screen.value(), seen=screen.seen, by=request.actor, at=timezone.now()
            )
        except NotAllowed:
            raise
        except Refusal as refusal:
            screen.refuse(refusal)
            status = refusal.status
        else:
            return redirect(_onward(request, sheet, code))
    elif request.method == "POST":
        status = 422
    context = {
        "sheet": sheet,
        "section": section,
        "step": [one.code for one in FIELDS].index(code) + 1,
        "steps": len(FIELDS),
        "before": _neighbour(code, -1),
        "after": _neighbour(code, 1),
        **screen.context(),
    }
    return render(request, "publishing/section.html", context, status=status)


def _neighbour(code: str, by: int) -> str:
    """Return the section before or after; nothing at the ends."""
    codes = [one.code for one in FIELDS]
    at = codes.index(code) + by
    return codes[at] if 0 <= at < len(codes) else ""


def _onward(request: Any, sheet: Any, code: str) -> str:
    """Return where to go once a section is kept: on to the next question, or back to the sheet."""
    after = _neighbour(code, 1)
    if "stay" in request.POST:
        return request.get_full_path()
    if "back" in request.POST or not after:
        return desk_url(sheet)
    return reverse("publishing:write_section", args=[sheet.pole.slug, sheet.pk, after])


class _Single:
    """The screen of a section with one box."""

    def __init__(self, section: SheetField, value: Any, request: Any) -> None:
        sent = request.POST if request.method == "POST" else None
        self.form = SectionForm(section, value, section_mark(value), sent)

    def is_valid(self) -> bool:
        """Say whether what was typed can be kept."""
        return bool(self.form.is_valid())

    def value(self) -> Any:
        """Return what is kept."""
        return self.form.cleaned_data["value"]

    @property
    def seen(self) -> str:
        """Return the mark of what the writer had before them."""
        return str(self.form.cleaned_data["seen"])

    def refuse(self, refusal: Refusal) -> None:
        """Say why it was not kept."""
        refuse(self.form, refusal)

    def context(self) -> dict[str, Any]:
        """Return what the screen shows."""
        return {"form": self.form, "entry": None, "general": []}


class _Rows:
    """The screen of a section made of rows."""

    def __init__(self, section: SheetField, value: Any, request: Any) -> None:
        sent = request.POST if request.method == "POST" else None
        self.entry = RowsEntry(section, value, sent)
        self.mark = sent.get("seen", "")[:40] if sent is not None else section_mark(value)
        self.general: list[str] = []

    def is_valid(self) -> bool:
        """Say whether every row can be kept."""
        return not self.entry.errors

    def value(self) -> Any:
        """Return the rows that hold something."""
        return self.entry.value()

    @property
    def seen(self) -> str:
        """Return the mark of what the writer had before them."""
        return self.mark

    def refuse(self, refusal: Refusal) -> None:
        """Say why it was not kept."""
        self.general.append(str(refusal.sentence))

    def context(self) -> dict[str, Any]:
        """Return what the screen shows."""
        return {"form": None, "entry": self.entry, "seen": self.mark, "general": self.general}
