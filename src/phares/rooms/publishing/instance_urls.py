"""Addresses of publishing for the whole installation, under no pole's name."""

from django.urls import path

from phares.rooms.publishing import feeds
from phares.rooms.publishing.views import publications

urlpatterns = [
    path("", publications.publications, name="publications"),
    path("<slug:slug>/", publications.publisher, name="publisher"),
    path("<slug:slug>/atom.xml", feeds.publisher_atom, name="publisher_atom"),
]
