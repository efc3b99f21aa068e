"""Every address of ours declares whether it reads or writes; those of packages are known by their prefix."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from house.reading import nothing_in

THIRD_PARTIES = ("compte/", "langue/")


def addresses(resolver: Any = None, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each address, as it is written, with its view."""
    for one in (resolver or get_resolver()).url_patterns:
        path = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(one, path)
        elif isinstance(one, URLPattern):
            yield path, one.callback


def ours() -> list[tuple[str, Any]]:
    return [(path, view) for path, view in addresses() if not path.startswith(THIRD_PARTIES)]


def test_every_address_declares_whether_it_reads_or_writes() -> None:
    nothing_in([path for path, view in ours() if getattr(view, "declares", None) not in {"read", "write"}])


def test_addresses_are_lower_case_words_with_a_final_slash() -> None:
    odd = [
        path
        for path, _ in ours()
        if path and not path.endswith(("/", ".pdf", ".xml", ".ics", ".json", ".csv", ".xlsx", ".svg"))
    ]
    nothing_in(odd)
