"""Addresses within a pole: `{% pole_url 'cooperation:item' item.pk %}` fills in the pole of the page."""

from typing import Any

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def pole_url(context: Any, name: str, *args: Any) -> str:
    """Return the address of `name` in the pole that the page belongs to."""
    return reverse(name, args=[context["pole"].slug, *args])
