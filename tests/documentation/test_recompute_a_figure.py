"""What the page says to run in DuckDB gives the figures of the product, with nothing of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest
from tests.library.cuts.caseloads import AS_OF, organisations
from tests.library.cuts.written import write
from tests.library.measures.caseloads import invented

from answerable.cuts.built import TABLES
from answerable.measures.compiling import explained
from answerable.measures.definitions import DEFINITIONS
from answerable.measures.running import answers, opened
from answerable.measures.standing import Standing
from answerable.statute import LIMITS, Unit

PAGE = Path(__file__).parents[2] / "docs/how-to/recompute-a-figure.md"
AS_OF_DAY, QUALIFIED, SINCE, ITEMS, DUE, SUPPORT = re.findall(
    r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL
)
BY = ("month", "force")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A cut in which one force has a limit of its own, in months, and some things are to come."""
    (everybodys,) = LIMITS.versions_of("offer_support")
    own = replace(everybodys, count=1, unit=Unit.MONTHS, source="", in_force_from=date(2024, 7, 1))
    place = tmp_path_factory.mktemp("cuts") / "cut"
    write(place, invented(150), organisations(5, forces=3), own_limits={2: [own]})
    return place


@pytest.fixture
def database(folder, monkeypatch):
    """DuckDB in the folder of the cut, with the as-of day."""
    monkeypatch.chdir(folder)
    with duckdb.connect() as found:
        found.execute(AS_OF_DAY)
        yield found


@pytest.fixture(scope="module")
def cut(folder):
    with opened(folder) as found:
        yield found


def by_hand(database, query):
    """The figures of each group, by month as the product calls it and force."""
    return {
        (f"{year}-{month:02}", force): tuple(figures)
        for year, month, force, *figures in database.execute(query).fetchall()
    }


def of_product(cut, name):
    """Numerator, denominator and not applicable of each group."""
    return {
        tuple(one.group.values()): (one.numerator, one.denominator, one.not_applicable)
        for one in answers(cut, DEFINITIONS[name], BY)
    }


def test_it_sets_the_day_of_the_cut(database):
    (found,) = database.execute("SELECT DATE '1970-01-01' + getvariable('as_of')").fetchone()
    assert found == AS_OF


def test_investigators_are_counted_alike(database, cut):
    found = {group: (*two, 0) for group, two in by_hand(database, QUALIFIED).items()}
    assert found == of_product(cut, "investigators_qualified")


def test_the_days_since_a_review_are_the_same(database, cut):
    by = (*BY, "days_since_review", "grouping")
    groups = [one.group for one in answers(cut, DEFINITIONS["pathway_reviewed"], by)]
    expected = {
        (one["month"], one["force"]): (one["days_since_review"],)
        for one in groups
        if one["grouping"] == "force" and one["days_since_review"] is not None
    }
    found = by_hand(database, SINCE)
    assert {group: found[group] for group in expected} == expected
    assert len(expected) > 5


def test_items_of_plans_are_counted_alike(database, cut):
    assert by_hand(database, ITEMS) == of_product(cut, "plan_items_done")


def test_offers_of_support_are_counted_alike_by_each_limit(database, cut):
    database.execute(DUE)
    found = by_hand(database, SUPPORT)
    assert found == of_product(cut, "support_offered")
    assert {force for _, force in found} == {1, 2, 3}


@pytest.mark.parametrize("name", ["pathway_reviewed", "victims_told"])
def test_a_query_that_was_printed_runs_as_it_stands(database, cut, name):
    for table in TABLES:
        database.execute(f"CREATE VIEW {table} AS FROM '{table}.parquet'")
    met = {}
    for month, force, standing, rows in database.execute(
        explained(DEFINITIONS[name], BY, AS_OF)
    ).fetchall():
        if standing == Standing.MET:
            met[f"{month // 100}-{month % 100:02}", force] = rows
    told = {group: figures[0] for group, figures in of_product(cut, name).items() if figures[0]}
    assert met == told != {}
