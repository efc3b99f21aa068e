"""Pages of restitutions: what was told back, each version, the sheet to print; drafting and publishing."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phares.rooms.commons.days import day_words, period_words
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory.gate import found, members
from phares.rooms.territory import actions, permissions
from phares.rooms.territory.card_words import WORDS
from phares.rooms.territory.forms import restitution as forms
from phares.rooms.territory.models import Restitution, RestitutionVersion
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.queries import restitution as queries
from phares.rooms.territory.restitution_languages import texts_of
from phares.rooms.territory.restitution_sheet import sheet_pdf
from phares.rooms.territory.restitution_words import headings_in

A_PAGE = 20


@reads
def restitutions(request: Any) -> HttpResponse:
    """Show what was told back, the latest period first; drafts to those who write them."""
    can_write = permissions.can_write_restitution(request.actor, request.pole)
    all_of_them = queries.restitutions_of(request.pole)
    page = Paginator(all_of_them if can_write else all_of_them.exclude(versions=None), A_PAGE)
    context = {
        "page": page.get_page(request.GET.get("page")),
        "can_write": can_write,
        "quarter": queries.quarter_to_tell(request.pole, request.today) if can_write else None,
    }
    return render(request, "territory/restitutions.html", context)


def _asked(request: Any, pk: int) -> Restitution:
    return found(queries.restitution_numbered(request.pole, pk))


def _written(request: Any, pk: int) -> Restitution:
    """Return the restitution to those who write it."""
    require(permissions.can_write_restitution(request.actor, request.pole))
    return _asked(request, pk)


@reads
def restitution(request: Any, pk: int) -> HttpResponse:
    """Show the latest version of what was told back."""
    one = _asked(request, pk)
    return _shown(request, one, found(one.versions.first()))


@reads
def restitution_version(request: Any, pk: int, version: int) -> HttpResponse:
    """Show one version, as it was published."""
    one = _asked(request, pk)
    return _shown(request, one, found(one.versions.filter(number=version).first() if version < 10**4 else None))


def _shown(request: Any, one: Restitution, version: RestitutionVersion) -> HttpResponse:
    """Show a version, with the others beside it."""
    versions = list(one.versions.all())
    language = _language_asked(request, version)
    headings, others = headings_in(rules_of(request.pole).languages, language or get_language() or "fr")
    context = {
        "restitution": one,
        "told": queries.told_in(version, request.pole, request.today, language, get_language() or "fr"),
        "languages": _languages(version, language),
        "versions": versions,
        "is_latest": version.pk == versions[0].pk,
        "headings": headings,
        "others": others,
        "can_write": permissions.can_write_restitution(request.actor, request.pole),
    }
    return render(request, "territory/restitution.html", context)


def _language_asked(request: Any, version: RestitutionVersion) -> str:
    """Return the language asked for, else the reader's own, where this version was given in it; else none: French."""
    given, asked = version.said.get("languages", {}), request.GET.get("langue", get_language() or "fr")
    return asked if asked in given else ""


def _languages(version: RestitutionVersion, language: str) -> list[tuple[str, str]]:
    """Return the other languages in which a version can be read, each by its own name."""
    given = ["fr", *version.said.get("languages", {})]
    return [(code, WORDS[code].language) for code in given if code != (language or "fr") and code in WORDS]


@reads
def restitution_sheet(request: Any, pk: int) -> HttpResponse:
    """Give the latest version as a sheet to print, on two sides at most."""
    one = _asked(request, pk)
    version = found(one.versions.first())
    language, reader = _language_asked(request, version), get_language() or "fr"
    said = queries.told_in(version, request.pole, request.today, language, reader)
    address = request.build_absolute_uri(one.get_absolute_url())
    say_address = request.build_absolute_uri(reverse("territory:say_voice", args=[request.pole.slug]))
    pdf = sheet_pdf(one, said, address=address, say_address=say_address)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="restitution-{one.last_on:%Y-%m}.pdf"'
    return answer


@reads
@members
def restitution_draft(request: Any, pk: int) -> HttpResponse:
    """Show what is still to be said before publishing, problem by problem."""
    one = _written(request, pk)
    lines = queries.lines_of(one)
    context = {
        "restitution": one,
        "left": [line for line in lines if not line.is_told],
        "ready": [line for line in lines if line.is_told],
        "words": one.voices.public_on(request.today),
        "latest": one.versions.first(),
        "languages": _progress(one, request.today),
        "is_over": one.last_on <= request.today,
    }
    return render(request, "territory/restitution_draft.html", context)


def _progress(one: Restitution, day: date) -> list[dict[str, Any]]:
    """Return the languages of the pole, how many of the texts are given in each, and by whom."""
    texts = {text for _name, text in texts_of(actions.told_now(one, day))}
    known = {each.language: each for each in one.translations.all()}
    return [
        {
            "code": code,
            "name": WORDS[code].language,
            "given": sum(text in texts for text, _words in known[code].texts) if code in known else 0,
            "all": len(texts),
            "translator": known[code].translator if code in known else "",
        }
        for code in queries.languages_to_give(one)
        if code in WORDS
    ]


