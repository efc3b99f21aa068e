"""What territory shows on the pages of the rooms below."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.days import as_day, period_words
from phares.rooms.commons.panels import Panel
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Gathering, Pole, Structure
from phares.rooms.directory.models.gathering import GatheringKind
from phares.rooms.funding.models import Call
from phares.rooms.territory import permissions
from phares.rooms.territory.models import Figure, Response
from phares.rooms.territory.models.workshop import Phase
from phares.rooms.territory.queries import problems, voices
from phares.rooms.territory.queries import restitution as restitutions
from phares.rooms.territory.queries import workshop as workshops

MOST = 3


def show_waiting(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return what waits for those who listen: words to read, people to call back, problems left alone."""
    if not permissions.can_listen(actor, pole):
        return None
    alone = (_unanswered(pole), _uncoordinated(pole))
    lines = [*filter(None, (_to_read(pole), _to_tell(pole), *alone)), *_workshops(pole)]
    block = Block("paroles", _("Ce que les habitantes et les habitants disent"), lines)
    return {"blocks": [block]} if lines else None


def _to_read(pole: Pole) -> Line | None:
    count = voices.count_to_read(pole)
    title = ngettext("%(count)d parole à relire", "%(count)d paroles à relire", count) % {"count": count}
    address = reverse("territory:voices_to_read", args=[pole.slug])
    return Line(title=title, url=address, action=_("Relire"), action_url=address) if count else None


def _to_tell(pole: Pole) -> Line | None:
    count = voices.count_to_tell(pole)
    title = ngettext("%(count)d personne à rappeler", "%(count)d personnes à rappeler", count) % {"count": count}
    address = reverse("territory:contacts", args=[pole.slug])
    return Line(title=title, url=address, action=_("Rappeler"), action_url=address) if count else None


def _workshops(pole: Pole) -> list[Line]:
    """Return the workshops to prepare or to close, and those whose minutes nobody has given yet."""
    lines = []
    for one in workshops.workshops_to_prepare(pole)[:MOST]:
        is_new = one.phase == Phase.PREPARE
        words = _("Atelier à préparer : %(title)s") if is_new else _("Atelier à clore : %(title)s")
        address = one.get_absolute_url()
        action = _("Préparer") if is_new else _("Continuer")
        day = as_day(one.gathering.starts_at)
        lines.append(Line(words % {"title": one}, address, day=day, action=action, action_url=address))
    for one in workshops.minutes_to_send(pole)[:MOST]:
        words, address = _("Compte rendu à donner : %(title)s"), one.get_absolute_url()
        send = reverse("territory:send_minutes", args=[pole.slug, one.pk])
        lines.append(Line(words % {"title": one}, address, action=_("C’est donné"), action_url=send))
    return lines


