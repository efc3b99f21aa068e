"""Telling: the words in which the stories call the acts, with days counted back from today."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from phares.demo.cast import PEOPLE, Cast
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.agreement_words import AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.models import Commitment, Cooperation, Item, Match
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.queries import matching
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure
from phares.rooms.directory.models.held import Holder, holder_key

ALL = ""
_DESCRIBED = (
    "name", "acronym", "acronym_meaning", "mission", "presentation", "legal_form", "commune", "address", "postcode", "location",
    "contact_email", "contact_phone", "website", "visibility",
)  # fmt: skip
_SPEAKS_FOR = {role.structure: role.key for role in reversed(PEOPLE) if role.structure and ":" not in role.structure}


@dataclass(frozen=True)
class Promise:
    """Who promises what to whom, and how many days ago it was, or will be, due; no day where none was given."""

    by: str
    to: str
    what: str
    due: int | None = None


@dataclass
class Telling:
    """The pole while its stories are told: every moment is so many days before the day of the telling."""

    cast: Cast
    today: date
    _minutes: dict[int, int] = field(default_factory=dict)

    def day(self, ago: int) -> date:
        """Return the day that was so many days ago; ahead when negative."""
        return self.today - timedelta(days=ago)

    def at(self, ago: int) -> datetime:
        """Return a moment of that day, each a little later than the one told before it."""
        self._minutes[ago] = minutes = self._minutes.get(ago, 0) + 7
        return timezone.make_aware(datetime.combine(self.day(ago), time(8))) + timedelta(minutes=minutes)

    def holder(self, key: str) -> Holder:
        """Return the structure, the group or the resident of this key."""
        known: dict[str, Holder] = {**self.cast.people, **self.cast.groups, **self.cast.structures}
        return known[key]

    def speaker(self, key: str) -> Actor:
        """Return who acts for this structure; Maud notes for groups and residents, who are known on paper."""
        return self.cast.actor(_SPEAKS_FOR.get(key, "maud"))

    def describe(self, ago: int, key: str, **said: Any) -> None:
        """Let a structure say something new of itself; what it does not change stays."""
        structure = Structure.objects.get(pk=self.cast.structures[key].pk)
        stays: dict[str, Any] = {name: getattr(structure, name) for name in _DESCRIBED}
        stays |= {"goals": structure.goals.all(), "tags": [tag.words for tag in structure.tags.all()]}
        directory.describe_structure(
            structure=structure,
            fields=structure.fields.all(),
            by=self.speaker(key),
            at=self.at(ago),
            **{**stays, **said},
        )

    def need(self, ago: int, holder: str, kind: str, title: str, **said: Any) -> Item:
        """Say a need."""
        return self._say("need", ago, holder, kind, title, said)

    def offer(self, ago: int, holder: str, kind: str, title: str, **said: Any) -> Item:
        """Say an offer."""
        return self._say("offer", ago, holder, kind, title, said)

    def _say(self, side: str, ago: int, holder: str, kind: str, title: str, said: dict[str, Any]) -> Item:
        """Say an item for its holder; days in `said` are counted from today like all others."""
        days = {name: self.day(said.pop(name)) for name in ("from_on", "until_on", "said_on") if name in said}
        return actions.say_item(
            pole=self.cast.pole,
            holder=self.holder(holder),
            side=side,
            kind=kind,
            title=title,
            by=self.speaker(holder),
            at=self.at(ago),
            **days,
            **said,
        )

    def withdraw(self, ago: int, item: Item, holder: str) -> None:
        """Take a need or an offer back."""
        actions.withdraw_item(item=item, by=self.speaker(holder), at=self.at(ago))

    def propose(self, ago: int, need: Item, offer: Item, by: str = "lena") -> Match:
        """Put a need before somebody whose offer answers it, with the engine's reasons."""
        found = matching.found_between(need, offer, self.day(ago))
        return actions.propose_match(
            need=need,
            helper=offer.holder,
            offer=offer,
            reasons=matching.kept_reasons(found),
            missing=matching.kept_missing(found),
            by=self.cast.actor(by),
            at=self.at(ago),
        )

    def come_forward(self, ago: int, need: Item, helper: str) -> Match:
        """Let a structure say by itself that it can help."""
        return actions.propose_match(need=need, helper=self.holder(helper), by=self.speaker(helper), at=self.at(ago))

    def answer(self, ago: int, match: Match, side: str, choice: str = Choice.INTERESTED, **said: Any) -> None:
        """Answer for one side of a match."""
        holder = match.need.holder if side == "need" else match.holder
        who = self.speaker(self._key_of(holder))
        back = {"back_on": self.day(said.pop("back"))} if "back" in said else {}
        actions.answer_match(match=match, side=side, choice=choice, by=who, at=self.at(ago), **back, **said)

    def both_interested(self, ago: int, match: Match) -> None:
        """Let both sides say that they are interested, the helper first."""
        self.answer(ago, match, "offer")
        self.answer(ago, match, "need")

    def _key_of(self, holder: Holder) -> str:
        known: dict[str, Holder] = {**self.cast.people, **self.cast.groups, **self.cast.structures}
        return next(key for key, one in known.items() if holder_key(one) == holder_key(holder))

    def draft(
        self,
        title: str,
        purpose: str,
        form: str,
        parties: dict[str, str],
        promises: list[Promise],
        *,
        begins: int,
        ends: int | None = None,
        openness: str = "pole",
    ) -> AgreementDraft:
        """Return the text of an agreement; parties by key with what each does, promises between keys."""
        places = {key: place for place, key in enumerate(parties)}
        return AgreementDraft(
            title=title,
            purpose=purpose,
            form=form,
            from_on=self.day(begins),
            until_on=self.day(ends) if ends is not None else None,
            openness=openness,
            parties=tuple(PartyDraft(self.holder(key), role) for key, role in parties.items()),
            promises=tuple(
                PromiseDraft(
                    places[one.by],
                    places[one.to] if one.to != ALL else None,
                    one.what,
                    self.day(one.due) if one.due is not None else None,
                )
                for one in promises
            ),
        )

    def begin(self, ago: int, by: str, draft: AgreementDraft, match: Match | None = None) -> Cooperation:
        """Write the first text of an agreement."""
        return actions.begin_cooperation(
            pole=self.cast.pole, draft=draft, match=match, by=self.speaker(by), at=self.at(ago)
        )

    def rewrite(self, ago: int, by: str, cooperation: Cooperation, draft: AgreementDraft) -> None:
        """Write the text again: signatures under the former one no longer hold."""
        seen = cooperation.agreements.get(replaced_at=None).number
        actions.write_agreement(cooperation=cooperation, draft=draft, seen=seen, by=self.speaker(by), at=self.at(ago))

    def sign(self, ago: int, cooperation: Cooperation, *only: str) -> None:
        """Let these parties sign the text in force, or all of them."""
        seen = cooperation.agreements.get(replaced_at=None).words_sha256
        for party in cooperation.parties.all():
            key = self._key_of(party.holder)
            if not only or key in only:
                actions.sign_agreement(party=party, seen=seen, by=self.speaker(key), at=self.at(ago))
        cooperation.refresh_from_db()

    def agree(self, ago: int, by: str, draft: AgreementDraft, match: Match | None = None) -> Cooperation:
        """Write a text, which every party signs the next day."""
        cooperation = self.begin(ago, by, draft, match)
        self.sign(ago - 1, cooperation)
        return cooperation

    def promise(self, cooperation: Cooperation, number: int) -> Commitment:
        """Return a promise of a cooperation as it now is, counted from one in the order of the text."""
        return cooperation.commitments.get(position=number - 1)

    def done(self, ago: int, cooperation: Cooperation, number: int, word: str = "") -> None:
        """Let those who promised say that they did it."""
        commitment = self.promise(cooperation, number)
        who = self.speaker(self._key_of(commitment.promised_by.holder))
        actions.keep_commitment(commitment=commitment, done_on=self.day(ago), word=word, by=who, at=self.at(ago))

    def kept(self, ago: int, cooperation: Cooperation, *numbers: int, word: str = "") -> None:
        """Let these promises be done, and acknowledged two days later by those who received."""
        for number in numbers:
            self.done(ago, cooperation, number, word)
            commitment = self.promise(cooperation, number)
            to = commitment.promised_to or cooperation.parties.exclude(pk=commitment.promised_by_id)[0]
            actions.acknowledge_commitment(
                commitment=commitment, by=self.speaker(self._key_of(to.holder)), at=self.at(max(ago - 2, 0))
            )

    def move(self, ago: int, cooperation: Cooperation, number: int, *, to: int, by: str, word: str = "") -> Any:
        """Let one side propose another day for a promise."""
        commitment = self.promise(cooperation, number)
        return actions.propose_commitment_change(
            commitment=commitment,
            what=commitment.what,
            due_on=self.day(to),
            word=word,
            by=self.speaker(by),
            at=self.at(ago),
        )

    def settle_change(self, ago: int, change: Any, *, by: str, accepted: bool = True) -> None:
        """Let the other side accept or refuse a change."""
        actions.answer_commitment_change(change=change, accepted=accepted, by=self.speaker(by), at=self.at(ago))

    def drop(self, ago: int, cooperation: Cooperation, number: int, word: str) -> None:
        """Let those who promised give it up, with a word."""
        commitment = self.promise(cooperation, number)
        who = self.speaker(self._key_of(commitment.promised_by.holder))
        actions.drop_commitment(commitment=commitment, word=word, by=who, at=self.at(ago))

    def fact(
        self, ago: int, cooperation: Cooperation, by: str, what: str, proof: SimpleUploadedFile | None = None
    ) -> None:
        """Write down what happened on that day."""
        actions.note_fact(
            cooperation=cooperation, on=self.day(ago), what=what, proof=proof, by=self.speaker(by), at=self.at(ago)
        )

    def end(self, ago: int, cooperation: Cooperation, by: str, *, reached: bool, word: str) -> None:
        """Say that a cooperation is over."""
        actions.end_cooperation(
            cooperation=cooperation,
            ended_on=self.day(ago),
            reached=reached,
            word=word,
            by=self.speaker(by),
            at=self.at(ago),
        )

    def put_on_first_page(self, ago: int, cooperation: Cooperation) -> None:
        """Let the coordination choose this cooperation as the story of the pole's first page."""
        actions.choose_story(cooperation=cooperation, by=self.cast.actor("lena"), at=self.at(ago))
