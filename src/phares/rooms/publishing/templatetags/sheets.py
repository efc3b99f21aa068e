"""What the pages of publishing draw: running text, data for machines, amounts, doubts."""

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.typography import NARROW
from phares.rooms.publishing import sheet_text
from phares.rooms.publishing.sheet_doubts import WORDS
from phares.rooms.publishing.sheet_fields import BY_CODE, SORTS

register = template.Library()
IMPORT_PLACES = {
    "photo_caption": _("Légende d’une photo"),
    "rubric": _("Rubrique d’origine"),
    "source_url": _("Adresse d’origine"),
}
_FOR_SCRIPT = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.filter
def running_text(text: str, under: int = 1) -> SafeString:
    """Return light markup as safe HTML, to stand under a heading of that level."""
    return sheet_text.as_html(text, under)


@register.filter
def plain_line(text: str) -> str:
    """Return light markup as one plain line."""
    return sheet_text.as_line(text)


@register.simple_tag
def json_ld(facts: dict[str, Any]) -> SafeString:
    """Write facts for machines in the page: data, which no browser runs."""
    written = json.dumps(facts, ensure_ascii=False).translate(_FOR_SCRIPT)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(written))  # nosec B703 - escaped above


@register.filter
def euros(cents: str) -> str:
    """Return an amount of cents as one reads it; nothing where none is written."""
    if not str(cents).isdecimal():
        return ""
    whole, rest = divmod(int(cents), 100)
    grouped = f"{whole:,}".replace(",", NARROW)
    return f"{grouped},{rest:02d}{NARROW}€" if rest else f"{grouped}{NARROW}€"


@register.filter
def sort_words(code: str) -> str:
    """Return what kind of partner a code says."""
    return str(SORTS.get(code, SORTS["other"]))


@register.filter
def doubt_words(code: str) -> str:
    """Return what looks wrong."""
    return str(WORDS[code])


@register.filter
def field_words(code: str) -> str:
    """Return the name of the place in which a line landed."""
    return str(BY_CODE[code].label if code in BY_CODE else IMPORT_PLACES[code])
