"""Whatever is typed or brought is taken or refused in words: never an error of ours, and nothing half done."""

import io
import zipfile
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.funding import actions
from phares.rooms.funding.models import Application, BudgetCell, Call, Grant, Member, Paper
from rooms.funding.test_applications import PNG

NUMBERS = ("", "0", "-1", "1.5", "abc", " 3", "³", "9" * 20, "\x00", "1e30", "NaN", "Infinity", "1 000 000 000 000")
NAMES = ("../../etc/passwd.png", "..\\..\\x.png", "n" * 300 + ".png", "a\x01b\x7f.png", "CON.png", "s.png", "s.png")
DAY = "2026-11-27"


def _at(cast: Cast, name: str, *args: Any) -> str:
    return reverse(f"funding:{name}", args=[cast.pole.slug, *args])


def _accepted(cast: Cast, application: Application, now: datetime) -> list[Member]:
    found = []
    for key, who in (("etabli", "nour"), ("roue", "sam")):
        member = application.members.get(structure=cast.structures[key])
        found.append(actions.answer_invitation(member=member, accepted=True, by=cast.actor(who), at=now))
    return found


def test_no_number_breaks_a_form_and_what_is_refused_leaves_nothing(
    client_as: Any, cast: Cast, application: Application, now: datetime
) -> None:
    one, call = application.pk, application.call_id
    nour = _accepted(cast, application, now)[0]
    shares = [f"s{cast.structures[key].pk}" for key in ("etabli", "roue")]
    lena, mine = client_as("lena"), client_as("nour")
    for n in NUMBERS:
        money = {"amount": n, "from_on": DAY, "until_on": n, "first": n}
        size = {"least_members": n, "most_members": n, "closes_on": n, "rate": n}
        sent = [
            lena.post(_at(cast, "add_chosen_member", one), {"structure": n}),
            lena.post(_at(cast, "ask_skill", call), {"skill": "x", "amount": n, "members": n, "weight": n}),
            lena.post(_at(cast, "ask_rule", call), {"form": "no_fewer", "trait": "sse", "number": n, "article": "a"}),
            lena.post(_at(cast, "share_out", one), dict.fromkeys(shares, n)),
            lena.post(_at(cast, "choose_group", one), {"form": "lead", "lead": n}),
            lena.post(_at(cast, "note_call"), {"title": "t", "issuer": "i", "budget": n, "ceiling": n, **size}),
            lena.post(_at(cast, "open_grant"), {"funder": "f", "title": "t", **money}),
            lena.post(_at(cast, "record_result", one), {"on": n, "reason": "x" * 401}),
            lena.post(_at(cast, "propose_indicator", one), {"label": "l", "unit": "", "target": n}),
            lena.post(_at(cast, "take_team", one, 1), {"search": n}),
            mine.post(_at(cast, "write_budget", nour.pk), {"c60": n, "c99": n}),
            lena.get(_at(cast, "calls"), {"page": n, "sorte": n, "qui": n, "quand": n, "q": n}),
            lena.get(_at(cast, "share_out", one), {"comme": n}),
            mine.get(_at(cast, "own_papers"), {"pour": n, "sorte": n, "nom": n * 40}),
        ]
        assert max(answer.status_code for answer in sent) < 500, (n, [answer.status_code for answer in sent])
    application.refresh_from_db()
    assert (application.stage, application.form, application.lead) == ("composing", "", None)
    assert not application.members.exclude(share_bp=None).exists()
    assert Call.objects.count() == 1
    assert not Grant.objects.exists()
    assert not application.indicators.exists()
    assert application.members.count() == 2
    assert application.call.requirements.filter(skill="x").count() <= 1  # three of x, asked of three members
    assert not application.call.rules.filter(number=0).exists()
    assert set(BudgetCell.objects.values_list("account", flat=True)) <= {"60"}


def test_no_name_of_a_file_leaves_its_place_in_the_archive(
    client_as: Any, cast: Cast, application: Application, now: datetime
) -> None:
    _accepted(cast, application, now)
    lena: dict[str, Any] = {"by": cast.actor("lena"), "at": now}
    for number, asked in enumerate(("../../Statuts", "Statuts !", "STATUTS", "/etc/passwd", "\u202e", "n" * 120)):
        kind = "statutes" if number % 2 else "other"
        actions.ask_paper(call=application.call, kind=kind, name=asked, **lena)
    for who in ("nour", "sam"):
        for name, asked in zip(NAMES, [*application.call.papers.all(), None], strict=False):
            sent = {"kind": asked.kind if asked else "bank", "name": asked.name if asked else "RIB"}
            answer = client_as(who).post(_at(cast, "own_papers"), sent | {"file": SimpleUploadedFile(name, PNG)})
            assert answer.status_code in {302, 422}, (name, asked)
    assert all(len(name) <= 150 and "/" not in name for name in Paper.objects.values_list("file__name", flat=True))
    actions.choose_group(application=application, form="lead", lead=cast.structures["etabli"], **lena)
    content = client_as("nour").get(_at(cast, "file_zip", application.pk)).content
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert len(names) == len(set(names)) > 12
    assert not [name for name in names if ".." in name or name.startswith("/") or not name.isascii()]
