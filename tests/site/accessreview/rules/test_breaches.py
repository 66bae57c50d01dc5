from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from answerable.statute import LONDON
from answerable_site.accessreview.rules.breaches import (
    BreachStep,
    MomentOutOfPlace,
    WordsMissing,
    check_step,
    is_late,
    left_in_words,
    moment_in_london,
    notify_by,
    time_left,
)

KNOWN = datetime(2026, 6, 1, 9, tzinfo=UTC)
SPRING = datetime(2026, 3, 28, 12, tzinfo=LONDON)
"""The night before the clocks go forward."""
AUTUMN = datetime(2026, 10, 24, 12, tzinfo=LONDON)


class TestIsLate:
    def test_is_not_one_second_before_72_hours(self):
        assert not is_late(KNOWN, KNOWN + timedelta(hours=71, minutes=59, seconds=59))

    def test_is_not_at_72_hours(self):
        assert not is_late(KNOWN, KNOWN + timedelta(hours=72))

    def test_is_a_moment_after_72_hours(self):
        assert is_late(KNOWN, KNOWN + timedelta(hours=72, microseconds=1))


class TestNotifyBy:
    def test_is_72_hours_that_pass_when_clocks_go_forward(self):
        assert notify_by(SPRING).astimezone(LONDON) == datetime(2026, 3, 31, 13, tzinfo=LONDON)
        assert notify_by(SPRING) - SPRING.astimezone(UTC) == timedelta(hours=72)

    def test_is_72_hours_that_pass_when_clocks_go_back(self):
        assert notify_by(AUTUMN).astimezone(LONDON) == datetime(2026, 10, 27, 11, tzinfo=LONDON)
        assert notify_by(AUTUMN) - AUTUMN.astimezone(UTC) == timedelta(hours=72)


class TestTimeLeft:
    def test_counts_real_hours_whatever_the_zone(self):
        left = time_left(SPRING, datetime(2026, 3, 31, 12, tzinfo=LONDON))
        assert left == timedelta(hours=1)

    @pytest.mark.parametrize(
        ("left", "words"),
        [
            (timedelta(hours=72), "72 hours left"),
            (timedelta(hours=1), "1 hour left"),
            (timedelta(minutes=59), "Less than an hour left"),
            (timedelta(0), "Less than an hour left"),
            (timedelta(seconds=-1), "Overdue by less than an hour"),
            (timedelta(hours=-1), "Overdue by 1 hour"),
            (timedelta(hours=-26, minutes=-30), "Overdue by 26 hours"),
        ],
    )
    def test_is_worded(self, left, words):
        assert left_in_words(left) == words


class TestCheckStep:
    def check(self, step, words="", hours=1.0, at=200.0):
        check_step(
            step,
            words,
            became_known_at=KNOWN,
            happened_at=KNOWN + timedelta(hours=hours),
            at=KNOWN + timedelta(hours=at),
        )

    def test_lets_a_notification_in_time_stand_without_words(self):
        self.check(BreachStep.COMMISSIONER_TOLD, hours=72)

    def test_asks_for_the_reasons_of_a_delay(self):
        with pytest.raises(WordsMissing, match="delay"):
            self.check(BreachStep.COMMISSIONER_TOLD, hours=72.1)

    def test_lets_a_late_notification_stand_with_reasons(self):
        self.check(BreachStep.COMMISSIONER_TOLD, "The scope was not known.", hours=72.1)

    @pytest.mark.parametrize("step", [BreachStep.COMMISSIONER_NOT_TOLD, BreachStep.PEOPLE_NOT_TOLD])
    def test_asks_why_somebody_is_not_told(self, step):
        with pytest.raises(WordsMissing, match="why"):
            self.check(step)

    def test_refuses_what_lies_ahead(self):
        with pytest.raises(MomentOutOfPlace, match="past"):
            self.check(BreachStep.PEOPLE_TOLD, hours=3, at=2)

    def test_refuses_what_came_before_the_breach_was_known(self):
        with pytest.raises(MomentOutOfPlace, match="before"):
            self.check(BreachStep.PEOPLE_TOLD, hours=-1)


class TestMomentInLondon:
    def test_is_an_hour_earlier_in_utc_in_summer(self):
        assert moment_in_london(date(2026, 6, 1), "14:30") == datetime(
            2026, 6, 1, 13, 30, tzinfo=UTC
        )

    def test_is_the_first_of_an_hour_that_comes_twice(self):
        assert moment_in_london(date(2026, 10, 25), "1:30") == datetime(
            2026, 10, 25, 0, 30, tzinfo=UTC
        )

    def test_refuses_an_hour_that_the_clock_skipped(self):
        with pytest.raises(MomentOutOfPlace, match="went forward"):
            moment_in_london(date(2026, 3, 29), "1:30")

    @pytest.mark.parametrize("typed", ["", "noon", "25:00", "9", "9:75", "-1:00"])
    def test_refuses_what_is_no_time(self, typed):
        with pytest.raises(MomentOutOfPlace, match="like 14:30"):
            moment_in_london(date(2026, 6, 1), typed)
