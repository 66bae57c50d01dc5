"""Every measure, worked out twice: the compiled query and plain loops give the same figures."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.cuts.caseloads import AS_OF, organisations
from tests.library.cuts.written import write
from tests.library.measures.caseloads import PARTS, invented, small_forces
from tests.library.synthetic.cases.inventing import KNOWN_UNTIL
from tests.reference import slow_measures
from tests.reference.slow_measures.agreeing import fast, slow

from answerable.measures.definitions import DEFINITIONS
from answerable.measures.running import opened
from answerable.statute import LIMITS, Limit, Unit

INVENTED = invented(120)
RECORD = organisations(1, forces=3)


def own_version(code: str, days: int, *, since: date | None = None) -> Limit:
    """A version of a limit that a force set for itself."""
    (*_, known) = LIMITS.versions_of(code)
    return replace(known, count=days, unit=Unit.CALENDAR_DAYS, source="", in_force_from=since)


def test_none_is_without_a_second_implementation():
    assert set(DEFINITIONS) == slow_measures.NAMES


@pytest.mark.slow
@settings(max_examples=3)
@given(seed=st.integers(0, 10**9), happening=st.sampled_from(sorted(PARTS)))
def test_anything_in_any_order_is_counted_alike(seed, happening):
    cases, record = small_forces(seed, happening), organisations(seed)
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "cut", cases, record)
        with opened(Path(folder) / "cut") as cut:
            for definition in DEFINITIONS.values():
                expected = slow(definition, cases, AS_OF, record=record)
                assert fast(cut, definition) == expected, definition.name


@pytest.fixture(scope="module")
def lifelike(tmp_path_factory):
    """A cut of invented cases that go as cases go, open for measures."""
    folder = tmp_path_factory.mktemp("measures") / "cut"
    write(folder, INVENTED, RECORD)
    with opened(folder) as cut:
        yield cut


@pytest.mark.slow
@pytest.mark.parametrize("name", DEFINITIONS)
def test_what_goes_as_cases_go_is_counted_alike(lifelike, name):
    figures = fast(lifelike, DEFINITIONS[name])
    assert figures == slow(DEFINITIONS[name], INVENTED, KNOWN_UNTIL, record=RECORD)


OWN_LIMITS = {
    1: [own_version(one, 2) for one in LIMITS.codes],
    2: [own_version(one, 400, since=date(2025, 1, 1)) for one in LIMITS.codes],
}
"""What two of the three forces set for themselves, of every limit that there is."""


@pytest.fixture(scope="module")
def bound(tmp_path_factory):
    """The same cut, with limits that two forces set for themselves."""
    folder = tmp_path_factory.mktemp("bound") / "cut"
    write(folder, INVENTED, RECORD, own_limits=OWN_LIMITS)
    with opened(folder) as cut:
        yield cut


@pytest.mark.slow
@pytest.mark.parametrize("name", DEFINITIONS)
def test_each_force_is_measured_by_its_own_limits(bound, name):
    figures = fast(bound, DEFINITIONS[name])
    assert figures == slow(DEFINITIONS[name], INVENTED, KNOWN_UNTIL, OWN_LIMITS, record=RECORD)


@pytest.mark.slow
def test_the_own_limits_change_some_figures(lifelike, bound):
    changed = [one.name for one in DEFINITIONS.values() if fast(lifelike, one) != fast(bound, one)]
    assert len(changed) > 5


@pytest.mark.slow
def test_the_caseloads_reach_what_is_met_and_what_is_missed_of_every_measure():
    many = invented(800)
    reached = {
        name: Counter(slow_measures.tally(name, many, KNOWN_UNTIL, (), record=RECORD).get((), {}))
        for name in DEFINITIONS
    }
    for happening in PARTS:
        for seed in range(3):
            cases = small_forces(seed, happening)
            for name, standings in reached.items():
                standings.update(slow_measures.tally(name, cases, AS_OF, ()).get((), {}))
    assert [name for name, found in reached.items() if not {"met", "missed"} <= set(found)] == []
