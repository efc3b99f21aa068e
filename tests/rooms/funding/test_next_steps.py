"""Each page of an answer says what comes next: whom one waits for, what closes the call, whose shares, which paper."""

import re
from datetime import datetime, timedelta
from decimal import Decimal
from html import unescape
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actions.capacities import CapacityEntry
from phares.rooms.funding import actions
from phares.rooms.funding.models import Application, Call, Paper
from rooms.funding.test_applications import PNG


def _at(cast: Cast, name: str, *args: Any) -> str:
    return reverse(f"funding:{name}", args=[cast.pole.slug, *args])


def _read(client: Any, address: str) -> str:
    page = unescape(client.get(address).content.decode().partition("<main")[2])
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def _accepted(cast: Cast, application: Application, now: datetime) -> None:
    for key, who, euros in (("etabli", "nour", 600_000), ("roue", "sam", 200_000)):
        member = application.members.get(structure=cast.structures[key])
        actions.answer_invitation(member=member, accepted=True, by=cast.actor(who), at=now)
        actions.write_budget(member=member, cents={"60": euros}, by=cast.actor(who), at=now)


def test_the_room_names_whom_it_waits_for_and_the_page_where_it_is_put_right(
    client_as: Any, cast: Cast, application: Application, now: datetime
) -> None:
    room = _at(cast, "go_room", application.pk)
    assert "on attend : L’Établi, Roue Libre" in _read(client_as("lena"), room)
    _accepted(cast, application, now)
    page = _read(client_as("lena"), room)
    assert "Ce que l’appel rend obligatoire est couvert rempli" in page
    assert "on attend : Statuts (L’Établi), Statuts (Roue Libre)" in page
    there = client_as("lena").get(room).content.decode()
    assert all(_at(cast, name, application.pk) in there for name in ("choose_group", "share_out", "application_papers"))
    actions.remove_member(
        application=application, structure=cast.structures["roue"], by=cast.actor("lena"), at=now
    )  # fmt: skip
    assert "on attend : Mécanique" in _read(client_as("nour"), room)
    assert "Il manque encore 7 choses" in _read(client_as("lena"), application.get_absolute_url())


def test_what_closes_a_call_is_counted_in_figures_and_who_opens_it_is_added_in_one_click(
    client_as: Any, cast: Cast, call: Call, now: datetime
) -> None:
    lena: dict[str, Any] = {"by": cast.actor("lena"), "at": now}
    actions.ask_skill(call=call, skill="Plongée", amount=Decimal(1_000_000), unit="heures", **lena)
    outside = directory.add_outside_actor(
        pole=cast.pole, name="La Plongée bleue", outside_kind="territory", by=CONSOLE, at=now
    )
    directory.say_capacities(
        structure=outside, capacities=[CapacityEntry("skill", "Plongée", Decimal(40))], by=CONSOLE, at=now
    )
    begun = actions.begin_application(call=call, **lena)
    actions.find_teams(composition=actions.ask_for_teams(application=begun, **lena), **lena)
    page = _read(client_as("lena"), begun.get_absolute_url())
    assert "il manque 1 000 000 heures" in page
    assert f"Ajouter {outside}" in page
    client_as("lena").post(_at(cast, "add_member", begun.pk, outside.pk))
    assert f"Ajouter {outside}" not in _read(client_as("lena"), begun.get_absolute_url())


def test_a_rule_in_a_conflict_is_read_as_on_the_call_with_its_article(
    client_as: Any, cast: Cast, call: Call, now: datetime
) -> None:
    lena: dict[str, Any] = {"by": cast.actor("lena"), "at": now}
    call.rules.all().delete()
    Call.objects.filter(pk=call.pk).update(least_members=1)
    call.refresh_from_db()
    actions.ask_rule(call=call, form="no_more", trait="sse", number=1, article="article 9", **lena)
    begun = actions.begin_application(call=call, **lena)
    actions.find_teams(composition=actions.ask_for_teams(application=begun, **lena), **lena)
    page = _read(client_as("lena"), begun.get_absolute_url())
    assert "Au plus 1 : une structure de l’économie sociale et solidaire (article 9)" in page
    assert "Relire l’appel" in page
    assert "au moins tant" not in page


def test_when_time_runs_out_the_first_team_is_the_best_found_and_the_bound_is_said(
    client_as: Any, cast: Cast, call: Call, now: datetime
) -> None:
    lena: dict[str, Any] = {"by": cast.actor("lena"), "at": now}
    begun = actions.begin_application(call=call, **lena)
    search = actions.find_teams(composition=actions.ask_for_teams(application=begun, **lena), **lena)
    bound = {"weight": "2", "members": 2, "ties": 9, "recent": 0}
    search.told["teams"][0] |= {"optimal": False, "bound": bound}
    search.told["stopped"] = True
    search.save(update_fields=["told"])
    page = _read(client_as("lena"), begun.get_absolute_url())
    assert "La meilleure trouvée" in page
    assert "on ne fera pas mieux que 2 points à 2 membres" in page


