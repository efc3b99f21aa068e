"""A draft: the answers given so far, and what they say together."""

from typing import Any

from django.http import QueryDict

from phares.rooms.cooperation.forms.saying import QUESTIONS, ForWhom, NeedOrOffer, Question, Saying

REVIEW = "relire"
Answers = dict[str, dict[str, list[str]]]


class Draft:
    """Answers as they were typed, by question; read again through the questions' own forms."""

    def __init__(self, saying: Saying, answers: Answers) -> None:
        self.answers = answers
        side = (answers.get(NeedOrOffer.slug, {}).get("side") or [""])[0]
        self.saying = Saying(saying.actor, saying.pole, saying.day, side)

    @property
    def questions(self) -> list[type[Question]]:
        """Return the questions for this person: those who speak for themselves are not asked for whom."""
        notes = self.saying.actor.may("note_for_others", self.saying.pole)
        return [one for one in QUESTIONS if notes or one is not ForWhom]

    @property
    def slugs(self) -> list[str]:
        """Return the screens in their order, the last being the one where all is read again."""
        return [*(one.slug for one in self.questions), REVIEW]

    def question(self, slug: str, sent: QueryDict | None = None) -> Question:
        """Return a question with what is sent, else with what was answered before."""
        form_class = next(one for one in self.questions if one.slug == slug)
        return form_class(sent if sent is not None else self._kept(slug), saying=self.saying)

    def keep(self, form: Question) -> None:
        """Keep the answers of a sound question, as they were typed."""
        self.answers[form.slug] = {name: form.data.getlist(name) for name in form.fields}  # type: ignore[attr-defined]

    def after(self, slug: str) -> str:
        """Return the screen that follows."""
        return self.slugs[self.slugs.index(slug) + 1]

    def before(self, slug: str) -> str:
        """Return the screen that comes before; none before the first."""
        place = self.slugs.index(slug)
        return self.slugs[place - 1] if place else ""

    def first_left(self) -> str:
        """Return the first question that still lacks a sound answer, the review when none does."""
        return next((one.slug for one in self.questions if not self._is_answered(one)), REVIEW)

    def first_unanswered(self) -> str:
        """Return the first question not answered at all, for somebody who begins."""
        return next((slug for slug in self.slugs if slug not in self.answers), REVIEW)

    def said(self) -> dict[str, Any]:
        """Return all that is said, as the act takes it; every question must be sound."""
        said: dict[str, Any] = {} if self.questions[0] is ForWhom else {"holder": self.saying.actor.holder}
        for question in self.questions:
            form = self.question(question.slug, self._kept(question.slug) or QueryDict())
            form.is_valid()
            said |= form.kept() if isinstance(form, ForWhom) else form.cleaned_data
        return said

    def _kept(self, slug: str) -> QueryDict | None:
        """Return what was answered to a question."""
        if slug not in self.answers:
            return None
        kept = QueryDict(mutable=True)
        for name, values in self.answers[slug].items():
            kept.setlist(name, values)
        return kept

    def _is_answered(self, question: type[Question]) -> bool:
        """Say whether a question has a sound answer; one that may be left out counts as answered."""
        kept = self._kept(question.slug)
        if kept is None:
            return question.optional
        return self.question(question.slug, kept).is_valid()