@writes
@members
def translate_restitution(request: Any, pk: int, language: str) -> HttpResponse:
    """Give the texts in another language."""
    one = _written(request, pk)
    name = found(WORDS.get(language) if language in queries.languages_to_give(one) else None).language
    before = one.translations.filter(language=language).first()
    form = forms.TranslationForm(
        request.POST if request.method == "POST" else None,
        texts=texts_of(actions.told_now(one, request.today)),
        known=dict(before.texts) if before else {},
        initial={"translator": before.translator if before else ""},
    )

    def act(entry: dict[str, Any]) -> str:
        actions.translate_restitution(
            restitution=one, language=language, translator=entry["translator"], texts=form.given(),
            by=request.actor, at=timezone.now(),
        )  # fmt: skip
        return reverse("territory:restitution_draft", args=[request.pole.slug, one.pk])

    lead = _("Ce qui reste vide se lit en français. C’est publié avec la prochaine version.")
    return _about(request, form, act, one, _("En %(language)s") % {"language": name}, lead=lead)


@writes
@members
def begin_restitution(request: Any) -> HttpResponse:
    """Begin telling back a period."""
    require(permissions.can_write_restitution(request.actor, request.pole))
    first, last = queries.quarter_to_tell(request.pole, request.today) or queries.last_quarter(request.today)
    posted = request.POST if request.method == "POST" else None
    form = forms.PeriodForm(posted, initial={"first_on": first, "last_on": last})

    def act(entry: dict[str, Any]) -> str:
        begun = actions.begin_restitution(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        return reverse("territory:restitution_draft", args=[request.pole.slug, begun.pk])

    return form_page(
        request,
        form,
        act,
        heading=_("Commencer une restitution"),
        lead=_("Un premier texte est fait de ce qui est déjà noté ; vous le récrivez, puis vous le publiez."),
        submit_label=_("Faire le premier texte"),
        back_label=_("Ce que cela devient"),
        back_url=reverse("territory:restitutions", args=[request.pole.slug]),
    )


def _about(request: Any, form: Any, act: Any, one: Restitution, heading: str, **context: Any) -> HttpResponse:
    """Show a form on one restitution; done or left, one is back at its draft."""
    return form_page(
        request,
        form,
        act,
        heading=heading,
        submit_label=context.pop("submit_label", _("Enregistrer")),
        back_label=period_words(one.first_on, one.last_on),
        back_url=reverse("territory:restitution_draft", args=[request.pole.slug, one.pk]),
        **context,
    )


@writes
@members
def write_restitution(request: Any, pk: int) -> HttpResponse:
    """Write the opening and choose the words."""
    one = _written(request, pk)
    now = {"lead": one.lead, "next_words": one.next_words, "voices": list(one.voices.values_list("pk", flat=True))}
    posted = request.POST if request.method == "POST" else None
    form = forms.OpeningForm(posted, restitution=one, day=request.today, initial=now)

    def act(entry: dict[str, Any]) -> str:
        entry.setdefault("voices", ())
        actions.write_restitution(restitution=one, **entry, by=request.actor, at=timezone.now())
        return reverse("territory:restitution_draft", args=[request.pole.slug, one.pk])

    return _about(request, form, act, one, _("Le début, les paroles, la fin"))


@writes
@members
def tell_of_problem(request: Any, pk: int, problem: int) -> HttpResponse:
    """Write what is told of a problem."""
    one = _written(request, pk)
    line = found(next((each for each in queries.lines_of(one) if each.problem.pk == problem), None))
    names = ("understood", "done", "why_not")
    now = {name: getattr(line.line, name) for name in names} if line.line else {"understood": line.problem.text}
    posted = request.POST if request.method == "POST" else None
    form = forms.LineForm(posted, has_responses=bool(line.responses), initial=now)

    def act(entry: dict[str, Any]) -> str:
        actions.tell_of_problem(
            restitution=one, problem=line.problem, **entry, by=request.actor, at=timezone.now()
        )  # fmt: skip
        return reverse("territory:restitution_draft", args=[request.pole.slug, one.pk])

    titles = " ; ".join(each.title for each in line.responses)
    lead = _("Y répondent déjà : %(titles)s") % {"titles": titles} if titles else _("Aucune réponse n’est notée.")
    return _about(request, form, act, one, line.problem.title, lead=lead)


@writes
@members
def publish_restitution(request: Any, pk: int) -> HttpResponse:
    """Publish, or correct what was published."""
    one = _written(request, pk)
    latest = one.versions.first()
    posted = request.POST if request.method == "POST" else None
    form = forms.PublishForm(posted, is_correction=latest is not None)

    def act(entry: dict[str, Any]) -> str:
        actions.publish_restitution(restitution=one, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    lead = _("Ce texte ne bougera plus ; une correction sera une version de plus, à côté de celle-ci.")
    if latest is not None:
        lead = _("La version publiée le %(day)s reste à lire à côté.") % {"day": day_words(latest.published_at)}
    label = _("Publier la correction") if latest else _("Publier")
    return _about(request, form, act, one, _("Publier"), lead=lead, submit_label=label)
