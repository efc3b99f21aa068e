"""Whatever names a person says in the register why it is kept; nothing is kept on people that no room declares."""

from django.apps import apps

from house.reading import nothing_in
from phares.rooms.commons import privacy
from phares.rooms.directory.actions.erasure import _KEPT


def test_every_noun_that_names_a_person_belongs_to_one_processing_of_the_register() -> None:
    """Add a new one to `nouns` in the `privacy.py` of its room, where its purpose and its end are said."""
    named = {model._meta.label for model, _key in privacy.links()}
    listed = [noun for one in privacy.declared() for noun in one.nouns]
    nothing_in(f"{noun}: in no processing" for noun in named - set(listed))
    nothing_in(noun for noun in listed if listed.count(noun) > 1)


def test_what_the_register_lists_is_there() -> None:
    nouns = {model._meta.label for model in apps.get_models()}
    nothing_in(noun for one in privacy.declared() for noun in one.nouns if noun not in nouns)


def test_every_period_of_the_register_is_applied_each_night() -> None:
    assert {one.period for one in privacy.declared() if one.period} <= set(_KEPT)


def test_the_register_says_everything_that_the_law_asks_of_each_processing() -> None:
    """GDPR, article 30 (1): purposes, people, data, recipients, time limits."""
    for one in privacy.declared():
        assert all(map(str, (one.purpose, one.basis, one.people, one.kept, one.readers, one.until))), one.code
