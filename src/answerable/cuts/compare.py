"""What changed from one cut to a later one, by table and by case."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.cuts import engine, manifest
from answerable.cuts.built import TABLES
from answerable.cuts.columns import Table
from answerable.cuts.engine import literal, quoted
from answerable.cuts.listed import day_number
from answerable.cuts.manifest import Manifest
from answerable.cuts.opening import CutNotWhole
from answerable.cuts.tables import EVENT_TABLES, GIVEN
from answerable.cuts.verify import verify_cut

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class TableChange:
    """What changed in one table; a row is the same row where its key is."""

    table: str
    before: int
    after: int
    added: int
    late: int
    """Of those added, events that had happened by the as-of day of the earlier cut: they were
    recorded, or taken in, later. 0 in tables without a day of what happened."""
    gone: int
    changed: int
    cases: int
    """Cases with a row that was added, is gone or changed; 0 in tables without cases."""

    @property
    def is_same(self) -> bool:
        """Whether nothing changed."""
        return not (self.added or self.gone or self.changed)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from the earlier cut to the later one."""

    earlier: Manifest
    later: Manifest
    tables: tuple[TableChange, ...]
    cases_added: int
    cases_gone: int
    cases_changed: int
    """Cases of both cuts of which anything handed in changed."""
    late_corrections: int
    """Corrections that only the later cut knows, of what had happened by the as-of day of the
    earlier one."""

    @property
    def is_same(self) -> bool:
        """Whether every table has the same rows."""
        return all(one.is_same for one in self.tables)


class CutsNotCompared(RuntimeError):
    """DuckDB could not compare the cuts, for want of memory or room above all. Both are as they
    were."""


def compare_cuts(
    earlier: Path,
    later: Path,
    *,
    digest: str = "",
    memory: str = engine.DEFAULT_MEMORY,
    spill: Path | None = None,
) -> Comparison:
    """Compare two cuts, both whole and unchanged.

    Args:
        digest: of the earlier one, as noted when it was written; "" where it was not.
        memory: how much DuckDB may use, such as "1GB"; it spills beyond that.
        spill: the folder that it spills to; None: it must do without.

    Raises:
        CutNotWhole: one is not; the sentences name which.
        CutsNotInstalled: DuckDB or numpy is missing.
        CutsNotCompared: DuckDB cannot do it, such as with too little memory.
        OSError: a file of theirs cannot be read.
    """
    with closing(engine.start(memory=memory, spill=spill)) as database, _worded():
        problems = [
            f"{one}: {problem}"
            for one, noted in ((earlier, digest), (later, ""))
            for problem in verify_cut(one, noted)
        ]
        if problems:
            raise CutNotWhole(tuple(problems))
        return _comparison(database, earlier, later)


@contextmanager
def _worded() -> Iterator[None]:
    """What DuckDB cannot do, as a sentence."""
    import duckdb

    try:
        yield
    except duckdb.Error as problem:
        first, *_ = str(problem).splitlines()
        raise CutsNotCompared(
            f"The cuts could not be compared: {first}. Both are as they were."
        ) from problem


def _comparison(database: DuckDBPyConnection, earlier: Path, later: Path) -> Comparison:
    first, second = manifest.read(earlier), manifest.read(later)
    _make_views(database, "earlier", earlier)
    _make_views(database, "later", later)
    database.execute("CREATE TABLE touched (case_number INTEGER)")
    tables = tuple(_compared(database, table, first, second) for table in TABLES.values())
    changed = engine.first_row(database, _CHANGED_CASES)
    late = engine.first_row(database, _LATE_CORRECTIONS, [day_number(first.as_of)])
    cases = next(one for one in tables if one.table == "cases")
    return Comparison(
        earlier=first,
        later=second,
        tables=tables,
        cases_added=cases.added,
        cases_gone=cases.gone,
        cases_changed=changed[0] if changed else 0,
        late_corrections=late[0] if late else 0,
    )


_CHANGED_CASES = """
SELECT count(DISTINCT touched.case_number) FROM touched
SEMI JOIN earlier.cases AS a ON a.case_number = touched.case_number
SEMI JOIN later.cases AS b ON b.case_number = touched.case_number"""
_LATE_CORRECTIONS = """
SELECT count(*) FROM later.corrections AS made
ANTI JOIN earlier.corrections AS known
    ON known.case_number = made.case_number AND known.event_number = made.event_number
SEMI JOIN earlier.cases AS a ON a.case_number = made.case_number
WHERE made.replaced_happened_on <= ?"""


def _make_views(database: DuckDBPyConnection, name: str, folder: Path) -> None:
    database.execute(f"CREATE SCHEMA {name}")
    for table in TABLES:
        file = literal(str(folder / f"{table}.parquet"))
        database.execute(
            f"CREATE VIEW {name}.{quoted(table)} AS SELECT * FROM read_parquet({file})"
        )


def _compared(
    database: DuckDBPyConnection, table: Table, first: Manifest, second: Manifest
) -> TableChange:
    before, after = first.tables[table.name], second.tables[table.name]
    if before.sha256 == after.sha256:
        return TableChange(table.name, before.rows, after.rows, 0, 0, 0, 0, 0)
    database.execute(f"CREATE TABLE changes AS {_changes(table)}")
    has_day = table.name in EVENT_TABLES and "happened_on" in table.names
    late = f"happened_on <= {day_number(first.as_of)}" if has_day else "false"
    cases = "case_number" if table.is_of_cases else "NULL"
    counted = engine.first_row(
        database,
        "SELECT count(*) FILTER (WHERE how = 'added'), "
        f"count(*) FILTER (WHERE how = 'added' AND {late}), "
        "count(*) FILTER (WHERE how = 'gone'), count(*) FILTER (WHERE how = 'changed'), "
        f"count(DISTINCT {cases}) FROM changes",
    )
    if table.name in GIVEN and table.is_of_cases:
        database.execute("INSERT INTO touched SELECT DISTINCT case_number FROM changes")
    database.execute("DROP TABLE changes")
    return TableChange(table.name, before.rows, after.rows, *(counted or (0, 0, 0, 0, 0)))


def _changes(table: Table) -> str:
    """The rows that are not the same in both, each with how: added, gone or changed."""
    key = " AND ".join(f"a.{quoted(one)} = b.{quoted(one)}" for one in table.key)
    kept = [*table.key, *(["happened_on"] if "happened_on" in table.names else [])]
    others = [one for one in table.names if one not in table.key]
    differs = " OR ".join(f"a.{quoted(one)} IS DISTINCT FROM b.{quoted(one)}" for one in others)
    cells = ", ".join(
        f"coalesce(b.{quoted(one)}, a.{quoted(one)}) AS {quoted(one)}" for one in kept
    )
    known = quoted(table.key[0])
    return (
        f"SELECT {cells}, CASE WHEN a.{known} IS NULL THEN 'added' "
        f"WHEN b.{known} IS NULL THEN 'gone' ELSE 'changed' END AS how "
        f"FROM earlier.{quoted(table.name)} AS a FULL JOIN later.{quoted(table.name)} AS b "
        f"ON {key} WHERE a.{known} IS NULL OR b.{known} IS NULL OR ({differs or 'false'})"
    )
