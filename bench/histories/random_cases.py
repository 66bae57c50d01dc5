"""Cases of anything in any order, by a state machine of hypothesis."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import BY_TAG, KINDS
from answerable.records.kinds.correction import RecordedInError
from bench.histories.drawing import draw
from bench.histories.judging import Tally, attempt, judge

EARLIEST = date(2022, 6, 1)
DAYS = 1400
STEPS = 20
SEEDS = st.integers(0, 2**63 - 1)
AT = datetime(2026, 1, 1, tzinfo=UTC)
USUAL = (
    *("victim_identified", "suspect_identified", "suspect_status", "decision", "told"),
    *("charged", "hearing_held", "court_result", "sentenced", "review_requested"),
    *("review_decided", "submitted", "submission_triaged", "meeting_held"),
)
"""Kinds that many others rest on."""
FIRST = ("victim_identified", "suspect_identified", "crime_recorded", "suspect_status", "charged")
"""Kinds with which many cases begin."""


class AnyCase(RuleBasedStateMachine):
    """One case, to which anything happens."""

    tally: ClassVar[Tally] = Tally()

    @initialize(seed=SEEDS)
    def begins(self, seed: int) -> None:
        lots = Random(seed)
        self.file = CaseFile(1, EARLIEST + timedelta(days=lots.randrange(DAYS)))
        for _ in range(lots.choice((0, 2, 4, 8))):
            self._record(BY_TAG[lots.choice(FIRST)], lots, careful=True)

    @rule(kind=st.sampled_from(KINDS), seed=SEEDS)
    def anything(self, kind: type[Event], seed: int) -> None:
        self._record(kind, Random(seed), careful=False)

    @rule(kind=st.sampled_from(KINDS), seed=SEEDS)
    def something_careful(self, kind: type[Event], seed: int) -> None:
        self._record(kind, Random(seed), careful=True)

    @rule(seed=SEEDS)
    def some_usual_things(self, seed: int) -> None:
        lots = Random(seed)
        for _ in range(3):
            self._record(BY_TAG[lots.choice(USUAL)], lots, careful=True)

    @rule(kind=st.sampled_from([one for one in KINDS if one.REFERS]), seed=SEEDS)
    def something_with_what_it_names(self, kind: type[Event], seed: int) -> None:
        self._record_after_what_it_names(kind, Random(seed))

    @rule(seed=SEEDS)
    def is_put_right(self, seed: int) -> None:
        lots = Random(seed)
        if not self.file.recorded:
            return
        one = lots.choice(self.file.recorded)
        event = draw(type(one.event), self.file, lots, careful=True)
        if event:
            self._attempt(event, lots, replaces=one.number)

    @rule(seed=SEEDS)
    def was_recorded_in_error(self, seed: int) -> None:
        lots = Random(seed)
        replaces = lots.randint(1, self.file.next_number)
        day = max((one.event.on for one in self.file.recorded), default=self.file.reported_on)
        self._attempt(RecordedInError(on=day, reason="Of another case."), lots, replaces=replaces)

    def teardown(self) -> None:
        judge(self.file, self.tally)
        self.tally.histories += 1

    def _record(self, kind: type[Event], lots: Random, *, careful: bool) -> None:
        event = draw(kind, self.file, lots, careful=careful)
        if event:
            self._attempt(event, lots)

    def _record_after_what_it_names(self, kind: type[Event], lots: Random) -> None:
        for named in kind.REFERS.values():
            if self.file.first(named) is None:
                self._record_after_what_it_names(named, lots)
        self._record(kind, lots, careful=True)

    def _attempt(self, event: Event, lots: Random, *, replaces: int | None = None) -> None:
        side = lots.choice(sorted(event.RECORDED_BY)) if event.RECORDED_BY else Side.POLICE
        number = self.file.next_number
        one = Recorded(number=number, event=event, recorded_at=AT, side=side, replaces=replaces)
        self.file = attempt(self.file, one, self.tally)


def run(count: int) -> Tally:
    """Judge so many random cases; the first that fails is made small and raised.

    Raises:
        Disagreement: a step or a case was not as it must be.
    """
    AnyCase.tally = Tally()
    run_state_machine_as_test(
        AnyCase,
        settings=settings(
            max_examples=count,
            stateful_step_count=STEPS,
            database=None,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )
    return AnyCase.tally
