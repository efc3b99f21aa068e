"""Calls: one of the pole, one for everybody, a file of calls, a watch, an answer between L'Établi and Roue Libre."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from house.scene import PNG, Scene
from phares.demo.cast import Cast
from phares.rooms.commons.signed_links import signed
from phares.rooms.funding import actions
from phares.rooms.funding.queries.calls import STOP_LINK

LINE = b"titre;financeur\nUn appel;Une ville\n"


def add(scene: Scene, cast: Cast) -> None:
    """Note them as Hind would; L'Établi leads, and keeps its statutes here."""
    at = timezone.now()
    hind: dict[str, Any] = {"by": cast.actor("hind"), "at": at}
    known = {"pole": cast.pole, "issuer": "Région", "closes_on": timezone.localdate() + timedelta(days=9), **hind}
    call = actions.note_call(title="Réparer", **known)
    public = actions.note_call(title="Nourrir", visibility="public", **known)
    row = actions.ask_skill(call=call, skill="mécanique", **hind)
    asked = actions.ask_paper(call=call, kind="other", name="Lettre d’intention", is_of_each=False, **hind)
    brought = actions.bring_calls(pole=cast.pole, name="appels.csv", content=LINE, **hind)
    watch = actions.save_watch(pole=cast.pole, words="vélos", by=cast.actor("nour"), at=at)
    bid = actions.begin_application(call=call, **hind)
    members = {
        key: actions.add_member(application=bid, structure=cast.structures[key], **hind) for key in ("etabli", "roue")
    }
    actions.invite_members(application=bid, **hind)
    for key, who in (("etabli", "nour"), ("roue", "sam")):
        actions.answer_invitation(member=members[key], accepted=True, by=cast.actor(who), at=at)
    actions.choose_group(application=bid, form="lead", lead=cast.structures["etabli"], **hind)
    aim = actions.propose_indicator(application=bid, label="Venues", unit="fois", target=Decimal(9), **hind)
    paper = actions.keep_paper(
        structure=cast.structures["etabli"], kind="statutes", name="Statuts",
        file=SimpleUploadedFile("statuts.png", PNG), by=cast.actor("nour"), at=at,
    )  # fmt: skip
    scene.things |= {
        "call": [call.pk],
        "open_call": [public.pk],
        "row": ["demande", row.pk],
        "brought": [brought.pk],
        "watch": [watch.pk],
        "bid": [bid.pk],
        "seat": [bid.pk, cast.structures["aval"].pk],
        "taken": [bid.pk, 1],
        "member": [members["etabli"].pk],
        "asked_paper": [bid.pk, asked.pk],
        "paper": [paper.pk],
        "aim": [aim.pk],
        "stop_watch": [signed(STOP_LINK, watch.pk)],
    }
