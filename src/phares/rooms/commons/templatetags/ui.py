"""The components of every page, as template tags; loaded everywhere, no {% load %} needed.

See them all, in all their states, on the page « Composants » (commons:gallery). One example each:

    {% icon "calendar" %}  {% icon "need" "large" %}             names: the ids of static/commons/icons.svg
    {% link_button url "Dire un besoin" "next" icon="plus" %}    tones: next (one a screen), plain, quiet, danger
    {% post_button url "Ça nous intéresse" "next" about=structure.name item=item.pk %}
                                                 a POST form; other names become hidden fields;
                                                 `about` is read aloud after the label, where buttons repeat
    {% chip "tenue" "kept" %}                    tones: plain, kept, late, wait, done
    {% notice "Enregistré." "kept" %}            tones: plain, kept, late
    {% empty_state title text action_url action_label icon %}    what would fill this place, what starts it
    {% breadcrumb "Structures" url structure.name %}             label url label url ... last label without url
    {% breadcrumb pairs %}                                       or a list of (label, url)
    {% steps 2 6 %}                              « Étape 2 sur 6 », above the h1 of one thing per screen
    {% pages page_obj %}                         previous and next of a Django page, the rest of the address kept
    {% tabs pairs %}                             a list of (label, url, current)
    {% initials structure.name %}  {% initials name "small" %}

    <form method="post" class="form" novalidate>{% csrf_token %}
      {% form_errors form %}                     summary, each line leads to its field; nothing when valid
      {% for bound in form %}{% field bound %}{% endfor %}
      <div class="actions"><button class="button button-next">Continuer</button></div>
    </form>
    {% field form.kind icons=kind_icons hints=kind_hints %}      radios and boxes become tiles;
                                                 both are dicts: value of the choice -> icon, value -> words
    {% field form.kind as_title=True %}          the label is the h1 of the screen (one thing per screen)

    {% day value %}  {% day value weekday=True year=False %}     « 12 mars 2024 », « mardi 12 mars »
    {% moment value %}                           « 12 mars 2024 à 14 h 05 »
    {% since value today %}                      « il y a 9 jours », « dans 3 jours », « aujourd’hui »
    {% period start end %}  {% period start None today %}        « du 3 mars au 5 mai 2026 », « depuis le … »
    {% amount 1350 "m²" %}                       « 1 350 m² »
    {% phone "01 99 00 00 00" %}                 the number as written, with a link that dials it
    {{ text|typo }}  {{ text|typo|linebreaks }}  French spaces and apostrophes in what people typed

Pages extend commons/base.html (blocks title, over, content, head_extra), commons/two_columns.html (and: top, aside) or
commons/stop.html. Base also shows, where the context has them, home_url, use_mandate_url and foot_links (label, url).
`over` takes the breadcrumb. In a title, write « avez‑vous » with U+2011 so that it never breaks.

Classes without a tag, for blocks that hold other blocks: hero (with components/scene.html), head, part, part-head, two,
grid, stack, row, prose, lead, said, over, muted, small; card (card-head, card-link, why), lines (title, about), pieces,
story, timeline (is-kept, is-late, is-past, is-dropped), figures, facts, doors, table-rows (td data-label), table-frame,
filters, facets, search, more, actions, screen, screen-only, print-only. Their HTML is in templates/commons/gallery/.
"""

import re
import zlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms, template
from django.template.defaultfilters import stringfilter
from django.templatetags.static import static
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from phares.rooms.commons import days
from phares.rooms.commons.phones import dialled
from phares.rooms.commons.typography import NARROW, french

register = template.Library()

CHIP_ICONS = {"kept": "check", "late": "clock"}
NOTICE_ICONS = {"plain": "info", "kept": "check", "late": "late"}
SMALL_WORDS = re.compile(r"(?i)^(?:la?|les?|du|des?|d|et|à|aux?|en|une?|the|of|and|an?)$")
TINTS = 4


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """Draw an icon of our own; never read aloud, so words always stand beside it."""
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        f" icon-{size}" if size else "",
        static("commons/icons.svg"),
        name,
    )


def _button(label: str, tone: str, about: str, icon: str) -> dict[str, Any]:
    """Gather what every button shows."""
    return {"label": label, "tone": tone, "about": about, "icon_name": icon}


