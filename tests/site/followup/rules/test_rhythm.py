from __future__ import annotations

from datetime import date, timedelta

from answerable_site.followup.rules import is_reminder_day, next_update_on

DUE = date(2026, 9, 30)


class TestNextUpdateOn:
    def test_counts_from_the_latest_update(self):
        assert next_update_on(
            last_on=date(2026, 6, 10), began_on=date(2026, 6, 1), every_days=28
        ) == date(2026, 7, 8)

    def test_counts_from_the_beginning_where_there_was_none(self):
        assert next_update_on(last_on=None, began_on=date(2026, 6, 1), every_days=28) == date(
            2026, 6, 29
        )


class TestReminderDays:
    def test_lie_before_and_after_a_date(self):
        reminded = [
            number
            for number in range(-30, 31)
            if is_reminder_day(DUE, on=DUE + timedelta(days=number))
        ]
        assert reminded == [-7, -1, 0, 1, 7, 14]
