"""Acts of telling back: drafting from what is in the room, writing each line, choosing words, publishing."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.territory import events, permissions
from phares.rooms.territory.models import (
    Problem,
    Response,
    Restitution,
    RestitutionLine,
    RestitutionTranslation,
    RestitutionVersion,
    Voice,
)
from phares.rooms.territory.queries import restitution as queries
from phares.rooms.territory.restitution_languages import texts_of


class ToldTwice(Refusal):
    """This period has its restitution."""

    sentence = _("Cette période a déjà sa restitution : récrivez-la.")


class OneOrTheOther(Refusal):
    """Done, or not done and why."""

    sentence = _("Dites ce qui se fait, ou pourquoi rien ne se fait : pas les deux.")
    status = 422


class NotAllTold(Refusal):
    """Something is said of every problem."""

    sentence = _("Il reste des problèmes dont rien n’est dit.")


@transaction.atomic
def begin_restitution(*, pole: Pole, first_on: date, last_on: date, by: Actor, at: datetime) -> Restitution:
    """Draft what is told back of a period: every problem with what was understood, some words as they were said."""
    require(permissions.can_write_restitution(by, pole))
    if last_on < first_on:
        raise Refusal(str(_("La période finit avant de commencer.")), field="last_on")
    if first_on > as_day(at):
        raise Refusal(str(_("Cette période n’a pas commencé.")), field="first_on")
    try:
        with transaction.atomic():
            restitution = Restitution.objects.create(pole=pole, first_on=first_on, last_on=last_on, begun_at=at)
    except IntegrityError as error:
        raise ToldTwice(field="first_on") from error
    lines = [
        RestitutionLine(restitution=restitution, problem=one, understood=one.text[:600])
        for one in queries.problems_to_tell(pole)
    ]
    RestitutionLine.objects.bulk_create(lines)
    restitution.voices.set(queries.words_to_choose(restitution, as_day(at))[: queries.MOST_WORDS])
    publish(events.RestitutionBegun(pole.pk, restitution.pk), by=by, at=at)
    return restitution


@transaction.atomic
def write_restitution(
    *, restitution: Restitution, lead: str, next_words: str, voices: Iterable[Voice], by: Actor, at: datetime
) -> Restitution:
    """Write the opening and the end, and choose the words to show: only those that everybody may read."""
    require(permissions.can_write_restitution(by, restitution.pole_id))
    restitution = Restitution.objects.select_for_update(of=("self",)).select_related("pole").get(pk=restitution.pk)
    may = queries.words_to_choose(restitution, as_day(at))
    chosen = list(may.filter(pk__in=[voice.pk for voice in voices]))
    if len(chosen) > queries.MOST_WORDS:
        raise Refusal(str(_("Douze paroles au plus : la feuille tient sur deux pages.")), field="voices")
    restitution.lead, restitution.next_words = lead.strip(), next_words.strip()
    restitution.save(update_fields=["lead", "next_words"])
    restitution.voices.set(chosen)
    publish(events.RestitutionWritten(restitution.pole_id, restitution.pk), by=by, at=at)
    return restitution


@transaction.atomic
def tell_of_problem(
    *,
    restitution: Restitution,
    problem: Problem,
    understood: str = "",
    done: str = "",
    why_not: str = "",
    by: Actor,
    at: datetime,
) -> RestitutionLine:
    """Write what is told of a problem: understood how, and what is done besides the responses, or why nothing is."""
    require(permissions.can_write_restitution(by, restitution.pole_id))
    if problem.pole_id != restitution.pole_id or problem.merged_into_id:
        raise Refusal(str(_("Ce problème a été réuni à un autre.")))
    if why_not.strip() and (done.strip() or queries.public_responses(restitution.pole).get(problem.pk)):
        raise OneOrTheOther(field="why_not")
    line, _new = RestitutionLine.objects.update_or_create(
        restitution=restitution,
        problem=problem,
        defaults={"understood": understood.strip(), "done": done.strip(), "why_not": why_not.strip()},
    )
    publish(events.RestitutionWritten(restitution.pole_id, restitution.pk), by=by, at=at)
    return line


@transaction.atomic
def publish_restitution(
    *, restitution: Restitution, corrected: str = "", by: Actor, at: datetime
) -> RestitutionVersion:
    """Publish what is told back: every problem is done, or not done and why. A correction is a version of its own."""
    require(permissions.can_write_restitution(by, restitution.pole_id))
    restitution = Restitution.objects.select_for_update(of=("self",)).select_related("pole").get(pk=restitution.pk)
    if restitution.last_on > as_day(at):
        raise Refusal(str(_("Cette période n’est pas finie.")))
    number = restitution.versions.count() + 1
    if number > 1 and not corrected.strip():
        raise Refusal(str(_("Dites en une phrase ce qui est corrigé.")), field="corrected")
    if left := queries.left_to_tell(restitution):
        raise NotAllTold(str(NotAllTold.sentence) + " " + " ; ".join(f"« {one.title} »" for one in left[:5]))
    version = RestitutionVersion.objects.create(
        restitution=restitution, number=number, published_at=at, corrected=corrected.strip() if number > 1 else "",
        said=_said(restitution, as_day(at)),
    )  # fmt: skip
    publish(events.RestitutionPublished(restitution.pole_id, restitution.pk), by=by, at=at)
    return version


@transaction.atomic
def translate_restitution(
    *,
    restitution: Restitution,
    language: str,
    translator: str,
    texts: Mapping[str, str],
    by: Actor,
    at: datetime,
) -> RestitutionTranslation:
    """Give the pole's own texts in another of its languages, each text with its translation; the translator is named.

    What is left empty is read in French. It is published with the next version.
    """
    require(permissions.can_write_restitution(by, restitution.pole_id))
    restitution = Restitution.objects.select_for_update(of=("self",)).select_related("pole").get(pk=restitution.pk)
    if language not in queries.languages_to_give(restitution):
        raise Refusal(str(_("Cette langue n’est pas une de celles que le pôle a choisies.")))
    if not translator.strip():
        raise Refusal(str(_("Dites qui a traduit.")), field="translator")
    asked = [text for _name, text in texts_of(told_now(restitution, as_day(at)))]
    pairs = [[text, texts[text].strip()] for text in asked if texts.get(text, "").strip()]
    translation, _new = RestitutionTranslation.objects.update_or_create(
        restitution=restitution, language=language, defaults={"translator": translator.strip(), "texts": pairs}
    )
    publish(events.RestitutionTranslated(restitution.pole_id, restitution.pk), by=by, at=at)
    return translation


def _said(restitution: Restitution, day: date) -> dict[str, Any]:
    """Return what is frozen: what is told, and the translations of those of its texts that have one."""
    said = told_now(restitution, day)
    asked = {text for _name, text in texts_of(said)}
    languages = {
        one.language: {"translator": one.translator, "texts": [pair for pair in one.texts if pair[0] in asked]}
        for one in restitution.translations.all()
    }
    return {**said, "languages": {code: one for code, one in languages.items() if one["texts"]}}


def told_now(restitution: Restitution, day: date) -> dict[str, Any]:
    """Return texts and counts as they stand; chosen words by number, so that words taken back are nowhere."""
    chosen = set(restitution.voices.values_list("pk", flat=True))
    words = queries.words_to_choose(restitution, day).filter(pk__in=chosen)
    counts = queries.voice_counts(restitution.pole)
    return {
        "lead": restitution.lead,
        "next": restitution.next_words,
        "counts": queries.said_in(restitution),
        "words": list(words.order_by("said_on", "pk").values_list("pk", flat=True)),
        "problems": [
            {
                "problem": one.problem.pk,
                "title": one.problem.title,
                "voices": counts.get(one.problem.pk),
                "understood": one.line.understood if one.line else one.problem.text[:600],
                "done": one.line.done if one.line else "",
                "why_not": one.line.why_not if one.line and not one.is_done else "",
                "responses": [_response(each) for each in one.responses],
            }
            for one in queries.lines_of(restitution)
        ],
    }


def _response(one: Response) -> dict[str, Any]:
    """Return what is told of a response: by whom, where it stands, its latest result."""
    results = list(one.results.all())
    return {
        "id": one.pk,
        "title": one.title,
        "who": _who(one),
        "stage": one.stage,
        "extent": one.extent,
        "result": results[0].words if results else "",
    }


def _who(one: Response) -> list[list[Any]]:
    """Return who answers, each structure with its number so that one that hides later is hidden; no resident's name."""
    if one.cooperation is None:
        return [[one.structure_id or 0, str(one.structure or one.call or one.outside)]]
    parties = one.cooperation.parties.select_related("structure", "group")
    return [
        [party.structure_id or 0, str(party.structure or party.group)] for party in parties if not party.resident_id
    ]