def test_the_shares_of_a_way_of_splitting_are_written_from_the_budget(
    client_as: Any, cast: Cast, application: Application, now: datetime
) -> None:
    _accepted(cast, application, now)
    page = client_as("lena").get(_at(cast, "joint_budget", application.pk)).content.decode()
    shares = f"{_at(cast, 'share_out', application.pk)}?comme=effort"
    assert shares in page
    form = client_as("lena").get(shares).context["form"]
    assert [form[name].value() for name in form.fields] == [75, 25]
    plain = client_as("lena").get(_at(cast, "share_out", application.pk) + "?comme=hasard").context["form"]
    assert {plain[name].value() for name in plain.fields} == {None}


def test_a_missing_paper_is_brought_from_its_line_and_one_comes_back_to_the_file(
    client_as: Any, cast: Cast, application: Application, now: datetime
) -> None:
    _accepted(cast, application, now)
    papers, nour = _at(cast, "application_papers", application.pk), client_as("nour")
    assert "Il manque 2 pièces sur 2." in _read(nour, papers)
    bring = re.search(r'href="([^"]*sorte=statutes[^"]*)"', nour.get(papers).content.decode())
    assert bring is not None
    address = unescape(bring[1]).partition("#")[0]
    form = nour.get(address).context["form"]
    assert (form["kind"].value(), form["name"].value()) == ("statutes", "Statuts")
    cut = {"kind": "statutes", "name": "Statuts", "file": SimpleUploadedFile("s.png", PNG[:40])}
    assert "coupé en chemin" in unescape(nour.post(address, cut).content.decode())
    assert not Paper.objects.exists()
    sent = {"kind": "statutes", "name": "Statuts", "file": SimpleUploadedFile("s.png", PNG)}
    assert nour.post(address, sent).url == papers
    assert "Il manque 1 pièce sur 2." in _read(nour, papers)
    nour.post(address, sent | {"file": SimpleUploadedFile("s.png", PNG), "valid_until": now.date().isoformat()})
    assert "Il manque 2 pièces sur 2." in _read(nour, papers)
    assert "périmée avant la clôture" in _read(nour, papers)
    assert nour.get(f"{_at(cast, 'own_papers')}?pour=³&sorte=x&nom={'n' * 500}").status_code == 200


def test_a_file_that_has_not_left_can_only_be_given_up(
    client_as: Any, cast: Cast, application: Application, now: datetime
) -> None:
    address = _at(cast, "record_result", application.pk)
    assert "gagné" not in _read(client_as("lena"), address)
    sent = {"result": "won", "on": now.date().isoformat(), "reason": "Trop court", "amount": "9000"}
    assert client_as("lena").post(address, sent).status_code == 302
    application.refresh_from_db()
    assert (application.result, application.grant, application.result_reason) == ("withdrawn", None, "Trop court")


def test_the_list_says_which_calls_the_pole_answers_and_leads_to_the_past_when_none_is_open(
    client_as: Any, cast: Cast, application: Application
) -> None:
    address = _at(cast, "calls")
    assert "1 réponse de notre pôle" in _read(client_as("nour"), address)
    assert "réponse de notre pôle" not in _read(client_as("awa"), address)  # not asked: it is not hers to know
    Call.objects.update(closes_on="2020-01-01")
    page = client_as("awa").get(address)
    assert "Aucun appel n’est ouvert en ce moment" in unescape(page.content.decode())
    assert "?quand=passes" in page.content.decode()


def test_the_week_says_which_calls_close_unanswered_and_which_results_are_late(
    client_as: Any, cast: Cast, call: Call, now: datetime
) -> None:
    week = reverse("directory:week", args=[cast.pole.slug])
    assert "Des appels à suivre" not in _read(client_as("lena"), week)  # it closes in forty days
    Call.objects.update(closes_on=now.date() + timedelta(days=9))
    page = _read(client_as("lena"), week)
    assert "Réparer le quartier Région Grand-Large se ferme dans 9 jours Y répondre ensemble" in page
    begun = actions.begin_application(call=call, by=cast.actor("lena"), at=now)
    assert "Des appels à suivre" not in _read(client_as("lena"), week)
    Call.objects.update(result_on=now.date() - timedelta(days=3))
    lead = cast.structures["etabli"]
    Application.objects.filter(pk=begun.pk).update(stage="filed", filed_at=now, lead=lead)
    assert "réponse annoncée il y a 3 jours Noter ce qu’il en est advenu" in _read(client_as("lena"), week)
