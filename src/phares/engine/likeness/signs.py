"""Signs of a text: texts that say nearly the same share one, others hardly ever do (`docs/engine/likeness.md`)."""

from hashlib import blake2b
from zlib import crc32

GRAM, BANDS, ROWS = 4, 12, 2
PRIME = (1 << 61) - 1


def _seed(number: int) -> tuple[int, int]:
    """Return the two fixed numbers of one hash function; the same on every machine."""
    drawn = blake2b(f"likeness {number}".encode(), digest_size=16).digest()
    return int.from_bytes(drawn[:8], "big") % (PRIME - 1) + 1, int.from_bytes(drawn[8:], "big") % PRIME


SEEDS = tuple(_seed(number) for number in range(BANDS * ROWS))


def signs_of(text: str) -> frozenset[int]:
    """Return the signs of a text, twelve at most, each under 2 ** 61: MinHash over groups of four letters, in bands.

    With a share J of groups in common, two texts share a sign with probability 1 - (1 - J ** 2) ** 12 (Broder 1997;
    Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4). An empty text has none.
    """
    padded = f" {' '.join(text.split())} "
    if not padded.strip():
        return frozenset()
    grams = {crc32(padded[place : place + GRAM].encode()) for place in range(max(1, len(padded) - GRAM + 1))}
    least = [min((factor * gram + shift) % PRIME for gram in grams) for factor, shift in SEEDS]
    return frozenset(_banded(band, least[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS))


def _banded(band: int, least: list[int]) -> int:
    """Return one number for what a band holds."""
    digest = blake2b(f"{band} {least}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % PRIME
