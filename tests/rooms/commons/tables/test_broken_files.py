"""Two hundred broken files: each gets a refusal in words, within bounded time and memory, and never anything else."""

import resource
import time

import pytest

from phares.rooms.commons.tables.reading import read_table
from phares.rooms.commons.tables.sheet import TableRefused
from phares.rooms.commons.typography import french
from rooms.commons.tables.broken_files import two_hundred, workbook

SLOWEST = 6.0  # seconds for the worst file, on a busy machine
MOST_MEMORY = 400_000  # KiB more than before


@pytest.mark.slow
def test_two_hundred_broken_files_are_each_refused_in_words_and_within_bounds() -> None:
    files = two_hundred()
    assert len(files) == 200
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    swallowed, slow, words = [], [], set()
    for kind, content in files:
        begun = time.process_time()
        try:
            swallowed.append((kind, read_table(content).sheets[0].rows[:2]))
        except TableRefused as refused:
            words.add(str(refused.sentence))
        if time.process_time() - begun > SLOWEST:
            slow.append(kind)
    assert (swallowed, slow) == ([], [])
    assert words == {french(sentence) for sentence in words}
    assert len(words) > 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_MEMORY


def test_the_workbook_from_which_they_are_made_is_sound() -> None:
    assert len(read_table(workbook()).sheets[0].rows) == 40
