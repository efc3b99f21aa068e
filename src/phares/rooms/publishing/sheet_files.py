"""Files of sheets: the text of a plain text or of a PDF, read with care."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.pdf_words import PdfNotRead, words_of_pdf
from phares.rooms.commons.refusals import Refusal

LARGEST, MOST_PAGES, LONGEST = 10_000_000, 40, 200_000
MARKUP = ("<!doctype", "<html", "<svg", "<?xml", "<script")
"""How a page or a drawing begins: it is text to a machine, and no sheet to a reader."""


class FileNotRead(Refusal):
    """The file is no text, no PDF, or holds no words."""

    sentence = _("Ce fichier ne se lit pas : apportez un texte (.txt, .md) ou un PDF qui contient du texte.")


class FileTooLong(Refusal):
    """The file passes what a sheet can hold."""

    sentence = _("Ce fichier est trop grand pour une fiche : 10 Mo, 40 pages et 200 000 signes au plus.")


def text_of(content: bytes) -> str:
    """Return the words of a file, known by its content whatever its name says."""
    if len(content) > LARGEST:
        raise FileTooLong(field="file")
    text = _of_pdf(content) if content[:1024].lstrip().startswith(b"%PDF") else _of_text(content)
    if len(text) > LONGEST:
        raise FileTooLong(field="file")
    if not text.strip():
        raise FileNotRead(field="file")
    return text


def _of_text(content: bytes) -> str:
    """Read a text as UTF-8, else as Windows writes French; zero bytes, too many odd signs, or markup, are none."""
    if content[:2] in {BOM_UTF16_LE, BOM_UTF16_BE}:  # what Windows calls « Unicode »
        content = content.decode("utf-16", errors="replace").encode()
    if b"\0" in content:
        raise FileNotRead(field="file")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    odd = sum(not (sign.isprintable() or sign in "\n\r\t\f") for sign in text)
    if odd * 20 > len(text) or text.lstrip().lower().startswith(MARKUP):
        raise FileNotRead(field="file")
    return "".join(sign if sign.isprintable() or sign in "\n\r\t\f" else " " for sign in text)


def _of_pdf(content: bytes) -> str:
    """Read the words of a PDF; one that unfolds without end, is locked, or is broken is refused."""
    try:
        read = words_of_pdf(content, most_pages=MOST_PAGES, longest=LONGEST)
    except PdfNotRead as error:
        raise FileNotRead(field="file") from error
    if read.pages > MOST_PAGES:
        raise FileTooLong(field="file")
    return "\n".join(read.words)