@register.inclusion_tag("commons/components/link_button.html")
def link_button(url: str, label: str, tone: str = "plain", icon: str = "", about: str = "") -> dict[str, Any]:
    """Show a link that looks like a button: it goes somewhere, it changes nothing."""
    return {"url": url, **_button(label, tone, about, icon)}


@register.inclusion_tag("commons/components/post_button.html", takes_context=True)
def post_button(
    context: Any, url: str, label: str, tone: str = "plain", about: str = "", icon: str = "", **hidden: Any
) -> dict[str, Any]:
    """Show a form of one button that does one act."""
    return {
        "url": url,
        "hidden": hidden,
        "csrf_token": context.get("csrf_token"),
        **_button(label, tone, about, icon),
    }


@register.inclusion_tag("commons/components/chip.html")
def chip(text: str, tone: str = "plain") -> dict[str, Any]:
    """Show a state in a word or two; the colour only repeats the word."""
    return {"text": text, "tone": tone, "icon_name": CHIP_ICONS.get(tone, "")}


@register.inclusion_tag("commons/components/notice.html")
def notice(text: str, tone: str = "plain") -> dict[str, Any]:
    """Show one sentence to know before going on."""
    return {"text": text, "tone": tone, "icon_name": NOTICE_ICONS[tone]}


@register.inclusion_tag("commons/components/empty_state.html")
def empty_state(
    title: str, text: str = "", action_url: str = "", action_label: str = "", icon: str = "", tone: str = "plain"
) -> dict[str, Any]:
    """Say what would fill an empty place, with the button that starts it."""
    return {"title": title, "text": text, "url": action_url, "label": action_label, "icon_name": icon, "tone": tone}


@register.inclusion_tag("commons/components/breadcrumb.html")
def breadcrumb(*pieces: Any) -> dict[str, Any]:
    """Show where this page is; the last label, without address, is the page itself."""
    if len(pieces) == 1 and not isinstance(pieces[0], str):
        return {"pairs": [(label, url) for label, url in pieces[0]]}
    return {"pairs": list(zip(pieces[::2], (*pieces[1::2], ""), strict=False))}


@register.inclusion_tag("commons/components/steps.html")
def steps(current: int, total: int) -> dict[str, Any]:
    """Show how far one is among screens that ask one thing each."""
    return {"current": current, "total": total, "marks": [number <= current for number in range(1, total + 1)]}


@register.inclusion_tag("commons/components/pages.html", takes_context=True)
def pages(context: Any, page_obj: Any, label: str = "") -> dict[str, Any]:
    """Show the way to the next and the previous page of a list; nothing when there is only one."""
    return {"page": page_obj, "query": context["request"].GET, "label": label or gettext("Pages de la liste")}


@register.inclusion_tag("commons/components/tabs.html")
def tabs(entries: Iterable[tuple[str, str, bool]], label: str = "") -> dict[str, Any]:
    """Show several views of one thing, each with its own address."""
    return {"entries": list(entries), "label": label or gettext("Autres vues")}


@register.simple_tag
def initials(name: str, size: str = "") -> SafeString:
    """Draw two letters where there is no logo; the name itself always stands beside it."""
    words = [word for word in name.replace("’", " ").replace("'", " ").split() if not SMALL_WORDS.match(word)]
    letters = "".join(word[0].upper() for word in words[:2]) if len(words) > 1 else "".join(words)[:2].capitalize()
    tint = zlib.crc32(name.encode()) % TINTS + 1
    size_class = f" initials-{size}" if size else ""
    return format_html('<span class="initials initials-{}{}" aria-hidden="true">{}</span>', tint, size_class, letters)


@register.inclusion_tag("commons/components/field.html")
def field(
    bound_field: forms.BoundField,
    icons: Mapping[Any, str] | None = None,
    hints: Mapping[Any, str] | None = None,
    as_title: bool = False,
) -> dict[str, Any]:
    """Show a field with its words: label, « facultatif », help, error, and what screen readers need to link them."""
    widget = bound_field.field.widget
    if isinstance(widget, forms.DateInput):  # the browser's own calendar; it only understands ISO dates
        widget.input_type, widget.format = "date", "%Y-%m-%d"
    widget.attrs.pop("placeholder", None)  # it vanishes when one writes: what helps is in the help text
    kind = _field_kind(widget)
    options = _tiles(bound_field, icons or {}, hints or {}) if kind == "tiles" else []
    return {"field": bound_field, "kind": kind, "options": options, "as_title": as_title}


