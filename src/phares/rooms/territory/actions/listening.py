"""Acts of those who listen: reading over, telling what became of it, the pole's rules."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.commons.search import search_text
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.territory import events, permissions
from phares.rooms.territory.card_words import WORDS
from phares.rooms.territory.models import ListeningRules, Voice, VoiceContact
from phares.rooms.territory.models.rules import FEWEST_LANGUAGES
from phares.rooms.territory.models.voice import LONGEST, Rule, Sense, State, Theme
from phares.rooms.territory.queries.likeness import family_of


class ReadMeanwhile(Refusal):
    """Somebody else has read it over, or its words were taken away."""

    sentence = _("Quelqu’un l’a relue entre-temps, ou ses mots ont été effacés : regardez la suivante.")


class NoRule(Refusal):
    """A voice is set aside by one of the written rules."""

    sentence = _("Dites selon quelle règle elle est mise de côté : la personne le lira.")
    status = 422


@transaction.atomic
def read_voice(
    *,
    voice: Voice,
    keep: bool,
    rule: str = "",
    answer: str = "",
    shared_text: str = "",
    translation: str = "",
    translator: str = "",
    theme: str = "",
    sense: str = "",
    with_doubles: bool = False,
    by: Actor,
    at: datetime,
) -> Voice:
    """Read a voice over: keep it, or set it aside by a written rule. The words as said are never changed.

    `shared_text` is what others read instead, where the words as said would tell who somebody is. Those that say
    nearly the same are read over with it when asked.
    """
    require(permissions.can_listen(by, voice.pole_id))
    voice = Voice.objects.select_for_update().get(pk=voice.pk)
    if voice.state != State.WAITING:
        raise ReadMeanwhile
    if not keep and rule not in Rule.values:
        raise NoRule(field="rule")
    if len(shared_text) > LONGEST:
        raise Refusal(str(_("Ce texte est trop long.")), field="shared_text")
    doubles = list(family_of(voice).select_for_update()) if with_doubles else []
    for one in [voice, *doubles]:
        one.state, one.rule = (State.KEPT, "") if keep else (State.ASIDE, rule)
        one.answer, one.read_by, one.read_at = answer.strip(), by.person, at
        one.theme = theme if theme in Theme.values else one.theme
        one.sense = sense if sense in Sense.values else one.sense
        if one is voice:
            one.shared_text, one.translation, one.translator = shared_text.strip(), translation.strip(), translator
            one.search_text = search_text(one.shared_text or one.text, one.translation)
        elif shared_text.strip():
            one.shared_text = shared_text.strip()
        one.save()
        publish(events.VoiceRead(one.pole_id, one.pk), by=by, at=at)
    return voice


@transaction.atomic
def tell_of_voice(*, contact: VoiceContact, told_on: date, told_words: str, by: Actor, at: datetime) -> VoiceContact:
    """Note that somebody was told what became of their words, and what was said to them."""
    require(permissions.can_listen(by, contact.voice.pole_id))
    if not told_words.strip():
        raise Refusal(str(_("Notez en une phrase ce qui lui a été dit.")), field="told_words")
    contact = VoiceContact.objects.select_for_update().select_related("voice").get(pk=contact.pk)
    contact.told_on, contact.told_words = told_on, told_words.strip()[:300]
    contact.save(update_fields=["told_on", "told_words"])
    publish(events.VoiceTold(contact.voice.pole_id, contact.voice_id), by=by, at=at)
    return contact


@transaction.atomic
def set_listening_rules(
    *, pole: Pole, languages: Sequence[str], contact_months: int, smallest_count: int = 5, by: Actor, at: datetime
) -> ListeningRules:
    """Choose the languages of posters and cards (three at least), and how long contacts are kept."""
    require(permissions.can_set_listening_rules(by, pole))
    chosen = [code for code in WORDS if code in set(languages)]
    if len(chosen) < FEWEST_LANGUAGES:
        raise Refusal(str(_("Choisissez au moins trois langues.")), field="languages")
    if not 1 <= contact_months <= 36:
        raise Refusal(str(_("Entre un mois et trois ans.")), field="contact_months")
    if not 2 <= smallest_count <= 50:
        raise Refusal(str(_("Entre deux et cinquante.")), field="smallest_count")
    rules, _new = ListeningRules.objects.update_or_create(
        pole=pole,
        defaults={"languages": chosen, "contact_months": contact_months, "smallest_count": smallest_count},
    )
    publish(events.ListeningRulesSet(pole.pk), by=by, at=at)
    return rules
