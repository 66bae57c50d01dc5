"""The figures of the documentation, and of invented lists, reckoned in two ways."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.site.training.rules import reckoning, tables

from answerable_site.training.rules import (
    Duty,
    FinancialYear,
    Presence,
    attendance_in,
    qualified_on,
)

COURSES = tables.read("training-figures-courses.csv")
PEOPLE = tables.read("training-figures-people.csv")
NAMES = tables.names_in(COURSES, PEOPLE)
PAGE = (tables.DOCS / "training-figures.md").read_text(encoding="utf-8")
YEAR = 2024
THE_DAY = date(2025, 3, 31)


def attendance(people, courses, names, year):
    facts = [tables.person(row, names) for row in people]
    return attendance_in(FinancialYear(year), facts, tables.countings(courses, names))


def presences(people, courses, names, day):
    facts = [tables.person(row, names) for row in people]
    found = qualified_on(day, facts, tables.countings(courses, names), Duty.INVESTIGATOR)
    return {record: presence.value for record, presence in found.people}


def as_number(day):
    return day.year * 10000 + day.month * 100 + day.day


class TestTheExampleOfTheDocumentation:
    def test_has_forty_people(self):
        assert [int(row["number"]) for row in PEOPLE] == list(range(1, 41))

    def test_says_of_each_whether_they_attended_as_the_rules_do(self):
        expected = tuple(int(row["number"]) for row in PEOPLE if row["attended"] == "yes")
        assert attendance(PEOPLE, COURSES, NAMES, YEAR).people == expected

    def test_says_of_each_whether_they_attended_as_a_pencil_does(self):
        for row in PEOPLE:
            expected = row["attended"] == "yes"
            assert bool(reckoning.attended(row, COURSES, YEAR)) == expected, row["number"]

    def test_says_of_each_what_they_are_on_31_march_as_the_rules_do(self):
        expected = {int(row["number"]): row["on_31_march"] for row in PEOPLE}
        assert presences(PEOPLE, COURSES, NAMES, THE_DAY) == expected

    def test_says_of_each_what_they_are_on_31_march_as_a_pencil_does(self):
        for row in PEOPLE:
            found = reckoning.presence(row, COURSES, as_number(THE_DAY))
            assert found == row["on_31_march"], row["number"]

    def test_shows_every_reason(self):
        assert {row["on_31_march"] for row in PEOPLE} == set(Presence)

    def test_has_the_figures_that_the_page_states(self):
        found = attendance(PEOPLE, COURSES, NAMES, YEAR)
        counted = Counter(row["on_31_march"] for row in PEOPLE)["counted"]
        assert f"**{found.value} people attended**" in PAGE
        assert f"{found.attendances} times" in PAGE
        assert f"**{counted} were qualified and in post**" in PAGE

    def test_lists_on_the_page_who_is_what(self):
        said = dict(re.findall(r"^\| `(\w+)` \|[^|]*\| ([\d, ]+) \|", PAGE, flags=re.MULTILINE))
        expected: dict[str, str] = {}
        for row in PEOPLE:
            listed = expected.get(row["on_31_march"], "")
            expected[row["on_31_march"]] = f"{listed}, {row['number']}".lstrip(", ")
        assert said == expected


DAYS = st.dates(date(2019, 1, 1), date(2028, 12, 31))
SPECIAL = st.sampled_from(
    [date(2020, 2, 29), date(2024, 2, 29), THE_DAY, date(2025, 4, 1), date(2022, 3, 31)]
)
ANY_DAY = DAYS | SPECIAL
NAME = st.sampled_from(["A", "B", "C", "Fresh"])
COURSES_DRAWN = st.fixed_dictionaries(
    {
        name: st.tuples(
            ANY_DAY,
            st.none() | st.integers(0, 2000),
            st.none() | st.integers(1, 60),
        )
        for name in ("A", "B", "Fresh")
    }
)


def course_rows(drawn):
    return [
        {
            "course": name,
            "purpose": "refreshes" if name == "Fresh" else "qualifies",
            "from": (date(2015, 1, 1) if name != "B" else from_on).isoformat(),
            "to": "" if lasts is None else (from_on + timedelta(days=lasts)).isoformat(),
            "lasts_months": "" if months is None else str(months),
            "refresher_months": "",
        }
        for name, (from_on, lasts, months) in drawn.items()
    ]


@st.composite
def drawn_person(draw):
    row = {"number": "1", "certificate": "", "certificate_from": "", "certificate_to": ""}
    for part in ("", "second_"):
        begins, ends = sorted((draw(ANY_DAY), draw(ANY_DAY)))
        duty = draw(st.sampled_from(["", "investigator", "investigator", "supervisor"]))
        row[f"{part}duty"] = duty
        row[f"{part}from"] = begins.isoformat() if duty else ""
        row[f"{part}to"] = ends.isoformat() if duty and draw(st.booleans()) else ""
        last_day = draw(ANY_DAY)
        decided = last_day + timedelta(days=draw(st.sampled_from([0, 0, 1, 30])))
        row[f"{part}course"] = draw(NAME | st.just(""))
        row[f"{part}last_day"] = last_day.isoformat()
        row[f"{part}outcome"] = draw(
            st.sampled_from(["booked", "attended", "did_not_attend", "passed", "passed", "failed"])
        )
        row[f"{part}result_on"] = decided.isoformat()
    if draw(st.booleans()):
        begins, ends = sorted((draw(ANY_DAY), draw(ANY_DAY)))
        row["certificate"], row["certificate_from"] = draw(NAME), begins.isoformat()
        row["certificate_to"] = ends.isoformat() if draw(st.booleans()) else ""
    return row


class TestAnyList:
    @given(drawn_person(), COURSES_DRAWN, ANY_DAY)
    def test_says_the_same_both_ways_of_who_is_qualified_and_in_post(self, row, drawn, day):
        courses = course_rows(drawn)
        names = ["A", "B", "C", "Fresh", ""]
        expected = reckoning.presence(row, courses, as_number(day))
        assert presences([row], courses, names, day) == {1: expected}

    @given(drawn_person(), COURSES_DRAWN, st.integers(2018, 2028))
    def test_says_the_same_both_ways_of_who_attended(self, row, drawn, year):
        courses = course_rows(drawn)
        names = ["A", "B", "C", "Fresh", ""]
        found = attendance([row], courses, names, year)
        assert found.attendances == reckoning.attended(row, courses, year)
        assert found.value == bool(found.attendances)

    @pytest.mark.parametrize("month", range(1, 13))
    def test_adds_months_the_same_both_ways(self, month):
        from answerable.statute import add_months

        for day in (date(2024, 2, 29), date(2023, 10, 31), date(2022, 3, 30)):
            expected = add_months(day, month * 5)
            assert reckoning.months_later(as_number(day), month * 5) == as_number(expected)
