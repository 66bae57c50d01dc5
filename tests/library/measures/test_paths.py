from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from tests.library.cuts.caseloads import AS_OF
from tests.library.cuts.written import write
from tests.library.measures.caseloads import small_forces
from tests.library.measures.stories import story
from tests.reference import slow_paths

from answerable.measures.groups import NoSuchBreakdown
from answerable.measures.paths import STEPS, steps, variants
from answerable.measures.running import opened
from answerable.records.kinds.people import SuspectIdentified

CASES = [one for part in ("pilot", "submissions") for one in small_forces(7, part)]
CASES = list({file.case: (file, of) for file, of in CASES}.values())
"""Cases in which stages come in any order, and some are never recorded."""


@pytest.fixture(scope="module")
def cut(tmp_path_factory):
    folder = tmp_path_factory.mktemp("paths") / "cut"
    write(folder, CASES)
    with opened(folder) as found:
        yield found


@pytest.fixture(scope="module")
def every_step(cut):
    return {(one.first, one.second): one for one in steps(cut)}


@pytest.mark.parametrize(("first", "second"), STEPS)
def test_a_step_is_what_plain_loops_find(every_step, first, second):
    found = every_step[first, second]
    assert slow_paths.step(CASES, AS_OF, first.value, second.value) == {
        "cases": found.cohort.cases,
        "fates": {fate.value: count for fate, count in found.cohort.fates.items() if count},
        "half_by": found.cohort.half_by,
        "nine_of_ten_by": found.cohort.nine_of_ten_by,
        "took": found.outcome.cases,
        "median": found.outcome.median,
    }


def test_the_caseload_has_every_fate(every_step):
    fates = Counter()
    for one in every_step.values():
        fates.update(one.cohort.fates)
    assert min(fates.values()) > 0


def test_the_endings_are_those_of_cases_that_ended(every_step):
    for one in every_step.values():
        assert sum(one.cohort.endings.values()) == one.cohort.fates["ended"]


def test_groups_add_up_to_all(cut, every_step):
    cases, took = Counter(), Counter()
    for one in steps(cut, ("financial_year", "force")):
        cases[one.first, one.second] += one.cohort.cases
        took[one.first, one.second] += one.outcome.cases
    assert cases == {key: one.cohort.cases for key, one in every_step.items()}
    assert took == {key: one.outcome.cases for key, one in every_step.items()}


def test_times_are_those_of_the_first_stage_and_in_the_outcome_view_of_the_second(tmp_path):
    suspect = SuspectIdentified(on=date(2026, 2, 10), suspect=1)
    write(tmp_path / "cut", [story(1, (suspect,))])
    with opened(tmp_path / "cut") as cut:
        found = {
            one.group["month"]: (one.cohort.cases, one.outcome.cases)
            for one in steps(cut, ("month",))
            if one.first == "reported"
        }
    assert found == {"2026-01": (1, 0), "2026-02": (0, 1)}


def test_orders_are_those_that_plain_loops_find(cut):
    found = Counter()
    for one in variants(cut):
        found[tuple(stage.value for stage in one.stages)] += one.cases
    assert found == slow_paths.ways(CASES, AS_OF)


def test_the_commonest_order_comes_first(cut):
    counts = [one.cases for one in variants(cut)]
    assert counts == sorted(counts, reverse=True)


def test_an_order_says_whether_it_is_the_usual_one(cut):
    assert {one.is_in_order for one in variants(cut)} == {True, False}


def test_a_breakdown_that_there_is_not_is_refused(cut):
    with pytest.raises(NoSuchBreakdown, match="Choose among: month"):
        steps(cut, ("stage",))
