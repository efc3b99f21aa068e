"""Whether a file may leave: the rules of the call on the members, then those on the group, each with its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from phares.engine import eligibility as engine
from phares.rooms.funding.models import Application, CallRule, Member
from phares.rooms.funding.models.application import Go
from phares.rooms.funding.models.call import RuleForm
from phares.rooms.funding.queries.files import Expected
from phares.rooms.funding.queries.team import Coverage
from phares.rooms.funding.traits import traits_of

CODE = "R2142-19 à R2142-27"
AT = {"size": "team", "lead": "group", "shares": "shares"}
"""On which page each line on the group is put right."""


@dataclass(frozen=True)
class Line:
    """One line of the checklist: the rule, its text, how it stands, who is concerned, how many more it takes.

    `waits_for` names what or whom it waits for; `at` says on which page one goes on (`team`, `group`, `shares`...).
    """

    words: Any
    article: str
    state: str
    lacking: Sequence[str] = ()
    unknown: Sequence[str] = ()
    short: int = 0
    rule: CallRule | None = None
    waits_for: Sequence[str] = ()
    at: str = ""


def checklist(
    application: Application, members: Sequence[Member], rows: Sequence[Coverage], missing: Sequence[Expected]
) -> list[Line]:
    """Return the checklist of those who are in: what is not known counts neither for nor against.

    `rows` is what the team covers of the call, `missing` the papers that are not there.
    """
    inside = [one for one in members if one.accepted is not False]
    names = {str(one.structure_id): str(one.structure) for one in inside}
    subjects = [engine.Subject(str(one.structure_id), traits_of(one.structure)) for one in inside]
    rules = list(application.call.rules.all())
    checks = engine.checklist(
        [*(_rule(rule) for rule in rules), *_own_rules(application)], subjects, _group(application, inside)
    )
    told = [(rule, "") for rule in rules] + [(None, words) for words in _own_words(application)]
    waits = _waits_for(inside)
    lines = [
        Line(
            words, check.rule.article, check.state.value,
            [names[key] for key in check.lacking if key in names],
            [names[key] for key in check.unknown if key in names],
            check.short if rule or isinstance(check.rule, engine.Size) else 0, rule,
            waits.get(check.rule.code, ()), AT.get(check.rule.code, "team" if rule else ""),
        )
        for (rule, words), check in zip(told, checks, strict=True)
    ]  # fmt: skip
    return [*_covered(rows), *lines, *_papers(application, missing)]


def _covered(rows: Sequence[Coverage]) -> list[Line]:
    """Return whether what the call makes mandatory is covered; nothing where it makes nothing mandatory."""
    mandatory = [row for row in rows if row.requirement.is_mandatory]
    if not mandatory:
        return []
    open_rows = [row.requirement.skill for row in mandatory if not row.is_covered]
    state = engine.State.MISSING if open_rows else engine.State.MET
    words = _("Ce que l’appel rend obligatoire est couvert")
    return [Line(words, _("l’appel"), state.value, waits_for=open_rows, at="team")]


def _papers(application: Application, missing: Sequence[Expected]) -> list[Line]:
    """Return whether every paper that the call asks is there; nothing where it asks none."""
    if not application.call.papers.all():
        return []
    state = engine.State.MISSING if missing else engine.State.MET
    papers = [f"{one.asked.name} ({one.structure})" if one.structure else one.asked.name for one in missing]
    return [Line(_("Chaque pièce demandée est là"), _("l’appel"), state.value, waits_for=papers, at="papers")]


def _waits_for(inside: Sequence[Member]) -> dict[str, list[str]]:
    """Return whom the lines on the group wait for."""
    return {
        "accepted": [str(one.structure) for one in inside if one.accepted is None],
        "go": [str(one.structure) for one in inside if one.accepted and one.go != Go.GO],
    }


def _rule(rule: CallRule) -> engine.Rule:
    code = f"rule-{rule.pk}"
    if rule.form == RuleForm.EVERY:
        return engine.Every(code, rule.article, rule.trait)
    if rule.form == RuleForm.NO_FEWER:
        return engine.NoFewer(code, rule.article, rule.trait, rule.number)
    if rule.form == RuleForm.NO_MORE:
        return engine.NoMore(code, rule.article, rule.trait, rule.number)
    return engine.MoreThan(code, rule.article, rule.trait, Fraction(rule.number, 100))


def _own_rules(application: Application) -> list[engine.Rule]:
    """Return what every group needs; the code of public procurement speaks of tenders alone."""
    call = application.call
    group = _("code de la commande publique, %(code)s") % {"code": CODE} if call.is_tender else _("l’usage")
    return [
        engine.Size("size", _("l’appel"), call.least_members, call.most_members),
        engine.OfTheSet("accepted", _("l’usage"), "all_accepted"),
        engine.OfTheSet("lead", group, "has_lead"),
        engine.OfTheSet("shares", group, "shares_whole"),
        engine.OfTheSet("go", _("l’usage"), "all_go"),
    ]


def _own_words(application: Application) -> list[Any]:
    call = application.call
    return [
        _("De %(least)d à %(most)d membres") % {"least": call.least_members, "most": call.most_members},
        _("Chaque structure a accepté"),
        _("La forme du groupement est choisie et son mandataire est nommé"),
        _("Les parts font 100 %"),
        _("Chacune a dit « on y va »"),
    ]


def _group(application: Application, inside: Sequence[Member]) -> engine.Subject:
    accepted = [one for one in inside if one.accepted]
    leads = application.lead_id in {one.structure_id for one in accepted}
    traits = {
        "all_accepted": bool(inside) and len(accepted) == len(inside),
        "has_lead": bool(application.form) and leads,
        "shares_whole": sum(one.share_bp or 0 for one in accepted) == 10_000,
        "all_go": bool(accepted) and all(one.go == "go" for one in accepted),
    }
    return engine.Subject("group", traits)
