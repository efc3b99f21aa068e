"""The components: what each writes, what a screen reader finds, what nobody can break by what they type."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.staticfiles import finders
from django.core.mail import EmailMessage
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import get_template
from django.test import Client, RequestFactory
from django.utils import translation

from phares.rooms.commons.templatetags import ui

NARROW = "\N{NARROW NO-BREAK SPACE}"
HARD = "\N{NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def in_french() -> Iterator[None]:
    """Read the pages in the language they are written in, whatever the test before asked for."""
    with translation.override("fr"):
        yield


def written(source: str, **context: object) -> str:
    """Render one line of template, its white space folded."""
    return re.sub(r"[ \n]+", " ", Template(source).render(Context(context))).strip()


class Said(forms.Form):
    """A form with one field of each shape."""

    title = forms.CharField(label="En une phrase", help_text="Comme à un voisin.")
    text = forms.CharField(label="Plus en détail", required=False)
    until = forms.DateField(label="Jusqu’à quand", required=False)
    kind = forms.ChoiceField(
        label="Quoi", choices=[("space", "Un lieu"), ("tool", "Un outil")], widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label="J’accepte")
    code = forms.CharField(widget=forms.HiddenInput, required=False)


class Ids(HTMLParser):
    """Gathers the ids of a piece of HTML, and what points at them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.pointed: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in {"for", "aria-describedby", "aria-labelledby"}:
                self.pointed.extend((value or "").split())


# Words and days


def test_a_day_never_breaks_over_two_lines_and_carries_its_date() -> None:
    assert written("{% day d %}", d=date(2024, 3, 12)) == f'<time datetime="2024-03-12">12{HARD}mars{HARD}2024</time>'
    assert f"dimanche{HARD}1er{HARD}mars<" in written("{% day d weekday=True year=False %}", d=date(2026, 3, 1))
    assert written("{% day d %}", d=None) == ""


def test_a_moment_is_told_in_local_time() -> None:
    assert f"2{HARD}novembre{HARD}2026 à 14{HARD}h{HARD}05" in written(
        "{% moment m %}", m=datetime(2026, 11, 2, 13, 5, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (1350, "m²", f"1{NARROW}350{HARD}m²"),
        (12.5, "h", f"12,5{HARD}h"),
        (95.5, "€", f"95,50{HARD}€"),
        (20, "€", f"20{HARD}€"),
        (1350, "", f"1{NARROW}350"),
    ],
)
def test_a_number_stays_with_its_unit(number: float, unit: str, words: str) -> None:
    assert ui.amount(number, unit) == words


def test_what_people_type_gets_french_spaces_and_stays_harmless() -> None:
    assert written("{{ t|typo }}", t="J'ai <b> ?") == f"J’ai &lt;b&gt;{NARROW}?"
    assert "<br>" in Template("{{ t|typo|linebreaks }}").render(Context({"t": "un\ndeux <i>"}))
    assert "<i>" not in Template("{{ t|typo|linebreaks }}").render(Context({"t": "un\ndeux <i>"}))


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Les Ateliers du Quai", "AQ"),
        ("L’Établi", "Ét"),
        ("Accueil 13", "A1"),
        ("Le Phare", "Ph"),
        ("La", ""),
        ("", ""),
    ],
)
def test_initials_skip_the_small_words(name: str, letters: str) -> None:
    assert f">{letters}</span>" in ui.initials(name)


# Buttons and lists


def test_a_post_button_is_a_form_with_its_token_and_its_hidden_fields() -> None:
    html = written('{% post_button "/x" "Promettre" "next" about=who item=12 %}', who="L’Établi <b>", csrf_token="abc")
    assert '<form method="post" action="/x" class="post">' in html
    assert 'name="csrfmiddlewaretoken" value="abc"' in html
    assert '<input type="hidden" name="item" value="12">' in html
    assert 'class="button button-next"' in html
    assert "L’Établi &lt;b&gt;" in html


def test_a_breadcrumb_takes_labels_in_turn_or_a_list() -> None:
    in_turn = written('{% breadcrumb "Structures" "/s/" "Roue Libre" %}')
    assert in_turn == written("{% breadcrumb pairs %}", pairs=[("Structures", "/s/"), ("Roue Libre", "")])
    assert '<a href="/s/">Structures</a>' in in_turn
    assert '<span aria-current="page">Roue Libre</span>' in in_turn


def test_pages_keep_the_rest_of_the_address() -> None:
    request = RequestFactory().get("/?q=pain&page=2")
    html = written("{% pages p %}", p=Paginator(range(50), 20).page(2), request=request)
    assert 'href="?q=pain&amp;page=1"' in html
    assert 'href="?q=pain&amp;page=3"' in html
    assert written("{% pages p %}", p=Paginator(range(5), 20).page(1), request=request) == ""


def test_an_empty_place_says_what_starts_it() -> None:
    html = written('{% empty_state "Rien" "Dites-le." "/dire/" "Dire un besoin" "need" %}')
    assert '<a class="button button-plain" href="/dire/">' in html
    assert "<a " not in written('{% empty_state "Rien" %}')


# Forms


def test_every_field_has_its_label_its_help_and_its_error_linked() -> None:
    form = Said({"until": "hier"})
    html = written("{% form_errors form %}{% for bound in form %}{% field bound %}{% endfor %}", form=form)
    found = Ids(html)
    assert len(found.ids) == len(set(found.ids))
    assert set(found.pointed) <= set(found.ids)
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'aria-invalid="true"' in html


