"""Two people press at the same moment, over HTTP, against a served site: nothing is lost, nothing is done twice."""

import http.client
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test.testcases import LiveServerThread
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.commons.models import JournalEntry
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.funding import actions
from phares.rooms.funding.models import Application, Grant, Member
from phares.rooms.funding.models.application import BudgetCell

TOKEN = "a" * 32


class Served:
    """The site behind its server, and those of the cast who send it forms at the same moment."""

    def __init__(self, host: str, client_as: Any, several_at_once: Any, cast: Cast) -> None:
        self.host = host
        self.client_as, self.run, self.cast = client_as, several_at_once, cast

    def post(self, who: str, name: str, pk: int, **said: str) -> Any:
        """Return what sends one form, and tells how it was answered."""
        cookie = f"sessionid={self.client_as(who).cookies['sessionid'].value}; csrftoken={TOKEN}"
        headers = {"Cookie": cookie, "X-CSRFToken": TOKEN, "Content-Type": "application/x-www-form-urlencoded"}
        address = reverse(f"funding:{name}", args=[self.cast.pole.slug, pk])

        def send() -> int:
            asked = http.client.HTTPConnection(self.host, timeout=60)
            asked.request("POST", address, urlencode(said), headers)
            answer = asked.getresponse()
            answer.read()
            asked.close()
            return answer.status

        return send

    def at_once(self, *posts: Any) -> list[int]:
        """Send all of them together."""
        return sorted(self.run(*posts))


@pytest.fixture
def served(several_at_once: Any, client_as: Any, cast: Cast, settings: Any) -> Iterator[Served]:
    """A served site whose database all its threads write to."""
    settings.ALLOWED_HOSTS = ["*"]
    server = LiveServerThread("127.0.0.1", StaticFilesHandler, connections_override={})
    server.daemon = True
    server.start()
    server.is_ready.wait(timeout=60)
    if server.error:
        raise server.error
    yield Served(f"127.0.0.1:{server.port}", client_as, several_at_once, cast)
    server.terminate()


def told(event: str) -> int:
    """Return how often the journal tells an event."""
    return JournalEntry.objects.filter(event=event).count()


def test_an_answer_to_its_end_with_everything_pressed_at_once(
    served: Served, application: Application, cast: Cast, now: datetime
) -> None:
    etabli, roue = (application.members.get(structure=cast.structures[key]) for key in ("etabli", "roue"))
    pk = application.pk

    yes = {"accepted": "yes"}
    both = (
        served.post("nour", "answer_invitation", etabli.pk, **yes),
        served.post("sam", "answer_invitation", roue.pk, **yes),
    )
    assert served.at_once(*both, *both) == [302] * 4
    assert set(application.members.values_list("accepted", flat=True)) == {True}

    chosen = str(cast.structures["aval"].pk)
    assert served.at_once(*[served.post("lena", "add_chosen_member", pk, structure=chosen)] * 4) == [302] * 4
    assert application.members.count() == 3
    application.members.get(structure=cast.structures["aval"]).delete()

    rows = [{"c64": "1000", "c70": "10"}, {"c60": "2000"}]
    assert served.at_once(*(served.post("nour", "write_budget", etabli.pk, **row) for row in rows)) == [302] * 2
    kept = dict(BudgetCell.objects.filter(member=etabli).values_list("account", "amount_cents"))
    assert kept in ({"64": 100_000, "70": 1_000}, {"60": 200_000})  # one row or the other, never a mixture

    actions.choose_group(application=application, form="lead", lead=etabli.structure, by=cast.actor("lena"), at=now)
    shares = {f"s{one.structure_id}": "50" for one in (etabli, roue)}
    said = (
        served.post("nour", "say_go", etabli.pk, go="go"),
        served.post("sam", "say_go", roue.pk, go="no_go", reason="trop tôt"),
        served.post("lena", "share_out", pk, **shares),
    )
    assert served.at_once(*said) == [302] * 3
    found = Member.objects.filter(application=application).values_list("go", "go_reason", "share_bp")
    assert Counter(found) == Counter([("go", "", 5_000), ("no_go", "trop tôt", 5_000)])

    served.at_once(served.post("sam", "say_go", roue.pk, go="go"))
    filed = [served.post(who, "file_application", pk, sure="on") for who in ("nour", "lena", "hind")]
    assert Counter(served.at_once(*filed))[302] == 1
    application.refresh_from_db()
    assert application.filed_file is not None
    assert told("ApplicationFiled") == 1

    won = {"result": "won", "on": now.date().isoformat(), "amount": "9000"}
    won |= {"from_on": now.date().isoformat(), "until_on": now.date().replace(year=now.year + 1).isoformat()}
    posts = [served.post(who, "record_result", pk, **won) for who in ("lena", "hind")]
    posts.append(served.post("lena", "record_result", pk, result="lost", on=now.date().isoformat()))
    answers = served.at_once(*posts)
    assert Counter(answers)[302] == 1, answers
    assert max(answers) < 500
    assert told("ResultRecorded") == 1
    assert Grant.objects.count() == Cooperation.objects.count() <= 1
