"""Reads the words of a PDF in a process of its own, held in time and memory by the system; see `pdf_words`.

It is started by its path and knows nothing of the site: the document comes by standard input, the words go out as JSON.
"""

import io
import json
import logging
import resource
import sys

from pypdf import PdfReader

SECONDS, MEMORY = 10, 700_000_000


def words(content: bytes, most_pages: int, longest: int) -> dict[str, object]:
    """Return how many pages there are, and the words of the first ones, as far as `longest` signs."""
    pages = PdfReader(io.BytesIO(content)).pages
    read: list[str] = []
    for number in range(min(len(pages), most_pages)):
        read.append(pages[number].extract_text().replace("\0", " "))
        if sum(map(len, read)) > longest:
            break
    return {"pages": len(pages), "words": read}


if __name__ == "__main__":
    logging.disable()
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    json.dump(words(sys.stdin.buffer.read(), int(sys.argv[1]), int(sys.argv[2])), sys.stdout)