def _field_kind(widget: forms.Widget) -> str:
    """Say which shape a widget takes: hidden, one box to tick, tiles, or a plain entry."""
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "tiles"
    return "check" if isinstance(widget, forms.CheckboxInput) else "plain"


def _tiles(bound_field: forms.BoundField, icons: Mapping[Any, str], hints: Mapping[Any, str]) -> list[dict[str, Any]]:
    """Return the choices of a field, each with its icon and its words."""
    icon_of = {str(value): name for value, name in icons.items()}
    hint_of = {str(value): words for value, words in hints.items()}
    return [
        {
            "tag": option.tag(),
            "label": option.choice_label,
            "id": option.id_for_label,
            "icon_name": icon_of.get(str(option.data["value"]), ""),
            "hint": hint_of.get(str(option.data["value"]), ""),
        }
        for option in bound_field
    ]


@register.inclusion_tag("commons/components/form_errors.html")
def form_errors(form: forms.BaseForm) -> dict[str, Any]:
    """Show what is left to mend in a form, each line leading to its field."""
    wrong = [bound for bound in form if bound.errors]
    return {
        "general": list(form.non_field_errors()),
        "lines": [(_target(bound), bound.label, error) for bound in wrong for error in dict.fromkeys(bound.errors)],
    }


def _target(bound_field: forms.BoundField) -> str:
    """Return the id that leads to a field: its own, or its first choice's."""
    return bound_field.id_for_label or next((option.id_for_label for option in bound_field), "")


@register.simple_tag
def day(value: date | datetime | None, weekday: bool = False, year: bool = True) -> SafeString | str:
    """Write a day in words."""
    if value is None:
        return ""
    words = days.day_words(value, weekday=weekday, year=year)
    return format_html('<time datetime="{}">{}</time>', days.as_day(value).isoformat(), words)


@register.simple_tag
def moment(value: datetime | None) -> SafeString | str:
    """Write a day and its hour in words."""
    if value is None:
        return ""
    words = gettext("%(day)s à %(hour)s") % {"day": days.day_words(value), "hour": days.hour_words(value)}
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), words)


@register.simple_tag
def since(value: date | datetime | None, today: date | datetime) -> SafeString | str:
    """Write how far a day is from today."""
    if value is None:
        return ""
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        days.as_day(value).isoformat(),
        days.day_words(value),
        days.since_words(value, today),
    )


@register.simple_tag
def period(start: date | None, end: date | None, today: date | None = None) -> str:
    """Write a period in words."""
    return days.period_words(start, end, today)


@register.simple_tag
def amount(number: float | Decimal | None, unit: str) -> str:
    """Write a number and its unit on one line; euros keep two decimals, « personnes » under two is « personne »."""
    if number is None:
        return ""
    exact = Decimal(str(number))
    if abs(exact) < 2 and unit.endswith(("es", "és", "jours")):
        unit = unit[:-1]
    is_whole = exact == exact.to_integral_value()
    decimals = 0 if is_whole else 2 if unit.startswith("€") else None
    shown = exact if decimals is not None else exact.normalize()
    written = number_format(shown, decimals, use_l10n=True, force_grouping=True)
    shown_number = written.replace(days.NO_BREAK, NARROW)
    return f"{shown_number}{days.NO_BREAK}{unit}" if unit else shown_number


@register.simple_tag
def phone(written: str) -> SafeString | str:
    """Write a phone number as it was given, with a link that dials it where it can be dialled."""
    number = dialled(written)
    return format_html('<a href="tel:{}">{}</a>', number, written) if number else written


@register.filter
@stringfilter
def typo(text: str) -> str:
    """Set French spaces and apostrophes in what people typed; the result is still escaped by the page."""
    return french(text)


@register.filter
@stringfilter
def quoted(text: str) -> str:
    """Put what people said between the quotation marks of the reader's language; the page still escapes it."""
    said = french(text)
    return f"“{said}”" if get_language() == "en" else f"«{NARROW}{said}{NARROW}»"


@register.simple_tag
def colon() -> str:
    """Return a colon as the reader's language prints it, between a name and what it says."""
    return ": " if get_language() == "en" else f"{NARROW}: "
