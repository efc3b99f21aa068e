"""Whoever says « je veux participer » becomes a party with a role, themselves or as a group, on paper all the way."""

from collections.abc import Callable
from datetime import datetime

from django.test import Client

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions as cooperations
from phares.rooms.cooperation.models import Joining
from phares.rooms.directory.models import Person, ResidentsGroup
from phares.rooms.territory.actions.voice import ContactDraft
from phares.rooms.territory.models import VoiceContact
from rooms.cooperation.agreed import in_force
from rooms.cooperation.agreed import running as running_one
from rooms.territory.conftest import Say


def test_a_resident_and_a_group_ask_through_a_mediator_and_read_it_with_their_code(
    client_as: Callable[[str], Client], cast: Cast, now: datetime, say: Say
) -> None:
    running = running_one(cast)
    maud = client_as("maud")
    for number, as_whom in enumerate(("resident", "group")):
        contact = ContactDraft("passes", f"Odile {number}", "le jeudi", wants_part=True)
        voice = say(f"Je sais coudre {'abc'[number] * 9}", kept=True, contact=contact)
        page = f"/fanal/paroles/a-rappeler/{voice.contact.pk}/participer/"
        said = {"cooperation": running.pk, "role": "Coudre", "as_whom": as_whom}
        for wrong in ({"cooperation": 999}, {"cooperation": "x"}, {"role": ""}, {"as_whom": "structure-1"}):
            assert maud.post(page, {**said, **wrong}).status_code == 422
        assert client_as("sam").post(page, said).status_code == 403
        assert maud.post(page, said).status_code == 302
        assert maud.post(page, said).status_code in {409, 422}
        read = client_as("").get(f"/fanal/paroles/suivi/{voice.code}/").content.decode()
        assert "Coudre" in read
        assert "Vous avez demandé" in read
        assert "Odile" not in read
    joining = Joining.objects.order_by("pk")[0]
    for who, party in zip(("nour", "sam"), running.parties.all(), strict=True):
        number = in_force(running).number
        cooperations.agree_to_joining(joining=joining, party=party, seen=number, by=cast.actor(who), at=now)
    first = VoiceContact.objects.get(joining=joining).voice
    assert "Vous prenez part à" in client_as("").get(first.get_absolute_url()).content.decode()
    assert running.parties.filter(role="Coudre").count() == 1
    assert {str(one.holder) for one in Joining.objects.filter(cooperation=running)} == {"Odile 0", "Odile 1"}
    assert Person.objects.get(given_name="Odile 0").email is None
    assert ResidentsGroup.objects.filter(name="Odile 1").exists()
    assert VoiceContact.objects.exclude(joining=None).count() == 2
