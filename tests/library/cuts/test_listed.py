"""What is the same for every case: codes with their labels, groups, limits, days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.reference import second_limits

from answerable import statute
from answerable.cuts import listed
from answerable.cuts.built import CALENDAR, CODES, LIMITS


def by_column(table, rows):
    return [dict(zip(table.names, row, strict=True)) for row in rows]


class TestCodes:
    def test_have_each_code_of_a_list_once(self):
        keys = [row[0:3:2] for row in listed.codes()]
        assert len(set(keys)) == len(keys)

    def test_say_what_each_means(self):
        labels = {
            (row["code_list"], row["code"]): row["label"]
            for row in by_column(CODES, listed.codes())
        }
        assert labels["telling.method", "letter"] == "Letter"
        assert labels["outcomes", "16"].endswith("victim does not support")
        assert labels["ethnicity_cjs_16", "O1"] == "Chinese"


class TestGroups:
    def test_hold_each_outcome_and_each_self_defined_ethnicity(self):
        groups = {row[:3]: row[3] for row in listed.code_groups()}
        assert groups["2022-five-forces", "outcomes", "16"] == "victim"
        assert groups["ethnicity_5", "ethnicity_cjs_16", "O1"] == "asian"


class TestLimits:
    def test_are_those_that_were_handed_over_with_their_versions(self):
        rows = by_column(LIMITS, listed.limits(statute.LIMITS, {}))
        assert len(rows) == len(tuple(statute.LIMITS))
        assert {row["code"] for row in rows} == set(statute.LIMITS.codes)
        for row in rows:
            version = statute.LIMITS.versions_of(row["code"])[row["version"] - 1]
            assert (row["count"], row["unit"], row["asks"]) == (
                version.count,
                version.unit,
                version.asks,
            )

    def test_name_whose_own_they_are_after_those_of_everybody(self):
        (everybodys,) = statute.LIMITS.versions_of("tell_victim")
        own = replace(everybodys, count=3, source="")
        rows = by_column(LIMITS, listed.limits([everybodys], {9: [own], 7: [own, own]}))
        assert [(row["version"], row["organisation"], row["count"]) for row in rows] == [
            (1, None, everybodys.count),
            (2, 7, 3),
            (3, 7, 3),
            (4, 9, 3),
        ]


class TestTheCalendar:
    def test_counts_working_days_as_the_second_count_does(self):
        days = by_column(CALENDAR, listed.calendar(date(2023, 5, 1), date(2025, 6, 1)))
        holidays = second_limits.bank_holidays()
        worked = 0
        for row in days:
            day = listed.day_of(row["day"])
            is_worked = day.weekday() < 5 and (day.year, day.month, day.day) not in holidays
            worked += is_worked
            assert (row["is_working_day"], row["working_days"]) == (is_worked, worked)

    def test_has_every_day_from_the_first_case_to_three_years_ahead(self):
        days = [row[0] for row in listed.calendar(date(1999, 5, 1), date(2025, 6, 1))]
        first, last = listed.day_of(days[0]), listed.day_of(days[-1])
        assert (first, last) == (date(1999, 1, 1), date(2028, 12, 31))
        assert days == list(range(days[0], days[-1] + 1))

    def test_begins_the_financial_year_in_april(self):
        rows = by_column(CALENDAR, listed.calendar(date(2026, 1, 1), date(2026, 1, 1)))
        of = {listed.day_of(row["day"]): (row["financial_year"], row["quarter"]) for row in rows}
        assert of[date(2026, 3, 31)] == (2025, 4)
        assert of[date(2026, 4, 1)] == (2026, 1)
        assert of[date(2026, 12, 31)] == (2026, 3)


def test_a_day_is_its_number_and_back():
    assert listed.day_number(date(1970, 1, 2)) == 1
    assert listed.day_of(-1) == date(1970, 1, 1) - timedelta(days=1)
