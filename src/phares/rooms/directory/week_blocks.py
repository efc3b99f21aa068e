"""What waits in the directory itself: mandates that end soon, pages that lack their first sentence."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.days import since_words
from phares.rooms.directory import queries
from phares.rooms.directory.models import JoinRequest, Mandate, Pole, Structure


def show(pole: Pole, today: date) -> list[Block]:
    """Return the directory's own blocks of the week."""
    return [
        Block(
            "join-requests",
            _("Des demandes à rejoindre le pôle"),
            [_join_request(one, today) for one in queries.join_requests_waiting(pole)],
        ),
        Block(
            "mandates",
            _("Des mandats qui finissent"),
            [_mandate(one, today) for one in queries.mandates_ending(pole, today)],
            is_aside=True,
        ),
        Block(
            "incomplete",
            _("Des pages à compléter"),
            [_incomplete(one) for one in queries.structures_to_complete(pole, today)],
            is_aside=True,
        ),
    ]


def _join_request(one: JoinRequest, today: date) -> Line:
    """Return a request that waits for its answer."""
    address = reverse("directory:answer_join_request", args=[one.pole.slug, one.pk])
    asked = _("demandé %(when)s") % {"when": since_words(one.asked_at, today)}
    return Line(title=one.name, url=address, pieces=[asked], action=_("Répondre"), action_url=address)


def _mandate(mandate: Mandate, today: date) -> Line:
    """Return a mandate with its last day."""
    end = mandate.until_on or today
    return Line(
        title=str(mandate.person),
        pieces=[
            str(mandate.as_role.label),
            str(mandate.acts_for),
            _("finit %(when)s") % {"when": since_words(end, today)},
        ],
        action=_("Voir les mandats"),
        action_url=reverse("directory:people", args=[mandate.pole.slug]),
    )


def _incomplete(structure: Structure) -> Line:
    """Return a structure with the first thing that its page lacks."""
    return Line(
        title=str(structure),
        url=structure.get_absolute_url(),
        pieces=[_("il manque : %(what)s") % {"what": queries.next_missing(structure)}],
        action=_("Compléter"),
        action_url=reverse("directory:describe_structure", args=[structure.pole.slug, structure.slug]),
    )
