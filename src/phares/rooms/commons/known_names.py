"""Known names: how texts may tell a person, whatever the order, the accents and the signs between digits."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from phares.rooms.commons.phones import dialled

MARKS = "[\N{COMBINING GRAVE ACCENT}-\N{COMBINING LATIN SMALL LETTER X}]*"
BETWEEN = r"[\W_]{1,3}"  # one name and the next: a space, a comma, a hyphen
WITHIN = r"[\s.()/-]{0,2}"  # one digit of a phone and the next
NEVER = r"(?!)"
NATIONAL = 9  # digits of a phone, without what stands for the country
LETTERS = {"œ": "(?:œ|oe)", "æ": "(?:æ|ae)", "ß": "(?:ß|ss)"}
_RUN = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Known:
    """How texts may name a person, and what stands there once they are erased.

    A first name could be anybody's: it is looked for with the family name, and alone in what is the person's own. A
    box for a name alone tells one person when nobody else here bears it: `only` are those of their names.
    """

    person_id: int
    given_name: str
    family_name: str
    email: str
    phone: str
    only: tuple[str, ...]
    instead: str

    @property
    def key(self) -> str:
        """Return the text under which data name a resident who holds something."""
        return f"resident-{self.person_id}"

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """Return what finds the mail, the phone and the whole name, in either order, without accents or in capitals."""
        given, family = _letters(self.given_name), _letters(self.family_name)
        both = f"{given}{BETWEEN}{family}|{family}{BETWEEN}{given}" if given and family else NEVER
        ways = (self.mail.pattern, self.call.pattern, _alone(both))
        return re.compile("|".join(ways), re.IGNORECASE)

    @cached_property
    def mail(self) -> re.Pattern[str]:
        """Return what finds the mail."""
        found = rf"(?<![\w.+-]){re.escape(self.email)}(?![\w-])" if self.email else NEVER
        return re.compile(found, re.IGNORECASE)

    @cached_property
    def call(self) -> re.Pattern[str]:
        """Return what finds the phone, with or without the country, whatever stands between its digits."""
        digits = dialled(self.phone)[-NATIONAL:]
        found = rf"(?<!\d)(?:(?:\+|00)[\d\s.()-]{{1,6}}|\(?0\)?)?{WITHIN.join(digits)}(?!\d)" if digits else NEVER
        return re.compile(f"{found}|{re.escape(self.phone)}" if self.phone else found)

    @cached_property
    def parts(self) -> re.Pattern[str]:
        """Return what finds the first name or the family name alone."""
        return _any_of((self.family_name, self.given_name))

    @cached_property
    def distinct(self) -> re.Pattern[str]:
        """Return what finds those of the names that nobody else bears."""
        return _any_of(self.only)

    @property
    def is_two_names(self) -> bool:
        """Say whether the person has a first name and a family name."""
        return bool(self.given_name and self.family_name)


def _letters(name: str) -> str:
    """Return the pattern of a name, with or without its accents; a hyphen may be a space."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(sign))
    return "".join(LETTERS.get(one, re.escape(one)) + MARKS if one.isalnum() else r"[\W_]?" for one in plain.strip())


def _alone(pattern: str) -> str:
    """Return a pattern that no letter or digit touches."""
    return rf"(?<![^\W_])(?:{pattern})(?![^\W_])"


def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    found = "|".join(_letters(name) for name in names if name)
    return re.compile(_alone(found) if found else NEVER, re.IGNORECASE)


def hints(known: Known) -> Iterator[tuple[str, ...]]:
    """Yield what a text holds in any writing when it tells the person: letters that no accent and no form changes."""
    names = tuple(_longest_run(name) for name in (known.given_name, known.family_name) if name)
    if known.is_two_names:
        yield names
    yield from ((_longest_run(name),) for name in known.only)
    if known.email:
        yield (known.email,)
    if known.phone:
        yield (known.phone,)
        digits = dialled(known.phone)
        yield (digits[-2:], digits[-NATIONAL:][:1])
    yield (known.key,)


def _longest_run(name: str) -> str:
    """Return the longest piece of a name that is written with the twenty-six letters."""
    return max(_RUN.findall(unicodedata.normalize("NFC", name.lower())), key=len, default="")
