"""The whole form of an agreement: what was typed, row by row, and the draft that it says."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.utils.translation import gettext

from phares.rooms.commons.refusals import Refusal
from phares.rooms.cooperation.agreement_words import AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.drafting import MOST_PARTIES, MOST_PROMISES
from phares.rooms.cooperation.forms.agreements import TO_ALL, AgreementForm, GroupedHolders, PartyRow, PromiseRow
from phares.rooms.cooperation.models import Commitment
from phares.rooms.directory.models.held import holder_key

Row = dict[str, str]


@dataclass(frozen=True)
class Typed:
    """What stands in the form, as text, row by row."""

    main: Row
    parties: list[Row] = field(default_factory=list)
    promises: list[Row] = field(default_factory=list)

    @classmethod
    def sent(cls, post: Mapping[str, str]) -> "Typed":
        """Read what the browser sent."""
        return cls(
            {name: post.get(name, "") for name in AgreementForm.base_fields},
            _sent_rows(post, "party", PartyRow, MOST_PARTIES),
            _sent_rows(post, "promise", PromiseRow, MOST_PROMISES),
        )

    @classmethod
    def drafted(cls, draft: AgreementDraft, *, leaving_out: Iterable[int] = ()) -> "Typed":
        """Write a draft out as text, without the promises of these numbers."""
        keys = [holder_key(party.holder) for party in draft.parties]
        left = set(leaving_out)
        return cls(
            {name: _text(getattr(draft, name)) for name in AgreementForm.base_fields},
            [{"who": key, "role": one.role} for key, one in zip(keys, draft.parties, strict=True)],
            [_promise_row(one, keys) for one in draft.promises if one.commitment_id not in left],
        )

    def with_rows(self, wish: str) -> "Typed":
        """Return the same with a row more or less: `add-party`, `remove-promise-2`; another wish changes nothing."""
        verb, _dash, rest = wish.partition("-")
        noun, _dash, number = rest.partition("-")
        rows = {"party": self.parties, "promise": self.promises}.get(noun)
        if rows is None:
            return self
        if verb == "add":
            rows = [*rows, {}]
        elif verb == "remove":
            rows = [row for place, row in enumerate(rows) if str(place) != number]
        return replace(self, parties=rows) if noun == "party" else replace(self, promises=rows)


def _sent_rows(post: Mapping[str, str], kind: str, row: type[forms.Form], most: int) -> list[Row]:
    """Return the rows of one kind, in order, as many as an agreement may have."""
    names = list(row.base_fields)
    places = [place for place in range(most) if f"{kind}-{place}-{names[0]}" in post]
    return [{name: post.get(f"{kind}-{place}-{name}", "") for name in names} for place in places]


def _promise_row(promise: PromiseDraft, keys: list[str]) -> Row:
    return {
        "by": keys[promise.by],
        "to": keys[promise.to] if promise.to is not None else TO_ALL,
        "what": promise.what,
        "due_on": _text(promise.due_on),
        "commitment": _text(promise.commitment_id),
    }


def _text(value: Any) -> str:
    return "" if value is None else str(value)


class AgreementEntry:
    """The whole form: the text, its parties, its promises, and the promises that are settled and stay as they are."""

    def __init__(
        self,
        choices: GroupedHolders,
        typed: Typed,
        *,
        settled: Iterable[tuple[int, Commitment]] = (),
        check: bool = False,
    ) -> None:
        self.holders = {key: one for _words, pairs in choices for key, one in pairs}
        self.settled = list(settled)
        self.check = check
        self.general: list[str] = []
        chosen = [
            (row["who"], str(self.holders[row["who"]])) for row in typed.parties if row.get("who") in self.holders
        ]
        self.main = AgreementForm(**self._filled(typed.main, ""))
        self.parties = [
            PartyRow(choices=choices, **self._filled(row, f"party-{place}")) for place, row in enumerate(typed.parties)
        ]
        self.promises = [
            PromiseRow(parties=chosen, **self._filled(row, f"promise-{place}", "by", "to", "commitment"))
            for place, row in enumerate(typed.promises)
        ]

    def _filled(self, row: Row, prefix: str, *given: str) -> dict[str, Any]:
        """Return how a form is filled: to be checked, or only to be shown; `given` entries do not make a row count."""
        filled: dict[str, Any] = {"initial": row, "prefix": prefix or None}
        if self.check:
            filled["initial"] = {name: row.get(name, "") for name in given}
            filled["data"] = {f"{prefix}-{name}" if prefix else name: text for name, text in row.items()}
        return filled

    @property
    def pieces(self) -> list[forms.Form]:
        """Return every part in the order of the page."""
        return [self.main, *self.parties, *self.promises]

    @property
    def may_add_party(self) -> bool:
        """Say whether there is room for one more party."""
        return len(self.parties) < MOST_PARTIES

    @property
    def may_add_promise(self) -> bool:
        """Say whether there is room for one more promise."""
        return len(self.promises) + len(self.settled) < MOST_PROMISES

    def is_valid(self) -> bool:
        """Check every row by itself, then parties and promises together."""
        for one in self.pieces:
            one.full_clean()
        self._check_parties()
        self._check_promises()
        return not self.general and not any(one.errors for one in self.pieces)

    def _check_parties(self) -> None:
        seen: set[str] = set()
        for row in self.parties:
            key = row.cleaned_data.get("who", "")
            if key and key in seen:
                row.add_error("who", gettext("Cette partie est déjà inscrite plus haut."))
            seen.add(key)
        if len(seen - {""}) < 2:
            self.general.append(gettext("Un accord réunit au moins deux parties."))

    def _check_promises(self) -> None:
        if not self.settled and not any(row.has_changed() for row in self.promises):
            self.general.append(gettext("Écrivez au moins une promesse : c’est elle qui fait l’accord."))

    def refuse(self, refusal: Refusal) -> int:
        """Say a refusal where it can be mended; return the status of the page."""
        if refusal.field in self.main.fields:
            self.main.add_error(refusal.field, str(refusal.sentence))
        else:
            self.general.append(str(refusal.sentence))
        return refusal.status

    @property
    def mistakes(self) -> list[tuple[str, str, str]]:
        """Return each thing to mend: the id that leads to it, what it is called, what is wrong."""
        return [
            (
                bound.id_for_label or next((option.id_for_label for option in bound), ""),
                _label(called, bound),
                str(error),
            )
            for one, called in self._called()
            for bound in one
            for error in bound.errors
        ]

    def _called(self) -> "Iterator[tuple[forms.Form, str]]":
        """Yield each part with the words that tell it from its neighbours."""
        yield self.main, ""
        for place, party in enumerate(self.parties, start=1):
            yield party, gettext("Partie %(number)d, ") % {"number": place}
        for place, promise in enumerate(self.promises, start=1):
            yield promise, gettext("Promesse %(number)d, ") % {"number": place}

    def draft(self) -> AgreementDraft:
        """Return the text that was written; settled promises stand again where they stood."""
        parties = [
            PartyDraft(self.holders[row.cleaned_data["who"]], row.cleaned_data["role"])
            for row in self.parties
            if row.has_changed()
        ]
        keys = [holder_key(party.holder) for party in parties]
        promises = [_promise(row.cleaned_data, keys) for row in self.promises if row.has_changed()]
        for place, commitment in self.settled:
            promises.insert(place, _settled(commitment, keys))
        return AgreementDraft(**self.main.cleaned_data, parties=tuple(parties), promises=tuple(promises))


def _label(called: str, bound: forms.BoundField) -> str:
    """Return what an entry is called in the list of what is left to mend."""
    label = str(bound.label)
    return called + label[:1].lower() + label[1:] if called else label


def _promise(said: dict[str, Any], keys: list[str]) -> PromiseDraft:
    return PromiseDraft(
        by=keys.index(said["by"]),
        to=keys.index(said["to"]) if said["to"] != TO_ALL else None,
        what=said["what"],
        due_on=said["due_on"],
        commitment_id=said["commitment"],
    )


def _settled(commitment: Commitment, keys: list[str]) -> PromiseDraft:
    """Return a promise done or kept; -1 stands for a party that the form left out, which the act refuses."""
    places = {key: place for place, key in enumerate(keys)}
    to = commitment.promised_to
    return PromiseDraft(
        by=places.get(commitment.promised_by.holder_key, -1),
        to=places.get(to.holder_key, -1) if to is not None else None,
        what=commitment.what,
        due_on=commitment.due_on,
        commitment_id=commitment.pk,
    )
