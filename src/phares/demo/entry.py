"""The way into the demonstration: one click makes one a member of the cast, and never on a real installation."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from phares.demo.cast import PEOPLE, mail_of
from phares.rooms.commons.http import acts, reads
from phares.rooms.directory.models import Person

POLE = "fanal"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
CHOICES = ("lena", "nour", "maud", "hind", "sam")
FIRST_PAGES = {"coordinator": "directory:week"}


@reads
def first_page(request: HttpRequest) -> HttpResponse:
    """Lead to the invented pole, where everything can be tried."""
    return redirect("directory:public", POLE)


@acts
def enter(request: HttpRequest, key: str) -> HttpResponse:
    """Let the visitor be this person of the cast, and show what that person sees first, or the page asked for."""
    role = next((role for role in PEOPLE if role.key == key and role.key in CHOICES), None)
    if role is None or not settings.DEMO:
        raise Http404
    login(request, get_object_or_404(Person, email=mail_of(role)), backend=BACKEND)
    if request.POST.get("to") == "say":
        return redirect(reverse("cooperation:say", args=[POLE]) + "?cote=need")
    return redirect(FIRST_PAGES.get(role.role, "directory:home"), POLE)
