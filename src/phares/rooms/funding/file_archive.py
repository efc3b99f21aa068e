"""The archive of a file: a contents page, the group, the common budget and every paper, in one ZIP of open formats."""

import io
import zipfile
from datetime import datetime

from django.utils.text import slugify
from django.utils.translation import gettext as _

from phares.rooms.commons.days import day_words
from phares.rooms.funding import budget, budget_sheets
from phares.rooms.funding.queries.files import EXPIRED, HAVE, File

FIXED = (1980, 1, 1, 0, 0, 0)  # the same file twice makes the same archive


def archive_of(found: File, at: datetime) -> bytes:
    """Return the ZIP of a file as it stands."""
    table = budget.budget_of(found.application.call, found.members)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        names = [_put_paper(archive, number, one) for number, one in enumerate(_here(found), start=1)]
        _put(archive, "budget.pdf", budget_sheets.as_pdf(found.application, table, at))
        _put(archive, "budget.xlsx", budget_sheets.as_xlsx(table))
        _put(archive, "00-sommaire.pdf", budget_sheets.contents_pdf(found, table, _contents(found, names), at))
    return kept.getvalue()


def _here(found: File) -> list[tuple[str, str, bytes]]:
    """Return each paper that is there: of whom, its name, what it holds."""
    here = []
    for one in found.papers:
        if one.paper is not None:
            with one.paper.file.file.open("rb") as file:
                ending = one.paper.file.name.rpartition(".")[2]
                here.append((str(one.structure or ""), f"{one.asked.name}.{ending}", file.read()))
    return here


def _put_paper(archive: zipfile.ZipFile, number: int, paper: tuple[str, str, bytes]) -> str:
    holder, name, content = paper
    stem, _dot, ending = name.rpartition(".")
    path = f"pieces/{number:02d}-{slugify(holder) or 'commun'}-{slugify(stem) or 'piece'}.{ending}"
    _put(archive, path, content)
    return path


def _put(archive: zipfile.ZipFile, path: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(path, FIXED), content, zipfile.ZIP_DEFLATED)


def _contents(found: File, names: list[str]) -> list[list[str]]:
    """Return the rows of the contents page: whose paper, which, its state, where it lies; the budget, then papers."""
    paths = iter(names)
    budgets = ((_("Budget prévisionnel commun"), "budget.pdf"), (_("Le même en tableur"), "budget.xlsx"))
    rows = [[_("tout le dossier"), words, _("joint"), path] for words, path in budgets]
    for one in found.papers:
        holder = str(one.structure) if one.structure else _("tout le dossier")
        where = next(paths) if one.paper is not None else ""
        until = day_words(one.paper.valid_until) if one.paper and one.paper.valid_until else ""
        words = {HAVE: _("jointe"), EXPIRED: _("valable jusqu’au %(day)s seulement") % {"day": until}}
        rows.append([holder, one.asked.name, words.get(one.state, _("manque")), where])
    return rows
