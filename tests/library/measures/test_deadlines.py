"""The last day in time, worked out in the cut, is the one that the statute names."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta

import pytest
from tests.library.cuts.caseloads import AS_OF

from answerable import statute
from answerable.cuts.listed import day_number, day_of
from answerable.cuts.opening import open_cut
from answerable.cuts.write import write_cut
from answerable.measures.compiling import Dialect, written
from answerable.measures.deadlines import EVERYBODY, LIMIT_OWNERS, deadlines
from answerable.statute.limits import Limit, Limits, NoLimitInForce, Unit
from answerable.statute.model import Confidence


def version(code, count, unit, since=None, until=None):
    return Limit(
        code=code,
        asks="Do it",
        starts="The beginning",
        count=count,
        unit=unit,
        citation="None",
        source="",
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=since,
        in_force_to=until,
    )


OWN = Limits(
    [
        version("hours", 25, Unit.HOURS),
        version("at_once", 0, Unit.WORKING_DAYS),
        version("changed", 5, Unit.WORKING_DAYS),
        version("changed", 3, Unit.CALENDAR_DAYS, since=date(2024, 2, 1)),
        version("changed", 1, Unit.MONTHS, since=date(2024, 2, 1), until=date(2025, 6, 30)),
        version("begun", 2, Unit.WORKING_DAYS, since=date(2025, 1, 1)),
        version("quarter", 3, Unit.MONTHS),
    ]
)
EVERY = statute.LIMITS.with_versions(OWN)
DAYS = [date(2019, 12, 1) + timedelta(days=day) for day in range(0, 2310, 3)]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    folder = tmp_path_factory.mktemp("limits") / "cut"
    write_cut(folder, [], as_of=AS_OF, limits=EVERY)
    with closing(open_cut(folder)) as opened:
        yield opened


def due(database, code):
    """Who is bound by versions of a limit, with each day 0 and the last day in time."""
    owners = written(LIMIT_OWNERS.relation(), Dialect.DUCKDB)
    query = written(deadlines(code), Dialect.DUCKDB)
    return database.execute(
        f"WITH limit_owners AS ({owners}) SELECT organisation, start, due FROM ({query})"
    ).fetchall()


def expected(code, day):
    try:
        return EVERY.in_force(code, day).last_day(day)
    except NoLimitInForce:
        return None


@pytest.mark.parametrize("code", EVERY.codes)
def test_of_every_limit_is_that_of_the_statute(database, code):
    rows = due(database, code)
    found = {day_of(start): day_of(due) for whose, start, due in rows if due is not None}
    assert {whose for whose, *_ in rows} == {EVERYBODY}
    assert [found.get(day) for day in DAYS] == [expected(code, day) for day in DAYS]


def test_no_day_has_two(database):
    rows = due(database, "changed")
    assert len({start for _, start, _ in rows}) == len(rows)
    assert day_number(date(2010, 1, 1)) in {start for _, start, _ in rows}


def test_of_an_organisation_is_by_its_own_versions_and_those_of_everybody(tmp_path):
    own = [version("changed", 9, Unit.CALENDAR_DAYS, since=date(2025, 1, 1))]
    write_cut(tmp_path / "cut", [], as_of=AS_OF, limits=OWN, own_limits={7: own})
    bound = OWN.with_versions(own)
    with closing(open_cut(tmp_path / "cut")) as opened:
        rows = due(opened, "changed")
    found = {(whose, day_of(start)): day_of(due) for whose, start, due in rows}
    assert len(found) == len(rows)
    for day in DAYS[100:]:
        assert found[7, day] == bound.in_force("changed", day).last_day(day)
        assert found[EVERYBODY, day] == OWN.in_force("changed", day).last_day(day)