def test_each_error_of_the_summary_leads_to_a_field_that_is_there() -> None:
    html = written("{% form_errors form %}{% for bound in form %}{% field bound %}{% endfor %}", form=Said({}))
    targets = re.findall(r'<a href="#([^"]+)"', html)
    assert targets == ["id_title", "id_kind_0", "id_agreed"]
    assert set(targets) <= set(Ids(html).ids)


def test_a_valid_form_has_no_summary() -> None:
    form = Said({"title": "Un lieu", "kind": "space", "agreed": "on"})
    assert written("{% form_errors form %}", form=form) == ""


def test_what_may_be_left_empty_is_said_in_words() -> None:
    assert "(facultatif)" in written("{% field form.text %}", form=Said())
    assert "(facultatif)" not in written("{% field form.title %}", form=Said())


def test_a_day_is_asked_with_the_calendar_and_shown_back_as_it_reads_it() -> None:
    html = written("{% field form.until %}", form=Said(initial={"until": date(2026, 3, 5)}))
    assert 'type="date"' in html
    assert 'value="2026-03-05"' in html


def test_choices_become_tiles_with_their_icons_and_words() -> None:
    html = written(
        "{% field form.kind icons=i hints=h %}", form=Said(), i={"space": "building"}, h={"tool": "à prêter"}
    )
    assert html.count('class="tile"') == 2
    assert "icons.svg#building" in html
    assert '<span class="hint">à prêter</span>' in html
    assert "<legend>Quoi" in html


def test_a_question_can_be_the_title_of_its_screen() -> None:
    assert "<legend><h1>Quoi</h1></legend>" in written("{% field form.kind as_title=True %}", form=Said())
    assert "<h1><label" in written("{% field form.title as_title=True %}", form=Said())


# Pages that must always show


def test_the_page_of_a_breakdown_asks_nothing_of_anyone() -> None:
    html = get_template("500.html").render()
    for address in re.findall(r'/static/(commons/[^"]+)"', html):
        assert finders.find(address), address
    assert "Une panne" in html


@pytest.mark.parametrize(
    "address",
    [
        "login/",
        "login/code/",
        "password/reset/",
        "password/reset/done/",
        "signup/",
        "inactive/",
        "password/reset/key/1-x/",
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_door_of_the_account_opens(client: Client, db: None, address: str, language: str) -> None:
    answer = client.get(f"/compte/{address}", headers={"Accept-Language": language})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert html.count("<h1") == 1
    assert "style=" not in html
    found = Ids(html)
    assert len(found.ids) == len(set(found.ids))


def test_the_gallery_shows_every_component_with_unique_ids(client: Client, db: None) -> None:
    html = client.get("/composants/").content.decode()
    found = Ids(html)
    assert len(found.ids) == len(set(found.ids))
    assert set(found.pointed) <= set(found.ids)
    assert html.count("<h1") == 1


def test_an_address_that_nobody_knows_is_told_by_mail_and_never_on_the_page(
    client: Client, db: None, mailoutbox: list[EmailMessage]
) -> None:
    answer = client.post("/compte/login/code/", {"email": "inconnue@fanal.example"}, follow=True)
    page = answer.content.decode()
    assert "Regardez vos mails" in page
    assert 'autocomplete="one-time-code"' in page
    assert "Aucun compte ne la porte" in mailoutbox[0].body
    assert "signup" not in mailoutbox[0].body


def test_a_known_person_gets_a_code_and_a_way_to_a_new_password(
    client: Client, db: None, mailoutbox: list[EmailMessage], django_user_model: type[AbstractBaseUser]
) -> None:
    django_user_model.objects.create(email="nour@fanal.example", password="!")
    client.post("/compte/login/code/", {"email": "nour@fanal.example"})
    client.post("/compte/password/reset/", {"email": "nour@fanal.example"})
    code, link = mailoutbox
    assert re.search(r"http://[^/]+/entrer/\S+", code.body)
    assert re.search(r"\n    \S{6,}\n", code.body)
    assert "Pourquoi ce message" in code.body
    opened = client.get(re.search(r"http://[^/]+(/compte/\S+)", link.body)[1], follow=True)
    assert opened.content.decode().count("<h1") == 1


@pytest.mark.parametrize("address", ["logout/", "password/change/", "reauthenticate/", "securite/", "sessions/"])
def test_every_page_of_ones_own_account_opens(
    client: Client, db: None, django_user_model: type[AbstractBaseUser], address: str
) -> None:
    person = django_user_model.objects.create(email="nour@fanal.example")
    person.set_password("une phrase assez longue")
    person.save()
    client.force_login(person)
    html = client.get(f"/compte/{address}").content.decode()
    found = Ids(html)
    assert html.count("<h1") == 1
    assert len(found.ids) == len(set(found.ids))
    assert set(found.pointed) <= set(found.ids)
    assert 'class="account"' in html


@pytest.mark.parametrize(("language", "said"), [("fr", f"«{NARROW}Un four{NARROW}!{NARROW}»"), ("en", "“Un four !”")])
def test_what_people_said_stands_between_the_quotation_marks_of_the_reader(language: str, said: str) -> None:
    with translation.override(language):
        assert written("{{ what|quoted }}", what="Un four !").replace(NARROW + "!”", " !”") == said


@pytest.mark.parametrize(("language", "shown"), [("fr", f"Nour{NARROW}: oui"), ("en", "Nour: oui")])
def test_a_colon_is_printed_as_the_reader_prints_it(language: str, shown: str) -> None:
    with translation.override(language):
        assert written("Nour{% colon %}oui") == shown
