from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.register.rules import InspectionKind
from answerable_site.responses.rules.past import Explained, PastAnswer
from answerable_site.responses.rules.takeover import (
    KnownReport,
    Outcome,
    Plan,
    columns_of,
    planned,
    rows_of,
)

TODAY = date(2026, 5, 12)
HEADERS = ["Title", "Report published", "Response published", "Ref", "Legal basis", "Explained"]
REPORT_ON = date(2021, 7, 16)
KNOWN = KnownReport(
    inspection_id=7,
    title="Lost property",
    published_on=REPORT_ON,
    legal_basis="police_act_1996_s55",
    concerns_body=True,
    is_published_here=False,
    answer=PastAnswer(reference="R1", published_on=date(2021, 9, 1)),
)


def plan(*rows: list, known: tuple[KnownReport, ...] = ()) -> Plan:
    table = [HEADERS, *rows]
    return planned(rows_of(table, columns_of(table, {}), today=TODAY), known)


def only(found: Plan):
    (row,) = found.rows
    return row


def problem(found: Plan) -> str:
    row = only(found)
    assert row.outcome is Outcome.REFUSED
    return row.problems[0].sentence


class TestPlanned:
    def test_adds_what_the_register_does_not_hold(self):
        row = only(plan(["Lost property", REPORT_ON, "9/9/2021"]))
        assert row.outcome is Outcome.ADDED
        assert row.number == 2
        assert row.known is None
        assert row.answer == PastAnswer(published_on=date(2021, 9, 9))

    def test_adds_to_a_report_that_is_there_already(self):
        row = only(plan(["LOST  property!", REPORT_ON], known=(replace(KNOWN, answer=None),)))
        assert row.outcome is Outcome.ADDED
        assert row.known is not None

    def test_updates_by_reference_whatever_its_case(self):
        row = only(plan(["Lost property", REPORT_ON, "2/9/2021", "r1"], known=(KNOWN,)))
        assert row.outcome is Outcome.UPDATED
        assert ("Response published", "1 September 2021", "2 September 2021") in [
            (change.name, change.before, change.after) for change in row.changes
        ]

    def test_updates_by_title_and_day_where_no_reference_is_told(self):
        row = only(plan(["Lost property", REPORT_ON, "2/9/2021"], known=(KNOWN,)))
        assert row.outcome is Outcome.UPDATED
        assert row.answer.reference == "R1"

    def test_gives_a_reference_to_a_response_without_one(self):
        known = replace(KNOWN, answer=PastAnswer())
        row = only(plan(["Lost property", REPORT_ON, "", "R5"], known=(known,)))
        assert row.answer.reference == "R5"

    def test_changes_nothing_by_what_is_held_or_not_told(self):
        row = only(plan(["Lost property", REPORT_ON, "1/9/2021"], known=(KNOWN,)))
        assert row.outcome is Outcome.UNCHANGED

    def test_keeps_what_is_known_where_a_list_says_that_it_is_not(self):
        known = replace(KNOWN, answer=replace(KNOWN.answer, explained=Explained.ALL))
        row = only(plan(["Lost property", REPORT_ON, "", "R1", "", "not known"], known=(known,)))
        assert row.outcome is Outcome.UNCHANGED

    def test_takes_another_day_for_another_report(self):
        row = only(plan(["Lost property", "17/7/2021"], known=(KNOWN,)))
        assert row.known is None

    def test_points_at_a_report_of_the_same_day_with_a_similar_title(self):
        row = only(plan(["Lost property, found", REPORT_ON], known=(KNOWN,)))
        assert row.outcome is Outcome.ADDED
        assert any("Check that it is another report" in note for note in row.notes)

    def test_says_which_kind_it_takes(self):
        row = only(plan(["PEEL: an inspection of Wexmoor", REPORT_ON]))
        assert row.listed.kind_taken is InspectionKind.FORCE
        assert "Kind not told; taken as: Inspection of one force." in row.notes


class TestRefusedRows:
    def test_name_the_column_and_the_row(self):
        row = only(plan(["", "9/13/2021", "next week"]))
        assert [problem.column.label for problem in row.problems] == [
            "Report published",
            "Response published",
            "Report title",
        ]

    def test_are_those_with_a_reference_of_another_report(self):
        assert "held for “Lost property”" in problem(
            plan(["Custody suites", REPORT_ON, "", "R1"], known=(KNOWN,))
        )
        assert "held for “Lost property”" in problem(
            plan(["Lost property", "17/7/2021", "", "R1"], known=(KNOWN,))
        )

    def test_are_those_whose_report_is_held_under_another_reference(self):
        found = plan(["Lost property", REPORT_ON, "", "R2"], known=(KNOWN,))
        assert problem(found) == "The response to this report is held under the reference R1."

    def test_are_those_that_do_not_concern_the_body_in_the_register(self):
        known = replace(KNOWN, concerns_body=False, answer=None)
        assert "does not concern" in problem(plan(["Lost property", REPORT_ON], known=(known,)))

    def test_are_those_published_with_the_product(self):
        known = replace(KNOWN, is_published_here=True, answer=None)
        assert "was published with" in problem(plan(["Lost property", REPORT_ON], known=(known,)))

    def test_are_those_of_another_legal_basis(self):
        found = plan(["Lost property", REPORT_ON, "", "", "none"], known=(KNOWN,))
        assert "another legal basis" in problem(found)

    def test_are_those_answered_before_the_report(self):
        assert "before the report" in problem(plan(["Trees", REPORT_ON, "15/7/2021"]))

    @pytest.mark.parametrize(
        "second",
        [["LOST PROPERTY", REPORT_ON], ["Trees", REPORT_ON, "", "r1"]],
        ids=["same report", "same reference"],
    )
    def test_are_all_that_name_the_same(self, second):
        found = plan(["Lost property", REPORT_ON, "", "R1"], second)
        assert [row.outcome for row in found.rows] == [Outcome.REFUSED] * 2
        assert "as row 3" in found.rows[0].problems[0].sentence
        assert not found.may_be_loaded


class TestPlan:
    def test_may_be_loaded_only_whole_and_if_it_changes_something(self):
        good, bad = ["Trees", REPORT_ON], ["Vans", "never"]
        assert plan(good).may_be_loaded
        assert not plan(good, bad).may_be_loaded
        assert not plan(["Lost property", REPORT_ON], known=(KNOWN,)).may_be_loaded

    def test_digest_tells_any_difference(self):
        row = ["Lost property", REPORT_ON, "2/9/2021"]
        digests = {
            plan(row).digest,
            plan(row, known=(KNOWN,)).digest,
            plan(row, known=(replace(KNOWN, inspection_id=8),)).digest,
            plan(["Lost property", REPORT_ON, "3/9/2021"]).digest,
            plan([], row).digest,
        }
        assert len(digests) == 5
        assert plan(row).digest == plan(row).digest

    @given(st.permutations([["Trees", REPORT_ON], ["Vans", REPORT_ON], ["Trees", REPORT_ON]]))
    def test_comes_to_the_same_in_any_order(self, rows):
        outcomes = {row.listed.title: row.outcome for row in plan(*rows).rows}
        assert outcomes == {"Trees": Outcome.REFUSED, "Vans": Outcome.ADDED}
