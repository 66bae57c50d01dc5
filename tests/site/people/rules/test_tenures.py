from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.people.rules import overlapping, tenure_in_force, tenures_in_force

FIRST = date(2026, 1, 1)


@dataclass(frozen=True)
class Held:
    from_on: date
    to_on: date | None = None
    is_acting: bool = False


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


SPANS = st.builds(
    lambda begin, length, is_acting: Held(
        day(begin), None if length is None else day(begin + length), is_acting
    ),
    st.integers(0, 20),
    st.none() | st.integers(0, 8),
    st.booleans(),
)


def days_of(span: Held) -> set[date]:
    """Every day of a span, up to a day that lies after all that are tried."""
    last = span.to_on or day(60)
    return {span.from_on + timedelta(days=n) for n in range((last - span.from_on).days + 1)}


class TestTenureInForce:
    holder = Held(day(0), day(9))

    @pytest.mark.parametrize(("number", "runs"), [(-1, False), (0, True), (9, True), (10, False)])
    def test_counts_both_its_days(self, number, runs):
        assert (tenure_in_force([self.holder], on=day(number)) is not None) is runs

    def test_is_the_acting_one_only_while_it_runs(self):
        acting = Held(day(3), day(5), is_acting=True)
        both = [self.holder, acting]
        found = [tenure_in_force(both, on=day(number)) for number in (2, 3, 5, 6)]
        assert found == [self.holder, acting, acting, self.holder]

    def test_is_the_later_of_two_who_act(self):
        earlier, later = Held(day(1), is_acting=True), Held(day(2), is_acting=True)
        assert tenures_in_force([later, earlier], on=day(2)) == (later, earlier)


class TestOverlapping:
    @given(SPANS, SPANS)
    def test_shares_a_day_with_a_holder_and_never_with_somebody_acting(self, held, wanted):
        found = overlapping([held], from_on=wanted.from_on, to_on=wanted.to_on)
        shares = bool(days_of(held) & days_of(wanted)) and not held.is_acting
        assert (found is held) is shares
