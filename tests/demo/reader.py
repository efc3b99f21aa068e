"""Reads pages of the told demonstration as one person would."""

import html
import re
from typing import Any

from django.test import Client
from django.urls import reverse

from phares.demo.telling import Telling
from phares.rooms.commons.typography import french
from phares.rooms.directory.models import Pole

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class Reader:
    """Reads pages as one person would, each page once."""

    def __init__(self, told: Telling, key: str) -> None:
        self.client = Client()
        self.client.force_login(told.cast.people[key], backend=BACKEND)
        self.pages: dict[str, str] = {}

    def read(self, pole: Pole, name: str, *args: Any, query: str = "") -> str:
        """Return the words of a page, spaces and markup put aside."""
        url = reverse(name, args=[pole.slug, *args]) + query
        if url not in self.pages:
            answer = self.client.get(url)
            assert answer.status_code == 200, url
            self.pages[url] = words(answer.content.decode())
        return self.pages[url]


def words(text: str) -> str:
    """Return a text as it is compared: without markup, every space the same."""
    bare = html.unescape(re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", text, flags=re.DOTALL))
    return re.sub(r"\s+", "", french(bare))
