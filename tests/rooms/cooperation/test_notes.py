"""Noting in passing: two parties, one line, a day; a fact at once that either of the two corrects or removes."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.note import (
    NoteChangedMeanwhile,
    NoteRemovedBefore,
    NothingSaid,
    NotToday,
    NotTwo,
)
from phares.rooms.cooperation.models import Note
from phares.rooms.directory.models.held import holder_key
from rooms.cooperation.agreed import TODAY, day, holder

As = Callable[[str], Client]
Take = Callable[..., Note]


@pytest.fixture
def take(cast: Cast, now: datetime) -> Take:
    """Return a function that notes something in passing between two of the cast."""

    def noted(*keys: str, by: str = "nour", what: str = "Trente chaises prêtées", **more: Any) -> Note:
        holders = [holder(cast, key) for key in keys or ("etabli", "roue")]
        return actions.note_in_passing(
            pole=cast.pole, holders=holders, what=what, by=cast.actor(by), at=more.pop("at", now), **more
        )

    return noted


def test_one_line_and_two_parties_are_a_fact_of_today(take: Take, cast: Cast) -> None:
    note = take()
    assert (note.on, note.what, note.kind) == (TODAY, "Trente chaises prêtées", "helped")
    assert {str(party) for party in note.parties.all()} == {"L’Établi", "Roue Libre"}


@pytest.mark.parametrize("keys", [("etabli",), ("etabli", "etabli"), ("etabli", "roue", "aval")])
def test_a_note_is_between_two_different_parties(take: Take, keys: tuple[str, ...]) -> None:
    with pytest.raises(NotTwo):
        take(*keys)


@pytest.mark.parametrize("what", ["", "   ", "x" * 161])
def test_a_note_is_one_line(take: Take, what: str) -> None:
    with pytest.raises(NothingSaid):
        take(what=what)


def test_what_has_not_happened_is_not_noted(take: Take) -> None:
    with pytest.raises(NotToday):
        take(on=day(1))


@pytest.mark.parametrize(
    ("by", "allowed"),
    [
        *((who, True) for who in ("nour", "idris", "sam", "maud", "lena")),
        *((who, False) for who in ("awa", "hind", "paul")),
    ],
)
def test_one_of_the_two_notes_or_who_notes_for_others(take: Take, by: str, allowed: bool) -> None:
    if allowed:
        assert take(by=by).pk
    else:
        with pytest.raises(NotAllowed):
            take(by=by)


def test_another_poles_structure_takes_no_part(cast: Cast, stranger: Any, now: datetime) -> None:
    holders = [cast.structures["etabli"], stranger.holder]
    with pytest.raises(NotTwo):
        actions.note_in_passing(pole=cast.pole, holders=holders, what="Un prêt", by=cast.actor("nour"), at=now)
    with pytest.raises(NotAllowed):
        actions.note_in_passing(pole=cast.pole, holders=holders, what="Un prêt", by=stranger, at=now)


def test_either_of_the_two_corrects_it_and_what_it_said_stays(take: Take, cast: Cast, now: datetime) -> None:
    note = take()
    corrected = actions.correct_note(
        note=note, what="Vingt chaises prêtées", on=day(-1), seen=0, by=cast.actor("sam"), at=now
    )
    assert (corrected.what, corrected.on) == ("Vingt chaises prêtées", day(-1))
    version = note.versions.get()
    assert (version.what, version.on, version.replaced_by) == ("Trente chaises prêtées", TODAY, cast.people["sam"])


def test_the_same_words_leave_no_trace(take: Take, cast: Cast, now: datetime) -> None:
    note = take()
    actions.correct_note(note=note, what=note.what, on=note.on, seen=0, by=cast.actor("sam"), at=now)
    assert not note.versions.exists()


def test_either_of_the_two_removes_it_and_it_stands_no_more(take: Take, cast: Cast, now: datetime) -> None:
    note = take()
    actions.remove_note(note=note, seen=0, by=cast.actor("sam"), at=now)
    assert not Note.objects.standing().exists()
    assert note.versions.get().was_removed
    for act in (
        lambda: actions.remove_note(note=note, seen=1, by=cast.actor("nour"), at=now),
        lambda: actions.correct_note(note=note, what="Autre", on=TODAY, seen=1, by=cast.actor("nour"), at=now),
        lambda: actions.prove_note(note=note, proof=SimpleUploadedFile("a.png", b""), by=cast.actor("nour"), at=now),
    ):
        with pytest.raises(NoteRemovedBefore):
            act()


@pytest.mark.parametrize("who", ["awa", "hind", "paul", "lena", "maud"])
def test_nobody_else_corrects_nor_removes(take: Take, cast: Cast, now: datetime, who: str) -> None:
    note = take()
    with pytest.raises(NotAllowed):
        actions.remove_note(note=note, seen=0, by=cast.actor(who), at=now)


def test_who_noted_for_two_structures_mends_their_own_slip(take: Take, cast: Cast, now: datetime) -> None:
    note = take(by="maud")
    assert actions.correct_note(
        note=note, what="Vingt chaises", on=TODAY, seen=0, by=cast.actor("maud"), at=now
    ).what == "Vingt chaises"  # fmt: skip


def test_two_who_correct_at_once_have_one_outcome_said_to_both(
    several_at_once: Callable[..., list[Any]], cast: Cast, take: Take, now: datetime
) -> None:
    note = take()
    told = several_at_once(
        lambda: actions.correct_note(note=note, what="De Nour", on=TODAY, seen=0, by=cast.actor("nour"), at=now),
        lambda: actions.correct_note(note=note, what="De Sam", on=TODAY, seen=0, by=cast.actor("sam"), at=now),
        lambda: actions.remove_note(note=note, seen=0, by=cast.actor("idris"), at=now),
    )
    outcomes = sorted(type(one).__name__ for one in told)
    assert outcomes.count("Note") == 1, told
    refused = {NoteChangedMeanwhile, NoteRemovedBefore}
    assert all(isinstance(one, Note) or type(one) in refused for one in told), told
    assert note.versions.count() == 1


def test_two_clicks_note_once(several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime) -> None:
    holders = [cast.structures["etabli"], cast.structures["roue"]]
    said = {"pole": cast.pole, "holders": holders, "what": "Un prêt", "draft": "d" * 32, "by": cast.actor("nour")}
    told = several_at_once(*(lambda: actions.note_in_passing(**said, at=now) for _ in range(3)))
    assert {one.pk for one in told} == {Note.objects.get().pk}


def _form(cast: Cast, client: Client, **more: Any) -> Any:
    said = {"what": "Trente chaises", "who": holder_key(cast.structures["roue"]), "on": TODAY, "kind": "helped", **more}
    return client.post(reverse("cooperation:note_in_passing", args=["fanal"]), said)


def test_the_page_notes_and_shows_it_to_both_and_to_the_coordination_alone(cast: Cast, client_as: As) -> None:
    assert _form(cast, client_as("nour")).status_code == 302
    note = Note.objects.get()
    address = reverse("cooperation:note", args=["fanal", note.pk])
    for who in ("nour", "idris", "sam", "lena", "paul", "hind"):
        client = client_as(who)
        assert "Trente chaises" in client.get(address).content.decode()
        assert "Trente chaises" in client.get(reverse("cooperation:notes", args=["fanal"])).content.decode()
    for who in ("awa", "maud"):
        client = client_as(who)
        assert client.get(address).status_code == 404
        assert "Trente chaises" not in client.get(reverse("cooperation:notes", args=["fanal"])).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": ""},
        {"who": ""},
        {"who": "structure-987654"},
        {"on": "hier"},
        {"on": (TODAY + timedelta(days=3)).isoformat()},
        {"kind": "x"},
    ],
)
def test_a_half_written_form_says_what_is_wrong_and_keeps_what_was_typed(
    cast: Cast, client_as: As, wrong: dict[str, Any]
) -> None:
    answer = _form(cast, client_as("nour"), **wrong)
    assert answer.status_code in {409, 422}
    assert "errors" in answer.content.decode()
    assert not Note.objects.exists()


def test_a_mediator_chooses_both_or_a_resident(cast: Cast, client_as: As) -> None:
    both = [holder_key(cast.structures["etabli"]), holder_key(cast.groups["velos"])]
    assert _form(cast, client_as("maud"), who=both).status_code == 302
    one = [holder_key(cast.structures["etabli"])]
    resident = holder_key(cast.people["samira"])
    assert _form(cast, client_as("maud"), who=one, resident=resident).status_code == 302
    assert Note.objects.count() == 2
    assert _form(cast, client_as("maud"), who=both, resident=resident).status_code == 422


def test_those_met_lately_come_first(cast: Cast, client_as: As, take: Take) -> None:
    take("etabli", "aval")
    page = client_as("nour").get(reverse("cooperation:note_in_passing", args=["fanal"])).content.decode()
    assert page.index("Jardins d’Aval</span>") < page.index("Roue Libre</span>")


def test_the_list_asks_the_database_as_often_for_many_as_for_few(
    cast: Cast, client_as: As, take: Take, django_assert_num_queries: Any
) -> None:
    client, address = client_as("nour"), reverse("cooperation:notes", args=["fanal"])
    take()
    client.get(address)
    with django_assert_num_queries(8) as asked:
        client.get(address)
    for number in range(35):
        take(what=f"Numéro {number}")
    with django_assert_num_queries(len(asked)):
        page = client.get(address).content.decode()
    assert page.count('<th scope="row">') == 30
