"""Calls: found, watched, public or not, brought in a file of any kind; the State's past ones as sources tell them."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.funding import actions, call_files
from phares.rooms.funding.models import Call, CallImport, Watch

API = {
    "count": 4,
    "previous": None,
    "next": None,
    "results": [
        {
            "id": 7, "slug": "7-reemploi", "url": "/aides/7-reemploi/", "name": "Réemploi", "name_initial": "Réemploi",
            "short_title": None, "financers": ["Région", "Ville"], "instructors": [], "programs": [],
            "description": "<p>Réparer &amp; prêter</p>", "eligibility": "<ul><li>Associations</li></ul>",
            "perimeter": "Île-de-France", "mobilization_steps": [], "origin_url": None,
            "categories": ["Nature / Réemploi", "Social|Insertion"],
            "is_call_for_project": True, "application_url": None, "targeted_audiences": ["Association"],
            "aid_types": ["Subvention"], "is_charged": False, "destinations": [], "start_date": None,
            "predeposit_date": None, "submission_deadline": "2031-03-01", "subvention_rate_lower_bound": 20,
            "subvention_rate_upper_bound": 80, "loan_amount": None, "recurrence": "Ponctuelle",
        },
        {"id": 8, "name": "", "financers": []},
        {"id": 9, "name": "À l’envers", "financers": ["X"], "submission_deadline": "2031-02-30"},
        {
            "id": 10, "name": "AMI pour la famille", "financers": [], "instructors": ["Caisse"],
            "is_call_for_project": False, "recurrence": "Permanente",
        },
    ],
}  # fmt: skip


def at(cast: Cast, name: str, *args: Any) -> str:
    return reverse(f"funding:{name}", args=[cast.pole.slug, *args])


def test_the_answer_of_the_public_api_is_looked_at_before_it_is_written(client_as: Any, cast: Cast) -> None:
    lena = client_as("lena")
    file = SimpleUploadedFile("aides.json", json.dumps(API).encode())
    page = lena.post(at(cast, "bring_calls"), {"file": file}, follow=True).content.decode()
    assert not Call.objects.exists()
    assert "il manque le titre" in page
    assert "2031-02-30" in page
    lena.post(at(cast, "write_calls", CallImport.objects.get().pk))
    aid, call = Call.objects.order_by("title")
    assert (call.title, call.issuer, call.closes_on) == ("Réemploi", "Région, Ville", date(2031, 3, 1))
    assert call.summary.replace("\u202f", " ").split("\n\n") == [
        "Réparer & prêter", "Associations", "Part prise en charge : de 20 à 80 %.", "Pour : Association.",
        "Sorte d’aide : Subvention.", "Thèmes : Nature / Réemploi, Social / Insertion.",
    ]  # fmt: skip
    assert (call.rate, call.kind, call.territory) == (80, "projects", "Île-de-France")
    assert call.source_url.endswith(".gouv.fr/aides/7-reemploi/")
    assert (aid.issuer, aid.kind, aid.closes_on) == ("Caisse", "interest", None)
    assert aid.summary.startswith("Une aide à demander")
    file.seek(0)
    lena.post(at(cast, "bring_calls"), {"file": file})
    again, lena_acts = CallImport.objects.latest("pk"), {"by": cast.actor("lena"), "at": call.noted_at}
    actions.write_calls(brought=again, **lena_acts)
    with pytest.raises(Refusal):
        actions.write_calls(brought=again, **lena_acts)
    assert Call.objects.count() == 2
    one = call_files.read_calls(json.dumps(API["results"][0]).encode())
    assert [entry["title"] for entry in one] == ["Réemploi"]
    with pytest.raises(Refusal):
        call_files.read_calls(json.dumps({"detail": "Pas trouvé."}).encode())


def test_a_table_of_calls_is_read_by_its_titles(client_as: Any, cast: Cast) -> None:
    lines = (
        "Veille 2031;;\nTitre;Financeur;Date limite;Montant;Taux\nÀ table;Ville;3/4/2031;12 000,50;80 %\n"
        ";;;;\nRien;;;douze;180\n\u00c0 Table;ville;3/4/2031;;\n"
    )
    file = SimpleUploadedFile("veille.csv", lines.encode("cp1252"))
    page = client_as("hind").post(at(cast, "bring_calls"), {"file": file}, follow=True).content.decode()
    assert "n’est pas un montant" in page
    assert "ligne 5" in page
    assert "n’est pas un taux" in page
    good, _bad, again = CallImport.objects.get().entries
    assert (good["closes_on"], good["budget_cents"], good["rate"]) == ("2031-04-03", 1_200_050, "80.00")
    assert again["is_known"]  # the same call twice in one file is noted once
    brought = CallImport.objects.get()
    assert len(actions.write_calls(brought=brought, by=cast.actor("hind"), at=brought.brought_at)) == 1


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"results": 3}', b"[" * 5000, b"%PDF-1.7", b"rien;du;tout\n1;2;3\n", b"[]"]
)
def test_a_file_that_holds_no_call_says_so(client_as: Any, cast: Cast, content: bytes) -> None:
    answer = client_as("lena").post(at(cast, "bring_calls"), {"file": SimpleUploadedFile("x.json", content or b" ")})
    assert answer.status_code == 422
    assert not CallImport.objects.exists()


_JSON = st.sampled_from(
    [
        None,
        True,
        -1,
        0,
        1e308,
        float("nan"),
        "",
        " ",
        "é<b>",
        "\x00",
        "\ud800",
        "2026-13-01",
        "2031-04-03",
        "5 %",
        [],
        ["a", None],
    ]
)
_NAMES = st.sampled_from(["id", "name", "financers", "submission_deadline", "perimeter"])


@given(st.lists(st.dictionaries(_NAMES, _JSON, max_size=5), max_size=4))
def test_whatever_an_api_answers_is_read_or_refused(rows: list[Any]) -> None:
    try:
        entries = call_files.read_calls(json.dumps({"results": rows}).encode())
    except Refusal:
        assert not rows
    else:
        assert len(entries) == len(rows)


def test_a_public_call_is_read_by_everybody_and_the_others_by_the_pole(client_as: Any, cast: Cast, call: Call) -> None:
    address = call.get_absolute_url()
    assert client_as("").get(address).status_code == 404
    assert client_as("sam").get(address).status_code == 200
    Call.objects.update(visibility="public")
    page = client_as("").get(address).content.decode()
    assert "décret 2015-431" in page
    assert "Y répondre" not in page


def test_a_call_is_corrected_until_an_answer_has_left(
    client_as: Any, cast: Cast, call: Call, application: Any, now: datetime
) -> None:
    lena = client_as("lena")
    form = {"title": "Réparer mieux", "issuer": "Région", "kind": "projects", "least_members": 2, "most_members": 6}
    assert (
        lena.post(at(cast, "change_call", call.pk), {**form, "visibility": "pole", "budget": "-3"}).status_code == 422
    )
    assert lena.post(at(cast, "change_call", call.pk), {**form, "visibility": "pole"}).status_code == 302
    call.refresh_from_db()
    assert (call.title, call.most_members, call.ceiling_cents) == ("Réparer mieux", 6, None)
    assert (
        lena.post(at(cast, "ask_skill", call.pk), {"skill": "Bois", "amount": "1", "members": "1"}).status_code == 409
    )
    with pytest.raises(NotAllowed):
        actions.ask_skill(call=call, skill="Tri", by=cast.actor("nour"), at=now)
    type(application).objects.update(stage="filed", filed_at=now, lead=cast.structures["roue"])
    assert lena.post(at(cast, "change_call", call.pk), {**form, "visibility": "pole"}).status_code == 409


def test_a_watch_tells_what_is_new_and_only_to_its_person(client_as: Any, cast: Cast, now: datetime) -> None:
    sam = client_as("sam")
    sam.post(at(cast, "watches"), {"mots": "velos", "sorte": ""})
    said = {"pole": cast.pole, "issuer": "Ville", "by": cast.actor("lena"), "at": now + timedelta(minutes=1)}
    actions.note_call(title="Des vélos pour tous", **said)
    actions.note_call(title="Un jardin", **said)
    home = reverse("directory:home", args=[cast.pole.slug])
    assert "1 appel nouveau" in sam.get(home).content.decode()
    assert "appel nouveau" not in client_as("nour").get(home).content.decode()
    watch = Watch.objects.get()
    assert client_as("nour").post(at(cast, "drop_watch", watch.pk)).status_code == 404
    Watch.objects.update(seen_at=now + timedelta(minutes=2))
    assert "appel nouveau" not in sam.get(home).content.decode()


def test_the_past_calls_of_the_state_are_kept_once_and_say_what_is_not_known(client_as: Any, cast: Cast) -> None:
    lena = client_as("lena")
    for _twice in range(2):
        page = lena.post(at(cast, "keep_reference_calls"), follow=True).content.decode()
    assert Call.objects.count() == 6
    assert "partiel" in page
    first = Call.objects.get(outside_id="ptce-2013")
    page = client_as("").get(first.get_absolute_url()).content.decode()
    assert "180 candidatures" in page
    assert "23 lauréats" in page
    assert "Y répondre ensemble" not in page


def test_the_list_narrows_and_asks_the_database_no_more_for_many(
    client_as: Any, cast: Cast, now: datetime, django_assert_max_num_queries: Any
) -> None:
    for number in range(40):
        actions.note_call(
            pole=cast.pole, title=f"Appel {number}", issuer="Ville", closes_on=now.date(), by=cast.actor("lena"), at=now
        )
    with django_assert_max_num_queries(24):
        page = client_as("sam").get(at(cast, "calls")).content.decode()
    assert page.count('class="title"') == 30
    assert "Aucun appel ne correspond" in client_as("sam").get(at(cast, "calls") + "?q=zzz&quand=%00").content.decode()
