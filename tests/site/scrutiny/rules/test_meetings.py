"""When the next meeting of a series is proposed."""

from __future__ import annotations

from datetime import date

from answerable_site.scrutiny.rules import next_on

LAST = date(2026, 1, 6)


class TestNextOn:
    def test_is_an_interval_after_the_last(self):
        assert next_on(last_on=LAST, every_weeks=12, today=LAST) == date(2026, 3, 31)

    def test_keeps_the_rhythm_where_meetings_fell_out(self):
        found = next_on(last_on=LAST, every_weeks=12, today=date(2026, 4, 1))
        assert found == date(2026, 6, 23)

    def test_may_be_today(self):
        assert next_on(last_on=LAST, every_weeks=12, today=date(2026, 3, 31)) == date(2026, 3, 31)
