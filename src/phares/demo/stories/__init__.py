"""The stories of the demonstration, each a plain sequence of acts."""

from collections.abc import Callable

from phares.demo.stories import (
    bicycles,
    lasting,
    life_of_the_directory,
    open_items,
    over,
    pages,
    proposals,
    running,
    sheets,
    tables,
    to_sign,
)
from phares.demo.telling import Telling

STORIES: tuple[Callable[[Telling], None], ...] = (
    pages.presentations,
    pages.change_of_mail,
    tables.postcodes,
    life_of_the_directory.charter,
    life_of_the_directory.arrivals,
    life_of_the_directory.memory,
    life_of_the_directory.around,
    life_of_the_directory.own_words,
    life_of_the_directory.requests,
    over.printing,
    lasting.compost,
    lasting.accounts,
    lasting.stage,
    lasting.shared_job,
    bicycles.tell,
    over.digital_help,
    over.canal_day,
    over.school_snacks,
    running.chairs,
    running.minibus,
    running.trailer,
    running.care,
    running.materials,
    running.cooking,
    to_sign.storage,
    to_sign.website,
    to_sign.workwear,
    open_items.unanswered,
    open_items.offered,
    proposals.answered,
    open_items.taken_back,
    sheets.bicycles,
    sheets.compost,
)
