"""Rows go on the civil day that their page named, whatever the hour and the season."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from answerable.statute import civil_date
from answerable_site.intake.rules import ROWS_SET_ASIDE, erased_on, loaded_before

MOMENTS = st.datetimes(timezones=st.just(UTC)).map(
    lambda moment: moment.replace(year=2024 + moment.year % 4, day=min(moment.day, 28))
)


class TestTheDay:
    def test_is_that_after_so_many_whole_days(self):
        assert erased_on(datetime(2026, 6, 2, 9, tzinfo=UTC)) == date(2026, 9, 1)

    def test_is_counted_from_the_day_in_london(self):
        late = datetime(2026, 6, 2, 23, 30, tzinfo=UTC)
        assert erased_on(late) == date(2026, 9, 2)

    @given(MOMENTS, MOMENTS)
    def test_is_the_first_on_which_they_are_erased(self, loaded_at, at):
        assert (loaded_at < loaded_before(at)) == (erased_on(loaded_at) <= civil_date(at))


class TestTheGround:
    def test_is_named(self):
        assert "section 39" in ROWS_SET_ASIDE.citation
        assert timedelta(days=ROWS_SET_ASIDE.days) > timedelta(0)
