"""Reads on restitutions: what a period holds, what is still to be said of it, a version as it reads today."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Pole
from phares.rooms.directory.permissions import visible_structures
from phares.rooms.territory.models import Problem, Response, Restitution, RestitutionLine, RestitutionVersion, Voice
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.models.voice import State
from phares.rooms.territory.queries.problems import DONE, visible_responses
from phares.rooms.territory.restitution_labels import Labels, labels_in
from phares.rooms.territory.restitution_languages import Words, read_in
from phares.rooms.territory.small_counts import told

MOST_WORDS = 12
MOST_CHOICES = 200


def restitutions_of(pole: Pole) -> QuerySet[Restitution]:
    """Return what was, or is being, told back, the latest period first."""
    published = RestitutionVersion.objects.filter(restitution=OuterRef("pk"))
    return Restitution.objects.filter(pole=pole).select_related("pole").annotate(is_published=Exists(published))


def restitution_numbered(pole: Pole, pk: int) -> Restitution | None:
    """Return one of them."""
    return restitutions_of(pole).filter(pk=pk).first()


def words_to_choose(restitution: Restitution, day: date) -> QuerySet[Voice]:
    """Return the words of the period that everybody may read, doubles aside."""
    period = (restitution.first_on, restitution.last_on)
    found = Voice.objects.filter(pole=restitution.pole_id, double_of=None, said_on__range=period)
    return found.public_on(day).select_related("district", "pole")


def public_responses(pole: Pole) -> dict[int, list[Response]]:
    """Return, by problem, what is under way or done and that everybody may know of."""
    found: dict[int, list[Response]] = {}
    for one in visible_responses(VISITOR, pole).filter(stage__in=DONE).order_by("written_at", "pk"):
        found.setdefault(one.problem_id, []).append(one)
    return found


def problems_to_tell(pole: Pole) -> QuerySet[Problem]:
    """Return every problem that stands: each is told, done or not done and why."""
    return Problem.objects.filter(pole=pole).standing().order_by("title", "pk")


@dataclass(frozen=True)
class LineSeen:
    """What will be told of a problem: its line, where one is written, and the responses that everybody may know of."""

    problem: Problem
    line: RestitutionLine | None
    responses: list[Response]

    @property
    def is_told(self) -> bool:
        """Say whether it stands among what is done, or among what is not with the reason."""
        return bool(self.responses or (self.line and (self.line.done or self.line.why_not)))

    @property
    def is_done(self) -> bool:
        """Say whether it stands among what is done."""
        return bool(self.responses or (self.line and self.line.done))


def lines_of(restitution: Restitution) -> list[LineSeen]:
    """Return what will be told of each problem."""
    lines = {one.problem_id: one for one in restitution.lines.all()}
    responses = public_responses(restitution.pole)
    problems = problems_to_tell(restitution.pole).select_related("pole")
    return [LineSeen(one, lines.get(one.pk), responses.get(one.pk, [])) for one in problems]


def left_to_tell(restitution: Restitution) -> list[Problem]:
    """Return the problems of which nothing is said yet: neither what is done, nor why nothing is."""
    return [one.problem for one in lines_of(restitution) if not one.is_told]


def said_in(restitution: Restitution) -> dict[str, Any]:
    """Return how many voices the period holds, by theme where it may be told."""
    period = (restitution.first_on, restitution.last_on)
    voices = Voice.objects.filter(pole=restitution.pole_id, said_on__range=period).kept()
    counts = dict(voices.order_by().values_list("theme").annotate(count=Count("pk")))
    public = told(counts, rules_of(restitution.pole).smallest_count)
    return {"themes": public.shown, "together": public.together, "total": public.total}


def voice_counts(pole: Pole) -> dict[int, int]:
    """Return how many kept voices each problem has, where it may be told."""
    least = rules_of(pole).smallest_count
    kept = Count("voices", filter=Q(voices__state=State.KEPT), distinct=True)
    rows = problems_to_tell(pole).annotate(count=kept).filter(count__gte=least)
    return dict(rows.values_list("pk", "count"))


@dataclass(frozen=True)
class Told:
    """A version as it reads today: what was frozen, without the words and responses taken away since.

    `language` is the other language in which its texts are read, `translator` who gave them, `labels` the words around.
    """

    version: RestitutionVersion
    language: str
    translator: str
    labels: Labels
    lead: Words
    next: Words
    words: list[Voice]
    themes: list[tuple[Any, int]]
    done: list[dict[str, Any]]
    not_done: list[dict[str, Any]]


def languages_to_give(restitution: Restitution) -> list[str]:
    """Return the languages of the pole in which a restitution may be given besides French."""
    return [code for code in rules_of(restitution.pole).languages if code != "fr"]


def told_in(version: RestitutionVersion, pole: Pole, day: date, language: str = "", reader: str = "fr") -> Told:
    """Return a version: its text never moves; words whose owner took them back are left out, as are responses.

    Read in another language, the words around its texts are of that language too, else of the reader's.
    """
    labels = labels_in(language or reader)
    given = version.said.get("languages", {}).get(language)
    said = read_in(version.said, language)
    voices = Voice.objects.filter(pole=pole, pk__in=said["words"]).public_on(day).select_related("district", "pole")
    in_order = {voice.pk: voice for voice in voices}
    asked = [one["id"] for problem in said["problems"] for one in problem["responses"]]
    public = set(visible_responses(VISITOR, pole).filter(pk__in=asked).values_list("pk", flat=True))
    named = {0, *visible_structures(VISITOR, pole).values_list("pk", flat=True)}
    problems = [
        {**one, "responses": [_response(each, named, labels) for each in one["responses"] if each["id"] in public]}
        for one in said["problems"]
    ]
    return Told(
        version,
        language if given else "",
        given["translator"] if given else "",
        labels,
        said["lead"],
        said["next"],
        [in_order[pk] for pk in said["words"] if pk in in_order],
        [(labels.theme(code), count) for code, count in said["counts"]["themes"].items()],
        [one for one in problems if not one["why_not"]],
        [one for one in problems if one["why_not"]],
    )


def _response(said: dict[str, Any], named: set[int], labels: Labels) -> dict[str, Any]:
    """Return a response with the names that everybody may still read, its stage and extent in words."""
    who = ", ".join(name for number, name in said["who"] if number in named)
    return {**said, "who": who, "stage": labels.stage(said["stage"]), "extent": labels.extent(said["extent"])}


def last_quarter(day: date) -> tuple[date, date]:
    """Return the first and the last day of the quarter that ended before a day."""
    last = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1) - timedelta(days=1)
    return date(last.year, last.month - 2, 1), last


def quarter_to_tell(pole: Pole, day: date) -> tuple[date, date] | None:
    """Return the last quarter where something was said in it and nothing that covers its end was told back."""
    first, last = last_quarter(day)
    if not Voice.objects.filter(pole=pole, said_on__range=(first, last)).kept().exists():
        return None
    covered = Restitution.objects.filter(pole=pole, last_on__gte=last, first_on__lte=last)
    return None if covered.exists() else (first, last)


def restitutions_to_publish(pole: Pole) -> QuerySet[Restitution]:
    """Return those begun that nobody can read yet."""
    return restitutions_of(pole).filter(versions=None)
