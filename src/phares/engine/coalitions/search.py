"""The exact search: merit proven stage by stage, then the first of equals by id.

First most weight with fewest members; then, among those that relaxations leave possible, most ties with fewest
recent teams; last, the smallest tuple of ids. Where few teams of that worth are possible, all are listed and judged;
else the solver proves the best.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from phares.engine.coalitions.draft import draft
from phares.engine.coalitions.field import Field
from phares.engine.coalitions.limits import Limits
from phares.engine.coalitions.objective import Pair
from phares.engine.coalitions.patience import Patience
from phares.engine.coalitions.pool import Merit, Pool, Team
from phares.engine.coalitions.program import Linear, Program, Solved
from phares.engine.coalitions.ranking import ranked
from phares.engine.coalitions.relaxation import Whole

_PROMISING = (80, 320)
"""How many are listed before all are: a better team in hand narrows the field."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best team found; `proven` when no team has more merit, nor the same and a smaller tuple of ids.

    `bound` is a merit that no team passes, None when it is the team's own.
    """

    team: Team
    merit: Merit
    proven: bool
    bound: Merit | None = None


class Search:
    """The search for the best team within limits.

    `ceiling` is the merit of the best team without these limits, where it is proven: nothing here passes it.
    """

    def __init__(self, pool: Pool, limits: Limits, patience: Patience, ceiling: Merit | None = None) -> None:
        self._pool, self._limits, self._patience, self._ceiling = pool, limits, patience, ceiling
        self._team: Team | None = None

    def best(self, start: Team = (), by_ids: bool = True) -> Best | None:
        """The best team, or none: there is none or, when patience was stopped, none was found.

        Without `by_ids`, any team of the best merit will do.
        """
        self._take(draft(self._pool, self._limits))
        self._take(draft(self._pool, self._limits, start) if start else None)
        if self._ceiling is not None:
            found = self._best_of(self._ceiling.weight, self._ceiling.members, by_ids)
            if found is not None:
                return found
        bound = self._weight_and_members()
        if self._team is None:
            return None
        merit = self._pool.merit(self._team)
        if bound is not None:
            return self._unproven(bound)
        return self._best_of(merit.weight, merit.members, by_ids)

    def _unproven(self, bound: Merit) -> Best | None:
        if self._team is None:
            return None
        merit = self._pool.merit(self._team)
        return Best(self._team, merit, proven=False, bound=None if merit == bound else bound)

    def _proven(self) -> Best | None:
        return None if self._team is None else Best(self._team, self._pool.merit(self._team), proven=True)

    def _take(self, team: Team | None) -> None:
        """Keep a team that is better than the one held."""
        if team is not None and (self._team is None or self._pool.rank(team) < self._pool.rank(self._team)):
            self._team = team

    def _solve(self, program: Program) -> Solved:
        if self._team is not None:
            program.hint(self._team)
        solved = program.solve(self._patience)
        self._take(solved.team)
        return solved

    def _weight_and_members(self) -> Merit | None:
        """Make weight great, then members few. What is proven of them, when patience runs out; else nothing."""
        program = Program(self._pool)
        program.holds_all(self._limits)
        total = sum((one.weight for one in self._pool.optional), Fraction(0))
        scale, most = self._pool.weight_scale, min(self._pool.rules.most, len(self._pool.inside))
        pair = Pair(program.weight(), [program.size], int(total * scale), most)
        for stage, objective in enumerate(pair.objectives):
            program.model.maximize(objective)
            solved = self._solve(program)
            if not solved.proven:
                great, small = pair.bounds(stage, solved.bound)
                return self._bound(total if great is None else Fraction(great, scale), small)
            if solved.team is None:
                return None
            program.model.add(objective >= solved.value)
        return None

    def _bound(self, weight: Fraction, members: int, ties: int | None = None, recent: int = 0) -> Merit:
        """A merit no team passes; a tie sum not known is that of members all tied as strongly as anybody is."""
        strongest = max((level for levels in self._pool.levels for level in levels.values()), default=0)
        members = max(members, self._pool.rules.least)
        return Merit(weight, members, strongest * members if ties is None else ties, recent)

    def _best_of(self, weight: Fraction, members: int, by_ids: bool) -> Best | None:
        """The best team of so much weight and so many members; none where there is no such team, or none was found."""
        if self._has(weight, members):
            self._take(draft(self._pool, self._limits, self._team or ()))
        field = Field(self._pool, self._limits, members, weight)
        if self._lists(field, weight, members):
            return self._proven() if self._has(weight, members) else None
        return self._best_in(field, weight, members, by_ids)

    def _has(self, weight: Fraction, members: int) -> bool:
        """Whether the team held is of this worth."""
        return self._team is not None and self._pool.merit(self._team).rank[:2] == (-weight, members)

    def _lists(self, field: Field, weight: Fraction, members: int) -> bool:
        """Take the best of all teams of this worth, where they are few; of the promising first, to narrow the field."""
        for places in (*_PROMISING, len(field.places)):
            if self._has(weight, members):
                field.narrow(self._held_ties() or 0)
            teams = field.teams(field.promising(places))
            if teams is None:
                return False
            self._take(self._first_of(teams, weight))
            if places >= len(field.places):
                return True
        return True

    def _first_of(self, teams: Whole, weight: Fraction) -> Team | None:
        """The best of teams of one size, among those that hold with so much weight."""
        pool, limits = self._pool, self._limits
        holding = (one for one in ranked(pool, teams) if pool.holds(one) and limits.allow(one))
        return next((one for one in holding if pool.merit(one).weight >= weight), None)

    def _best_in(self, field: Field, weight: Fraction, members: int, by_ids: bool) -> Best | None:
        """The best team of this worth by the solver."""
        program = Program(self._pool, field.places)
        program.holds_all(self._limits)
        program.model.add(program.size == members)
        program.at_least([(one.weight, program.covered[one.id]) for one in self._pool.optional], weight)
        recents = sorted((self._pool.inside[place].recent for place in field.places), reverse=True)
        greatest = self._bound(weight, members).ties or 0
        pair = Pair([program.ties(field.levels)], program.recent(), greatest, sum(recents[:members]))
        for stage, objective in enumerate(pair.objectives):
            program.model.maximize(objective)
            solved = self._solve(program)
            if not solved.proven:
                great, small = pair.bounds(stage, solved.bound) if stage == 0 else (self._held_ties(), 0)
                return self._unproven(self._bound(weight, members, great, small))
            if solved.team is None:
                return None
            program.model.add(objective >= solved.value)
        proven = not by_ids or self._first_by_ids(program, pair.objectives[-1])
        return Best(self._team, self._pool.merit(self._team), proven) if self._team is not None else None

    def _held_ties(self) -> int | None:
        return self._pool.merit(self._team).ties if self._team is not None else None

    def _first_by_ids(self, program: Program, merit: Linear) -> bool:
        """Among teams of the same merit and size, take the first by ids: the one held, or member after member."""
        if self._team is None or self._is_first(program, self._team, merit):
            return self._team is not None
        before = -1
        for position in range(len(self._team)):
            program.prefers_early(range(before + 1, self._team[position] + 1), merit)
            solved = self._solve(program)
            if not solved.proven:
                return False
            program.settles(range(before + 1, self._team[position] + 1), self._team[position])
            before = self._team[position]
        return True

    def _is_first(self, program: Program, team: Team, merit: Linear) -> bool:
        """Whether no other team of the same merit comes before by ids."""
        program.prefers_earlier(team, merit)
        solved = self._solve(program)
        return solved.proven and solved.value % 2 == 0
