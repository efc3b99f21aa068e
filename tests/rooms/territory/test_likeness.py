"""What is nearly the same stands behind the first that said it, however many came between; nothing waits unseen."""

from datetime import datetime

from phares.demo.cast import Cast
from phares.rooms.directory.actors import VISITOR
from phares.rooms.territory import actions
from phares.rooms.territory.models import Voice, VoiceSign
from phares.rooms.territory.queries import voices as queries
from phares.rooms.territory.queries.likeness import family_of
from rooms.territory.conftest import Say

BENCH = "Il faudrait un banc à l’ombre devant la poste du vieux quai"


def test_a_double_is_found_behind_thousands_of_others_and_in_a_table(say: Say, cast: Cast, now: datetime) -> None:
    first = say(BENCH)
    lines = [f"{chr(97 + n % 26) * 9} {n * 7919 % 100_003} {chr(97 + n // 26 % 26) * 7}" for n in range(1_500)]
    lines += [f"{BENCH} {'!' * n}" for n in range(20)]
    table = "\n".join(["parole", *lines]).encode()
    actions.bring_voices(pole=cast.pole, content=table, by=cast.actor("maud"), at=now)
    assert first.doubles.count() == 20
    assert say("Il faudrait un banc à l’ombre, devant la poste du vieux quai.").double_of == first
    assert queries.count_to_read(cast.pole) < 1_510


def test_a_double_of_what_was_read_over_is_shown_once_with_those_like_it(say: Say, cast: Cast, now: datetime) -> None:
    first = say(BENCH, kept=True)
    late = [say(f"{BENCH} {'!' * n}") for n in range(1, 4)]
    say("Une crèche ouverte avant huit heures")
    shown = list(queries.voices_to_read(cast.pole))
    assert [(one.pk == late[0].pk, one.others) for one in shown] == [(True, 2), (False, 0)]
    assert list(family_of(late[0])) == late[1:]
    actions.read_voice(voice=late[0], keep=True, with_doubles=True, by=cast.actor("maud"), at=now)
    assert queries.count_to_read(cast.pole) == 1
    assert {one.state for one in Voice.objects.filter(double_of=first)} == {"kept"}


def test_when_the_first_is_taken_away_the_next_stands_in_its_place(say: Say, cast: Cast, now: datetime) -> None:
    first = say(BENCH)
    others = [say(f"{BENCH} {'!' * n}") for n in range(1, 5)]
    actions.erase_voice(voice=first, by=VISITOR, at=now)
    assert not VoiceSign.objects.filter(voice=first).exists()
    assert [(one.pk, one.others) for one in queries.voices_to_read(cast.pole)] == [(others[0].pk, 3)]
    assert say(f"{BENCH} !!!!!!").double_of == others[0]
