"""The evidence binder: tables from which every figure can be counted again, documents, hashes, a contents page.

Structures that take part in what their parties keep for themselves are written under a number of this binder alone; the
number of cooperations of each member is told without any name. Documents that name people go as masked texts.
"""

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from phares.rooms.commons.models import Attachment
from phares.rooms.commons.takeaway import document_name, harmless
from phares.rooms.cooperation.permissions import visible_cooperations
from phares.rooms.cooperation.queries.figures import year_before
from phares.rooms.directory.actors import Actor
from phares.rooms.impact import binder_tables, permissions
from phares.rooms.impact.ground import Ground
from phares.rooms.impact.masking import masked_evidence, names_in
from phares.rooms.impact.models import Report, Result
from phares.rooms.impact.queries.reports import PROMISED

Table = tuple[str, str, Sequence[str], Iterable[Sequence[Any]]]


def of_report(report: Report, words: dict[str, Any], actor: Actor) -> bytes:
    """Return the binder of a report, for this reader."""
    pole = report.grant.pole
    seen = set(visible_cooperations(actor, pole).values_list("pk", flat=True))
    numbers = [one["number"] for line in words["lines"] for one in line["results"]]
    results = list(
        Result.objects.filter(pole=pole, number__in=numbers).select_related("job__proof", "evidence", "picture")
        .prefetch_related(PROMISED).order_by("number")
    )  # fmt: skip
    counted_on = binder_tables.day(words["counted_on"])
    tables: list[Table] = [
        *binder_tables.of_words(words),
        *binder_tables.of_ground(Ground(pole, counted_on), seen, ""),
        *binder_tables.of_ground(Ground(pole, year_before(counted_on)), seen, "-un-an-plus-tot"),
    ]
    files = {f"tables/{code}.csv": _csv(heads, rows) for code, _title, heads, rows in tables}
    whole = permissions.can_measure(actor, pole)
    files |= _documents(results, [] if whole else names_in(pole), whole=whole)
    hashes = [(name, len(content), hashlib.sha256(content).hexdigest()) for name, content in sorted(files.items())]
    files["empreintes.csv"] = _csv([_("Fichier"), _("Octets"), "SHA-256"], hashes)
    context = {"words": words, "pole": pole, "tables": tables, "hashes": hashes}
    files["sommaire.html"] = render_to_string("impact/binder.html", context).encode()
    return _zipped(files)


def _documents(results: Sequence[Result], names: Sequence[str], *, whole: bool) -> dict[str, bytes]:
    """Return the documents of results, those that name people as masked texts; a document lost is left out."""
    files: dict[str, bytes] = {}
    for one in results:
        contract = one.job.proof if one.job is not None and one.job.withdrawn_at is None else None
        for attachment, is_open in ((one.evidence, one.names_nobody), (one.picture, True), (contract, False)):
            if attachment is not None:
                name, content = _document(one, attachment, names, is_open=is_open or whole)
                files |= {f"documents/{name}": content} if content else {}
    return files


def _document(one: Result, attachment: Attachment, names: Sequence[str], *, is_open: bool) -> tuple[str, bytes]:
    name = document_name(f"resultat-{one.number}", attachment.pk, attachment.name)
    if not is_open:
        text = masked_evidence(attachment, names).text
        head = _("Texte sans les noms de personnes ; empreinte du document entier (SHA-256) :")
        return f"{name}.masque.txt", f"{head} {attachment.sha256}\n\n{text}".encode()
    try:
        with attachment.file.open("rb") as file:
            return name, file.read()
    except OSError:
        return name, b""


def _csv(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Return a table as spreadsheets open it: UTF-8 with its mark, semicolons, no cell that could be a formula."""
    kept = io.StringIO(newline="")
    writer = csv.writer(kept, delimiter=";")
    writer.writerow(heads)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + kept.getvalue().encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(name, content)
    return kept.getvalue()
