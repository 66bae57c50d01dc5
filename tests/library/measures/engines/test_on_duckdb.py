"""On DuckDB cases are looked at part by part, which changes no figure."""

from __future__ import annotations

import pytest
from tests.library.cuts.caseloads import organisations
from tests.library.cuts.written import write
from tests.library.measures.caseloads import invented

from answerable.measures.curves import Which, courses
from answerable.measures.definitions import DEFINITIONS
from answerable.measures.engines.on_duckdb import OnDuckDB
from answerable.measures.paths import steps
from answerable.measures.running import Cut, answers_to
from answerable.measures.signals import events

NAMES = (
    "support_offered",
    "victims_told",
    "plan_items_done",
    "plan_items_overdue",
    "pilot_charged",
    "investigators_qualified",
    "pathway_reviewed",
)
SOME = [DEFINITIONS[name] for name in NAMES]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("parts") / "cut"
    return folder, write(folder, invented(60), organisations(1, forces=3))


@pytest.fixture(scope="module")
def opened(written):
    """The cut, open with so many cases at once."""
    folder, about = written
    engines = []

    def with_parts_of(cases):
        engines.append(OnDuckDB(folder, about.cases, cases_at_once=cases))
        return Cut(engines[-1], about.as_of, about.digest, about.is_synthetic)

    yield with_parts_of
    for one in engines:
        one.close()


@pytest.fixture(scope="module")
def whole(opened):
    return answers_to(opened(60), SOME, ("month", "force"))


@pytest.mark.parametrize("cases", [1, 7, 59])
def test_parts_give_the_same_figures(opened, whole, cases):
    assert answers_to(opened(cases), SOME, ("month", "force")) == whole


def test_every_case_is_in_one_part(opened):
    cut = opened(7)
    counts = [cut.engine.rows("SELECT count(*) FROM spine") for _ in cut.engine.parts()]
    assert [number for ((number,),) in counts] == [7] * 8 + [4]


def test_the_whole_cut_is_there_again_afterwards(opened):
    cut = opened(7)
    list(cut.engine.parts())
    assert cut.engine.rows("SELECT count(*) FROM spine") == [(60,)]


def test_curves_are_the_same_from_parts(opened):
    by_pilot = (Which.HEARING, ("pilot",))
    assert [one.as_row() for one in courses(opened(7), *by_pilot)] == [
        one.as_row() for one in courses(opened(60), *by_pilot)
    ]


def test_paths_are_the_same_from_parts(opened):
    assert steps(opened(7), ("pilot",)) == steps(opened(60), ("pilot",))


def test_days_are_the_same_from_parts(opened):
    assert events(opened(7), SOME[2]) == events(opened(60), SOME[2])


def test_what_was_kept_is_let_go(opened):
    cut = opened(60)
    answers_to(cut, SOME, ("force",))
    assert cut.engine.rows("SELECT table_name FROM duckdb_tables()") == []
