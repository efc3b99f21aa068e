"""Reads of the story that a pole tells on its first page: from what somebody said to what came of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from phares.rooms.commons.days import as_day
from phares.rooms.cooperation.models import Cooperation, Fact, Item, Match
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.cooperation import Openness
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.structure import Visibility

MOST_FACTS = 2
NEED = tuple(f"match__need__{said}" for said in ("pole", "structure", "group", "resident"))


@dataclass(frozen=True)
class Story:
    """A public cooperation told in linked steps; without a need behind it, it begins with the agreement."""

    cooperation: Cooperation
    need: Item | None
    matches: Sequence[Match]
    promises: Counter[str]
    changed: int
    started_on: date
    facts: Sequence[Fact]
    fact_count: int
    proof_count: int

    @property
    def kept(self) -> int:
        """Return how many promises were kept."""
        return self.promises[Outcome.KEPT]

    @property
    def dropped(self) -> int:
        """Return how many promises were given up with a word."""
        return self.promises[Outcome.DROPPED]

    @property
    def to_come(self) -> int:
        """Return how many promises are still to keep, or to confirm."""
        return self.promises[Outcome.OPEN] + self.promises[Outcome.DONE]

    @property
    def quote(self) -> str:
        """Return the words as they were said; nothing where the need is not for everybody."""
        return self.need.quote if self.need else ""


def story_of(pole: Pole) -> Story | None:
    """Return the story chosen last, as long as its parties let everybody see it."""
    chosen = Cooperation.objects.agreed().filter(pole=pole, openness=Openness.PUBLIC, story_chosen_at__isnull=False)
    cooperation = chosen.select_related("pole", *NEED).order_by("-story_chosen_at").first()
    if cooperation is None:
        return None
    facts = list(cooperation.facts.all())
    promises = list(cooperation.commitments.prefetch_related("changes"))
    need = _public_need(cooperation)
    return Story(
        cooperation=cooperation,
        need=need,
        matches=_matches(cooperation, need) if need else [],
        promises=Counter(one.outcome for one in promises),
        changed=sum(any(change.accepted for change in one.changes.all()) for one in promises),
        started_on=as_day(cooperation.started_at or cooperation.written_at),
        facts=facts[:MOST_FACTS],
        fact_count=len(facts),
        proof_count=sum(fact.proof_id is not None for fact in facts),
    )


def _public_need(cooperation: Cooperation) -> Item | None:
    """Return the need that began it, when it was said to everybody and not taken back."""
    need = cooperation.match.need if cooperation.match else None
    is_shown = need is not None and need.visibility == Visibility.PUBLIC and need.withdrawn_at is None
    return need if is_shown else None


def _matches(cooperation: Cooperation, need: Item) -> list[Match]:
    """Return the matches of the need with those who became parties, the one that began it first."""
    parties = {party.holder_key for party in cooperation.parties.select_related("structure", "group", "resident")}
    matches = Match.objects.proposed().filter(need=need).select_related("offer", "structure", "group", "resident")
    found = [match for match in matches if match.holder_key in parties]
    return sorted(found, key=lambda match: (match.pk != cooperation.match_id, match.pk))
