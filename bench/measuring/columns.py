"""Which columns of a cut measures need, as DuckDB reads them, and what reading them takes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerable.cuts.built import TABLES
from answerable.cuts.columns import Column, Holds
from answerable.cuts.engine import literal, quoted, start
from answerable.cuts.manifest import read
from answerable.measures.compiling import explained
from answerable.measures.definitions import DEFINITIONS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Needed = dict[str, list[str]]
"""Columns by table."""


def needed(folder: Path, by: tuple[str, ...]) -> dict[str, Needed]:
    """Of each measure, the columns that DuckDB reads to answer it by itself: those that nobody
    asks for are left out. Planned over the tables of a small cut."""
    as_of = read(folder).as_of
    with start() as database:
        for name in TABLES:
            file = literal(str(folder / f"{name}.parquet"))
            database.execute(f"CREATE TABLE {quoted(name)} AS FROM read_parquet({file})")
        return {
            name: together(_read(database, explained(one, by, as_of)))
            for name, one in DEFINITIONS.items()
        }


def together(each: Mapping[str, Needed]) -> Needed:
    """The columns of all."""
    found: dict[str, set[str]] = {}
    for columns in each.values():
        for table, names in columns.items():
            found.setdefault(table, set()).update(names)
    return {table: sorted(found[table]) for table in sorted(found)}


def _read(database: DuckDBPyConnection, query: str) -> dict[str, Needed]:
    """What each scan of a query reads."""
    found: dict[str, Needed] = {}
    ((_, told),) = database.execute(f"EXPLAIN (FORMAT json) {query}").fetchall()
    scans = [one for node in json.loads(told) for one in _scans(node)]
    for place, facts in enumerate(scans):
        *_, table = facts["Table"].split(".")
        named = facts.get("Projections", [])
        columns = {named} if isinstance(named, str) else set(named)
        filtered = re.findall(r"\w+", str(facts.get("Filters", "")))
        known = {one.name for one in TABLES[table].columns}
        found[str(place)] = {table: sorted((columns | set(filtered)) & known)}
    return found


def _scans(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    facts = node.get("extra_info", {})
    if "Table" in facts:
        yield facts
    for child in node.get("children", []):
        yield from _scans(child)


def scan(database: DuckDBPyConnection, columns: Needed) -> None:
    """Read every cell of these columns once, and no others."""
    for table, names in columns.items():
        cells = ", ".join(_looked_at(TABLES[table].column(name)) for name in names)
        database.execute(f"SELECT {cells} FROM {quoted(table)}").fetchall()


def _looked_at(column: Column) -> str:
    """Something that is known only after every cell was looked at."""
    name = quoted(column.name)
    if column.holds is Holds.FLAG:
        return f"count_if({name})"
    is_text = column.holds.parquet == "VARCHAR"
    return f"sum(strlen({name}))" if is_text else f"sum({name})"
