"""The tables of a cut that are built from its events, built again as far as measures need them."""

from __future__ import annotations

from itertools import groupby

from answerable.cuts.building import statements
from answerable.cuts.built import FROM_EVENTS, MILESTONES, Milestone
from answerable.cuts.engine import names
from answerable.cuts.tables import GROUPINGS
from bench.measuring.columns import Needed


def build(columns: Needed) -> dict[str, str]:
    """For each of these tables, the query that gives the columns that are needed."""
    built = statements()
    return {
        name: _spine(columns[name])
        if name == "spine"
        else f"SELECT {names(columns[name])} FROM ({built[name]})"
        for name in FROM_EVENTS
        if name in columns
    }


def _spine(columns: list[str]) -> str:
    """As a cut has it, without the milestones that no measure asks for."""
    wanted = sorted((one for one in MILESTONES if one.name in columns), key=lambda one: one.table)
    parts = [
        "SELECT case_number, "
        + ", ".join(f"max(organisation) FILTER (grouping = '{one}') AS {one}" for one in GROUPINGS)
        + " FROM groupings GROUP BY case_number",
        *(
            f"SELECT case_number, {', '.join(map(_first_day, some))} FROM {table} "
            "GROUP BY case_number"
            for table, some in groupby(wanted, key=lambda one: one.table)
        ),
    ]
    joined = " ".join(f"LEFT JOIN ({one}) USING (case_number)" for one in parts)
    return f"SELECT {names(columns)} FROM cases {joined}"


def _first_day(milestone: Milestone) -> str:
    only = f" FILTER ({milestone.only})" if milestone.only else ""
    return f"min({milestone.day}){only} AS {milestone.name}"
