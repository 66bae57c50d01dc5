from __future__ import annotations

from datetime import date

import pytest

from answerable_site.training.rules import Outcome
from answerable_site.training.rules.intake import (
    Column,
    Known,
    KnownPlace,
    KnownVersion,
    NewEvent,
    Step,
    columns_of,
    planned,
    rows_of,
)

TODAY = date(2026, 5, 12)
HEADERS = [column.label for column in Column]
ROW = {
    Column.EMAIL: "Learner@force.example",
    Column.PERSON: "A Learner",
    Column.COURSE: "ssaidp",
    Column.VERSION: "2021",
    Column.FIRST_DAY: "2/3/2026",
    Column.LAST_DAY: "6/3/2026",
    Column.PLACE: "Training  School",
    Column.OUTCOME: "passed",
    Column.RESULT_ON: "",
}
EVENT = NewEvent(1, date(2026, 3, 2), date(2026, 3, 6), "training school")
NOTHING_HELD = Known({"learner@force.example": 7}, (KnownVersion(1, "SSAIDP", "2021"),), {}, {})


def held(outcome=Outcome.PASSED, on=date(2026, 3, 6)):
    return Known(
        NOTHING_HELD.records,
        NOTHING_HELD.versions,
        {EVENT.key: 5},
        {(5, 7): KnownPlace(3, outcome, on)},
    )


def read(*changed):
    table = [HEADERS, *([str((ROW | one)[column]) for column in Column] for one in changed)]
    return list(rows_of(table, columns_of(table, {}), today=TODAY))


def plan(*changed, known=NOTHING_HELD):
    return planned(read(*changed), known)


def sentences(found):
    return [problem.sentence for row in found.rows for problem in row.problems]


class TestARow:
    def test_adds_a_place_with_its_event_where_neither_is_held(self):
        [row] = plan({}).rows
        assert (row.step, row.record, row.event_held) == (Step.ADDED, 7, None)
        assert row.event.key == EVENT.key

    def test_that_is_held_already_changes_nothing(self):
        assert plan({}, known=held()).rows[0].step is Step.UNCHANGED

    def test_with_another_result_updates(self):
        assert plan({}, known=held(Outcome.FAILED)).rows[0].step is Step.UPDATED
        later = {Column.RESULT_ON: "7/3/2026"}
        assert plan(later, known=held()).rows[0].step is Step.UPDATED

    @pytest.mark.parametrize("outcome", ["", "booked"])
    def test_without_a_result_takes_none_back(self, outcome):
        found = plan({Column.OUTCOME: outcome}, known=held())
        assert found.rows[0].step is Step.UNCHANGED

    @pytest.mark.parametrize(
        ("words", "expected"),
        [("DNA", Outcome.DID_NOT_ATTEND), ("Pass", Outcome.PASSED), ("Y", Outcome.ATTENDED)],
    )
    def test_may_say_its_outcome_as_people_do(self, words, expected):
        assert read({Column.OUTCOME: words})[0].listed.outcome is expected

    def test_without_a_first_day_is_of_one_day(self):
        listed = read({Column.FIRST_DAY: ""})[0].listed
        assert listed.first_day == listed.last_day == listed.result_on


class TestAMistake:
    @pytest.mark.parametrize(
        ("changed", "column"),
        [
            ({Column.EMAIL: "nobody@force.example"}, Column.EMAIL),
            ({Column.COURSE: "Awareness"}, Column.COURSE),
            ({Column.VERSION: "1999"}, Column.VERSION),
            ({Column.LAST_DAY: "31/2/2026"}, Column.LAST_DAY),
            ({Column.PLACE: ""}, Column.PLACE),
            ({Column.OUTCOME: "perhaps"}, Column.OUTCOME),
        ],
    )
    def test_names_its_column(self, changed, column):
        [row] = plan(changed).rows
        assert row.step is Step.REFUSED
        assert [problem.column for problem in row.problems] == [column]

    @pytest.mark.parametrize(
        "changed",
        [
            {Column.FIRST_DAY: "7/3/2026"},
            {Column.RESULT_ON: "5/3/2026"},
            {Column.RESULT_ON: "13/5/2026"},
        ],
    )
    def test_is_a_day_out_of_order(self, changed):
        assert plan(changed).rows[0].step is Step.REFUSED

    def test_is_two_rows_about_one_place_whatever_their_order(self):
        failed = {Column.OUTCOME: "failed"}
        for rows in ([{}, failed], [failed, {}]):
            found = plan(*rows)
            assert [row.step for row in found.rows] == [Step.REFUSED, Step.REFUSED]
            assert "same person and the same event" in sentences(found)[0]

    def test_keeps_the_whole_list_from_being_loaded(self):
        right, wrong = {}, {Column.EMAIL: "nobody@force.example"}
        assert plan(right).may_be_loaded
        assert not plan(right, wrong).may_be_loaded


class TestAPlan:
    def test_that_changes_nothing_is_not_loaded(self):
        assert not plan({}, known=held()).may_be_loaded

    def test_has_the_same_digest_for_the_same_outcome_alone(self):
        assert plan({}).digest == plan({}).digest
        assert plan({}).digest != plan({}, known=held(Outcome.FAILED)).digest


class TestColumns:
    def test_are_found_by_the_names_that_offices_use(self):
        table = [["Work email", "Course code", "Syllabus", "End date", "Venue", "Shoe size"]]
        found = columns_of(table, {})
        assert found.problems == ()
        assert [found.headers[place] for place in found.left_out] == ["Shoe size"]

    def test_that_are_needed_are_asked_for(self):
        assert len(columns_of([["Work email"]], {}).problems) == 4
