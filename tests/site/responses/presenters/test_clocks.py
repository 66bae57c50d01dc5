from __future__ import annotations

from datetime import date

import pytest

from answerable.statute import SECTION_55, clock_for
from answerable_site.responses.presenters import shown_clock

CLOCK = clock_for(date(2021, 7, 16), SECTION_55)


def shown(on: date, answered_on: date | None = None, clock=CLOCK):
    return shown_clock(clock, why_no_clock="No clock.", answered_on=answered_on, on=on)


class TestShownClock:
    @pytest.mark.parametrize(
        ("on", "note", "modifier"),
        [
            (date(2021, 9, 7), "2 days left.", ""),
            (date(2021, 9, 8), "1 day left.", ""),
            (date(2021, 9, 9), "Today is the last lawful day. Publish before midnight.", ""),
            (date(2021, 9, 10), "Overdue by 1 day. Publish as soon as you can.", "late"),
        ],
    )
    def test_counts_down_to_the_last_lawful_day(self, on, note, modifier):
        assert (shown(on).note, shown(on).modifier) == (note, modifier)

    @pytest.mark.parametrize(
        ("answered_on", "note", "modifier"),
        [
            (date(2021, 9, 9), "Published on 9 September 2021, day 56 of 56: in time.", "met"),
            (
                date(2021, 9, 10),
                "Published on 10 September 2021, day 57 of 56: late by 1 day.",
                "late",
            ),
        ],
    )
    def test_says_on_which_day_the_answer_came(self, answered_on, note, modifier):
        found = shown(date(2026, 1, 1), answered_on)
        assert (found.note, found.modifier) == (note, modifier)

    def test_says_why_there_is_none(self):
        found = shown(date(2021, 9, 9), clock=None)
        assert (found.date, found.note, found.modifier) == ("None", "No clock.", "")

    def test_shows_its_working(self):
        assert shown(date(2021, 9, 9)).working[1].startswith("Day 1 is Friday 16 July 2021")
