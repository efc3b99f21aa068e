"""The words of a PDF that somebody brought: read beside the site, so that one without end holds up nobody."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ALONE = Path(__file__).with_name("pdf_alone.py")
LONGEST_WAIT = 30
"""Seconds that a reader waits at most on a busy machine; the reading itself is stopped by its own ten."""


class PdfNotRead(Exception):
    """The document is broken, locked, or passes the time and memory that one document may take."""


@dataclass(frozen=True)
class PdfWords:
    """How many pages a document has, and the words of the first ones."""

    pages: int
    words: list[str]


def words_of_pdf(content: bytes, *, most_pages: int, longest: int) -> PdfWords:
    """Return the words of the first pages, page by page, stopping after `longest` signs."""
    command = (sys.executable, "-I", str(ALONE), str(most_pages), str(longest))
    try:
        done = subprocess.run(  # noqa: S603 - our own program, by a list of words
            command, input=content, capture_output=True, timeout=LONGEST_WAIT, check=True
        )
        read = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise PdfNotRead from error
    return PdfWords(read["pages"], read["words"])
