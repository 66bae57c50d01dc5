"""The tables of a cut that are built from its events, built again as far as measures need them."""

from __future__ import annotations

from itertools import groupby

from answerable.cuts.building import statements
from answerable.cuts.built import FROM_EVENTS, MILESTONES, Milestone
from answerable.cuts.columns import Column
from answerable.cuts.engine import names, quoted
from answerable.cuts.tables import GROUPINGS
from bench.measuring.columns import Needed


def build(columns: Needed) -> dict[str, str]:
    """For each of these tables, the query that gives the columns that are needed; the others are
    there, and empty."""
    built = statements() | {"spine": _spine(columns["spine"])}
    return {
        name: f"SELECT {', '.join(_cell(one, columns[name]) for one in table.columns)} "
        f"FROM ({built[name]})"
        for name, table in FROM_EVENTS.items()
        if name in columns
    }


def _cell(column: Column, needed: list[str]) -> str:
    name = quoted(column.name)
    return name if column.name in needed else f"NULL::{column.holds.parquet} AS {name}"


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
