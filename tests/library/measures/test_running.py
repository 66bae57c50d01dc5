"""What measures answer about a small cut, with their working."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from tests.library.cuts.caseloads import AS_OF
from tests.library.cuts.written import make_writable, write
from tests.library.measures.stories import OVERDUE, PENDING, UNDATED, WITHOUT_FORCE, story

from answerable.cuts.manifest import read
from answerable.cuts.opening import CutNotWhole
from answerable.measures.compiling import explained
from answerable.measures.conditions import missing, one_of
from answerable.measures.definitions import DEFINITIONS
from answerable.measures.groups import NoSuchBreakdown
from answerable.measures.running import answers, answers_to, opened
from answerable.measures.standing import Standing

ITEMS = DEFINITIONS["plan_items_done"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    cases = [story(1, OVERDUE), story(2, PENDING), story(3, UNDATED), story(4, WITHOUT_FORCE)]
    place = tmp_path_factory.mktemp("measures") / "cut"
    write(place, cases)
    return place


@pytest.fixture(scope="module")
def cut(folder):
    with opened(folder) as found:
        yield found


def figures(answer):
    return (answer.numerator, answer.denominator, answer.not_applicable, answer.pending)


class TestAnswers:
    def test_count_a_moved_target_by_its_first_day(self, cut):
        (answer,) = [
            one for one in answers(cut, ITEMS, ("month", "force")) if one.group["force"] == 1
        ]
        assert figures(answer) == (0, 1, 0, 0)

    def test_leave_what_was_done_within_a_limit_that_still_runs_pending(self, cut):
        (answer,) = [one for one in answers(cut, ITEMS, ("force",)) if one.group["force"] == 2]
        assert figures(answer) == (0, 0, 1, 1)

    def test_count_an_item_without_a_target_as_missed(self, cut):
        (answer,) = [one for one in answers(cut, ITEMS, ("force",)) if one.group["force"] == 3]
        assert figures(answer) == (0, 1, 0, 0)

    def test_keep_what_belongs_to_no_force(self, cut):
        assert None in [one.group["force"] for one in answers(cut, ITEMS, ("force",))]

    def test_name_months_quarters_and_years(self, cut):
        by = ("month", "quarter", "financial_year")
        groups = [dict(one.group) for one in answers(cut, ITEMS, by)]
        expected = {"month": "2026-01", "quarter": "2025/26 Q4", "financial_year": "2025/26"}
        assert expected in groups

    def test_carry_their_cut_and_version(self, cut, folder):
        (answer,) = answers(cut, ITEMS)
        about = read(folder)
        assert (answer.cut, answer.as_of, answer.version) == (about.digest, AS_OF, 1)

    def test_of_nobody_are_one_answer_without_a_rate(self, cut):
        (answer,) = answers(cut, DEFINITIONS["reviews_changed"])
        assert (answer.denominator, answer.recorded_rate, answer.interval) == (0, None, None)

    def test_count_unknown_in_the_denominator_and_not_in_the_performed_rate(self, cut):
        asked = replace(ITEMS, clock=None, fails=None, unknown=missing("original_on"))
        (answer,) = answers(cut, replace(asked, met=one_of("plan", "investigation")))
        assert (answer.denominator, answer.unknown) == (4, 1)
        assert (answer.recorded_rate, answer.performed_rate) == (3 / 4, 1)

    @pytest.mark.parametrize("name", ["plan_items_done", "victims_told"])
    def test_are_what_the_explained_query_counts(self, cut, name):
        query = explained(DEFINITIONS[name], ("force",), cut.as_of)
        counts = Counter()
        for force, standing, rows in cut.engine.rows(query):
            counts[force, standing] += rows
        for one in answers(cut, DEFINITIONS[name], ("force",)):
            force = one.group["force"]
            assert one.numerator == counts[force, Standing.MET]
            assert one.pending == counts[force, Standing.PENDING]

    def test_of_several_measures_are_those_of_each(self, cut):
        some = [
            DEFINITIONS[name] for name in ("support_offered", "plan_items_done", "advice_sought")
        ]
        each = [answer for one in some for answer in answers(cut, one, ("month",))]
        assert answers_to(cut, some, ("month",)) == each

    def test_tell_how_far_they_are(self, cut):
        told = []
        some = [ITEMS, DEFINITIONS["advice_sought"]]
        answers_to(cut, some, progress=lambda done, of: told.append((done, of)))
        assert told == [(1, 2), (2, 2)]

    def test_refuse_a_breakdown_that_the_measure_has_not(self, cut):
        with pytest.raises(NoSuchBreakdown, match="cannot be broken down by 'stage'"):
            answers(cut, ITEMS, ("stage",))

    def test_refuse_a_breakdown_twice(self, cut):
        with pytest.raises(NoSuchBreakdown, match="twice"):
            answers(cut, ITEMS, ("month", "month"))


class TestOpened:
    def test_refuses_a_cut_that_is_not_whole(self, tmp_path):
        write(tmp_path / "cut", [story(1, OVERDUE)])
        make_writable(tmp_path / "cut")
        spine = tmp_path / "cut" / "spine.parquet"
        spine.write_bytes(spine.read_bytes()[:-1])
        with pytest.raises(CutNotWhole), opened(tmp_path / "cut"):
            pass

    def test_knows_the_as_of_day(self, cut):
        assert cut.as_of == date(2026, 3, 31)
