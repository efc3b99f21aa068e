"""What waits between those who cooperate, for those who run the pole: states and days, each line with one action."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.days import since_words
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Commitment, Cooperation
from phares.rooms.cooperation.queries import week, week_work
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.directory.models.held import Holder


def show(actor: Actor, pole: Pole, today: date) -> dict[str, Any]:
    """Return the blocks of the week."""
    blocks = [
        _unanswered(pole, today),
        _proposals(actor, pole, today),
        _unsigned(pole, today),
        _joinings(pole, today),
        _promises(pole, today),
        _actions(pole, today),
        _silent(actor, pole, today),
    ]
    if permissions.can_see_whom_to_meet(actor, pole):
        blocks.append(_to_meet(pole, today))
    return {"blocks": blocks}


def _address(pole: Pole, name: str, *args: Any) -> str:
    return reverse(f"cooperation:{name}", args=[pole.slug, *args])


def _names(holders: Sequence[Holder]) -> str:
    """Return names in a sentence: « L’Établi, Roue Libre et Jardins d’Aval »."""
    names = [str(holder) for holder in holders]
    if len(names) < 2:
        return "".join(names)
    return _("%(some)s et %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}


def _unanswered(pole: Pole, today: date) -> Block:
    lines = [
        Line(
            title=one.need.title,
            url=one.need.get_absolute_url(),
            pieces=[
                str(one.need.holder),
                _("dit %(since)s") % {"since": since_words(one.need.said_on, today)},
                *([_could_help(one.could_help)] if one.is_counted else []),
            ],
            action=_("Proposer"),
            action_url=_address(pole, "helpers", one.need.pk),
        )
        for one in week.unanswered_needs(pole, today)
    ]
    return Block("needs", _("Des besoins sans réponse"), lines)


def _could_help(count: int) -> str:
    if not count:
        return _("aucune offre proche pour l’instant")
    return ngettext("%(count)d autre pourrait aider", "%(count)d autres pourraient aider", count) % {"count": count}


def _proposals(actor: Actor, pole: Pole, today: date) -> Block:
    lines = [_proposal(actor, one, today) for one in week.waiting_proposals(pole, today)]
    return Block("proposals", _("Des propositions à suivre"), lines)


def _proposal(actor: Actor, one: week.WaitingProposal, today: date) -> Line:
    """Return a proposal with whose answer is missing, or with the text that both may now write."""
    match = one.match
    to_write = not one.missing and permissions.can_begin_agreement(actor, match)
    state = _("réponse attendue : %(names)s") % {"names": _names(one.missing)}
    return Line(
        title=_names([match.need.holder, match.holder]),
        url=match.get_absolute_url(),
        pieces=[
            match.need.title,
            _("proposé %(since)s") % {"since": since_words(match.proposed_at, today)},
            state if one.missing else _("d’accord tous les deux, rien n’est encore écrit"),
        ],
        action=_("Écrire l’accord") if to_write else _("Ouvrir"),
        action_url=_address(match.pole, "begin_cooperation", match.pk) if to_write else match.get_absolute_url(),
    )


def _unsigned(pole: Pole, today: date) -> Block:
    lines = [
        Line(
            title=one.cooperation.title,
            url=one.cooperation.get_absolute_url(),
            pieces=[
                _("écrit %(since)s") % {"since": since_words(one.cooperation.written_at, today)},
                ngettext("signature attendue : %(names)s", "signatures attendues : %(names)s", len(one.missing))
                % {"names": _names(one.missing)},
            ],
            action=_("Voir l’accord"),
            action_url=_address(pole, "agreement", one.cooperation.pk),
        )
        for one in week.unsigned_agreements(pole)
    ]
    return Block("signatures", _("Des accords à signer"), lines)


def _joinings(pole: Pole, today: date) -> Block:
    """Return the requests to take part in what others do already: since when, and whose yes is awaited."""
    lines = [
        Line(
            title=one.joining.cooperation.title,
            url=one.joining.cooperation.get_absolute_url(),
            pieces=[
                _("%(name)s veut prendre part") % {"name": one.joining},
                _("demandé %(since)s") % {"since": since_words(one.joining.asked_at, today)},
                _("réponse attendue : %(names)s") % {"names": _names(one.missing)},
            ],
            action=_("Voir"),
            action_url=one.joining.cooperation.get_absolute_url(),
        )
        for one in week.waiting_joinings(pole)
    ]
    return Block("joinings", _("Des demandes à prendre part"), lines)


def _promises(pole: Pole, today: date) -> Block:
    due = list(week.promises_due(pole, today))
    calls = week_work.last_calls(one.promised_by_id for one in due)
    lines = [_promise(one, today, calls.get(one.promised_by_id)) for one in due]
    return Block("promises", _("Des promesses à l’échéance"), lines)


def _called(on: date | None, today: date) -> list[str]:
    """Return when a party was last telephoned for news; nothing where it was not."""
    return [_("relance par téléphone %(since)s") % {"since": since_words(on, today)}] if on else []


def _actions(pole: Pole, today: date) -> Block:
    """Return what was said in meetings and comes to its day: by whom and when, not what."""
    due = list(week_work.actions_due(pole, today))
    calls = week_work.last_calls(one.party_id for one in due)
    lines = [
        Line(
            title=one.meeting.cooperation.title,
            url=one.meeting.cooperation.get_absolute_url(),
            pieces=[str(one.party), *_called(calls.get(one.party_id), today)],
            day=one.due_on,
            action=_("Prendre des nouvelles"),
            action_url=f"{one.meeting.cooperation.get_absolute_url()}#relances",
        )
        for one in due
    ]
    return Block("actions", _("Ce qui a été dit en réunion"), lines)


def _promise(promise: Commitment, today: date, called_on: date | None = None) -> Line:
    """Return a promise by who, to whom and when; what was promised and why it waits stay with the parties."""
    is_late = promise.is_late(today)
    by = promise.promised_by.holder
    to = str(promise.promised_to.holder) if promise.promised_to else _("tous")
    news_url = by.get_absolute_url() if isinstance(by, Structure) else promise.cooperation.get_absolute_url()
    return Line(
        title=promise.cooperation.title,
        url=promise.cooperation.get_absolute_url(),
        pieces=[_("%(by)s, pour %(to)s") % {"by": by, "to": to}, *_called(called_on, today)],
        day=promise.due_on,
        chip=_("en attente") if is_late else _("à tenir"),
        tone="late" if is_late else "wait",
        action=_("Prendre des nouvelles"),
        action_url=news_url,
    )


def _silent(actor: Actor, pole: Pole, today: date) -> Block:
    lines = [_silence(actor, one, today) for one in week.silent_cooperations(pole, today)]
    return Block("silent", _("Des coopérations sans nouvelles"), lines)


def _silence(actor: Actor, one: week.SilentCooperation, today: date) -> Line:
    cooperation: Cooperation = one.cooperation
    may_note = actor.may("note_for_others", cooperation.pole_id)
    return Line(
        title=cooperation.title,
        url=cooperation.get_absolute_url(),
        pieces=[
            _names([party.holder for party in cooperation.parties.all()]),
            _("dernière nouvelle %(since)s") % {"since": since_words(one.last_on, today)},
        ],
        action=_("Noter une nouvelle") if may_note else _("Voir"),
        action_url=_address(cooperation.pole, "note_fact", cooperation.pk)
        if may_note
        else cooperation.get_absolute_url(),
    )


def _to_meet(pole: Pole, today: date) -> Block:
    lines = [
        Line(title=str(structure), action=_("Aller voir"), action_url=structure.get_absolute_url())
        for structure in week.structures_to_meet(pole, today)
    ]
    return Block(
        "meet",
        _("À qui proposer une rencontre"),
        lines,
        why=_("Rien ne leur a été proposé depuis trois mois. Cette liste n’est montrée qu’à la coordination."),
        is_aside=True,
    )
