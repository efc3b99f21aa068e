"""The words of a PDF: read beside the site, in bounded time and memory, whatever it unfolds to."""

import resource
import time
import zlib

import pytest
import typst

from phares.rooms.commons.pdf_words import PdfNotRead, words_of_pdf

ROOT = b"<</Type/Catalog/Pages 2 0 R>>"
KEEP = {"most_pages": 40, "longest": 200_000}


def pdf_of(*objects: bytes) -> bytes:
    """Return a document of these objects, the first being its root, with the table that tells where each is."""
    body, places = b"%PDF-1.5\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj" % number + one + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + head + table + end


def stream(content: bytes, more: bytes = b"", filters: bytes = b"/FlateDecode") -> bytes:
    """Return a stream object."""
    head = b"<</Length %d/Filter%s%s>>stream\n" % (len(content), filters, more)
    return head + content + b"\nendstream "


def page_of(content: bytes) -> bytes:
    """Return a document of one page that draws this content."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
    )
    return pdf_of(ROOT, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content)


def folded(chunk: bytes, times: int) -> bytes:
    """Return so many times the same bytes, folded without ever being held whole."""
    folder = zlib.compressobj(9)
    return b"".join(folder.compress(chunk) for _turn in range(times)) + folder.flush()


def _endless() -> dict[str, bytes]:
    """Return small valid documents that unfold without end."""
    words = folded(b"BT /F 9 Tf (a) Tj ET\n" * 10_000, 500)
    twice = zlib.compress(folded(b"\0" * 1_000_000, 400), 9)
    kids = b"<</Type/Pages/Kids[%s]/Count 20000>>" % (b"3 0 R " * 20_000)
    inside = stream(twice, b"/Type/ObjStm/N 900000/First 9000000")
    return {
        "a hundred megabytes of signs in one stream": page_of(stream(words)),
        "a stream folded twice": page_of(stream(twice, filters=b"[/FlateDecode/FlateDecode]")),
        "objects inside an endless stream": pdf_of(b"<</Type/Catalog/Pages 3 0 R>>", inside, b"null"),
        "a page that is its own parent": pdf_of(ROOT, b"<</Type/Pages/Kids[2 0 R]/Count 9>>"),
        "one page twenty thousand times": pdf_of(ROOT, kids, b"<</Type/Page/Parent 2 0 R>>"),
    }


def test_a_document_that_unfolds_without_end_is_stopped() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, content in _endless().items():
        assert len(content) < 1_500_000, name
        begun = time.process_time()
        try:
            read = words_of_pdf(content, **KEEP)
        except PdfNotRead:
            pass
        else:
            assert sum(map(len, read.words)) < 400_000, name
        assert time.process_time() - begun < 2, "the site itself only waits"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000, "kilobytes, of the site itself"


def test_an_ordinary_document_is_read_page_by_page() -> None:
    read = words_of_pdf(typst.compile(b"Un v\xc3\xa9lo.\n#pagebreak()\nDeux.", ignore_system_fonts=True), **KEEP)
    assert (read.pages, [page.strip() for page in read.words]) == (2, ["Un vélo.", "Deux."])


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 40])
def test_what_is_broken_is_not_read(content: bytes) -> None:
    with pytest.raises(PdfNotRead):
        words_of_pdf(content, **KEEP)
