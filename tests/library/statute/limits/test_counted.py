from __future__ import annotations

from datetime import date

from answerable.statute import LIMITS, how_counted


def worked(code: str, start: date) -> str:
    return "\n".join(how_counted(LIMITS.in_force(code, start), start))


class TestHowCounted:
    def test_names_day_0_the_last_day_and_the_first_late_one(self):
        found = worked("tell_victim_enhanced", date(2026, 4, 2))
        assert "Day 0 is Thursday 2 April 2026." in found
        assert "last day in time is Tuesday 7 April 2026; Wednesday 8 April 2026 is late" in found

    def test_names_each_bank_holiday_that_is_not_counted(self):
        found = worked("tell_victim_enhanced", date(2026, 4, 2))
        assert "2 days of weekends; Good Friday, Friday 3 April 2026; Easter Monday" in found

    def test_says_so_where_every_day_counts(self):
        assert "Every day between them is a working day." in worked(
            "tell_suspect_step_enhanced", date(2026, 3, 5)
        )

    def test_counts_one_day_of_a_weekend_from_a_saturday(self):
        assert "1 day of a weekend." in worked("tell_suspect_step_enhanced", date(2026, 3, 7))

    def test_says_what_hours_come_to(self):
        found = worked("record_crime", date(2026, 3, 6))
        assert "Only days are known" in found
        assert "Saturday 7 March 2026; Sunday 8 March 2026 is late" in found

    def test_says_how_calendar_days_and_months_count(self):
        assert "Weekends and bank holidays count" in worked("support_gap", date(2026, 3, 6))
        assert "last of a shorter month" in worked("bail_first", date(2025, 11, 30))

    def test_warns_of_what_is_not_confirmed_and_of_nothing_else(self):
        warning = "This limit is not confirmed."
        assert warning in worked("tell_victim", date(2026, 3, 6))
        assert warning not in worked("tell_suspect_step", date(2026, 3, 6))
