from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from answerable_site.people.rules import BEGINNING, NamingFacts, naming_in_force

FIRST = date(2020, 1, 1)
DAYS = st.integers(min_value=0, max_value=60).map(lambda days: FIRST + timedelta(days))


@dataclass(frozen=True)
class Named:
    number: int
    from_on: date


@st.composite
def recorded(draw) -> list[Named]:
    """Namings in the order in which somebody recorded them."""
    days = draw(st.lists(DAYS, max_size=8))
    return [Named(0, BEGINNING), *(Named(n, day) for n, day in enumerate(days, start=1))]


def day_by_day(namings: list[Named], on: date) -> Named:
    """The slow way: go back a day at a time until some naming begins on it."""
    day = on
    while day >= FIRST:
        begun = [naming for naming in namings if naming.from_on == day]
        if begun:
            return begun[-1]
        day -= timedelta(days=1)
    return namings[0]


class TestNamingInForce:
    @given(recorded(), DAYS)
    def test_is_the_one_that_a_walk_back_through_the_days_finds(self, namings, on):
        assert naming_in_force(namings, on=on) == day_by_day(namings, on)

    def test_counts_from_its_own_day_and_not_the_day_before(self):
        namings = [Named(0, BEGINNING), Named(1, FIRST)]
        assert naming_in_force(namings, on=FIRST).number == 1
        assert naming_in_force(namings, on=FIRST - timedelta(days=1)).number == 0

    def test_is_nothing_before_any_has_begun(self):
        assert naming_in_force([Named(1, FIRST)], on=FIRST - timedelta(days=1)) is None


class TestNamingFacts:
    def test_name_the_body_itself_where_no_title_is_known(self):
        assert NamingFacts("Common Council", "").office == "Common Council"
        assert NamingFacts("Office", "Mayor").office == "Mayor"