def show_told_back(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return what is to be told back: a quarter of which nothing is said, a text that nobody can read yet."""
    if not permissions.can_write_restitution(actor, pole):
        return None
    lines = []
    if quarter := restitutions.quarter_to_tell(pole, today):
        words = _("Rien n’est encore rendu : %(period)s") % {"period": period_words(*quarter)}
        begin = reverse("territory:begin_restitution", args=[pole.slug])
        lines.append(Line(words, begin, action=_("Commencer"), action_url=begin))
    for one in restitutions.restitutions_to_publish(pole)[:MOST]:
        words = _("À publier : %(period)s") % {"period": period_words(one.first_on, one.last_on)}
        draft = reverse("territory:restitution_draft", args=[pole.slug, one.pk])
        lines.append(Line(words, draft, action=_("Écrire"), action_url=draft))
    block = Block("restitution", _("Dire aux habitantes et aux habitants ce que leurs mots deviennent"), lines)
    return {"blocks": [block]} if lines else None


def show_on_gathering(actor: Actor, gathering: Gathering, today: date) -> dict[str, Any] | None:
    """Return the workshop of a gathering, or the way to prepare it."""
    if gathering.kind != GatheringKind.WORKSHOP:
        return None
    found = workshops.workshops_of(gathering.pole).filter(gathering=gathering).first()
    can_run = permissions.can_run_workshop(actor, gathering.pole)
    return {"workshop": found, "gathering": gathering, "can_run": can_run} if found or can_run else None


def _unanswered(pole: Pole) -> Line | None:
    count = problems.unanswered(pole).count()
    title = ngettext(
        "%(count)d problème auquel personne ne répond", "%(count)d problèmes auxquels personne ne répond", count
    ) % {"count": count}
    address = reverse("territory:coverage", args=[pole.slug])
    return Line(title=title, url=address, action=_("Voir"), action_url=address) if count else None


def _uncoordinated(pole: Pole) -> Line | None:
    found = problems.uncoordinated(pole)
    count = found.count()
    title = ngettext(
        "%(count)d problème où plusieurs répondent et personne ne coordonne",
        "%(count)d problèmes où plusieurs répondent et personne ne coordonne",
        count,
    ) % {"count": count}
    one = found.select_related("pole").first()
    address = one.get_absolute_url() if one else ""
    return Line(title=title, url=address, action=_("Voir"), action_url=address) if one else None


def show_to_residents(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the latest words that everybody may read, and the way to say more."""
    if not permissions.can_say_voice(actor, pole):
        return None
    return {"voices": permissions.visible_voices(actor, pole, today).select_related("pole", "district")[:MOST]}


def show_figures(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the first figures of the territory, each with its source, and the way to the others."""
    found = list(Figure.objects.filter(pole=pole)[:MOST])
    return {"figures": found} if found else None


def _told_of(actor: Actor, pole: Pole, mine: Any) -> dict[str, Any] | None:
    """Return the problems that some responses answer, each with what else answers it, which its parties should know."""
    found = problems.visible_responses(actor, pole)
    lines = []
    for one in found.filter(pk__in=mine.values("pk"), problem__merged_into=None)[:MOST]:
        others = found.filter(problem=one.problem_id).exclude(pk=one.pk)
        lines.append({"response": one, "others": [str(other.outside or other) for other in others[:MOST]]})
    return {"lines": lines} if lines else None


def show_on_structure(actor: Actor, structure: Structure, today: date) -> dict[str, Any] | None:
    """Return the problems of the territory that a structure answers by itself."""
    return _told_of(actor, structure.pole, Response.objects.filter(structure=structure))


def show_taken_on(actor: Actor, structure: Structure, today: date) -> dict[str, Any] | None:
    """Return what a structure took on in workshops that are closed."""
    taken = workshops.taken_on_by(structure)[:MOST]
    return {"decisions": taken} if taken else None


def show_on_cooperation(actor: Actor, cooperation: Cooperation, today: date) -> dict[str, Any] | None:
    """Return the problems of the territory that a cooperation answers."""
    return _told_of(actor, cooperation.pole, Response.objects.filter(cooperation=cooperation))


def show_on_call(actor: Actor, call: Call, today: date) -> dict[str, Any] | None:
    """Return the problems of the territory that a call was made for."""
    return _told_of(actor, call.pole, Response.objects.filter(call=call))


PANELS: tuple[Panel, ...] = (
    Panel("structure", "territory/panels/answers.html", show_on_structure),
    Panel("structure", "territory/panels/taken_on.html", show_taken_on),
    Panel("cooperation", "territory/panels/answers.html", show_on_cooperation),
    Panel("call", "territory/panels/answers.html", show_on_call),
    Panel("week", "directory/parts/block.html", show_waiting),
    Panel("week", "directory/parts/block.html", show_told_back),
    Panel("home", "directory/parts/block.html", show_waiting),
    Panel("gathering", "territory/panels/workshop.html", show_on_gathering),
    Panel("residents", "territory/panels/residents.html", show_to_residents),
    Panel("residents", "territory/panels/figures.html", show_figures),
    Panel("record", "territory/panels/figures.html", show_figures),
)
