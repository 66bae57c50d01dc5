"""Writing a cut: rows in any order become sorted Parquet files with a manifest, or nothing does."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from answerable import statute
from answerable.cuts import checks, engine, listed, staging
from answerable.cuts.batches import Rows, batch_of
from answerable.cuts.building import statements
from answerable.cuts.built import CALENDAR, CODE_GROUPS, CODES, FROM_EVENTS, LIMITS, TABLES
from answerable.cuts.columns import Table
from answerable.cuts.engine import first_row, literal, quoted
from answerable.cuts.manifest import NAME, Manifest, Receipt, TableFile, as_bytes, digest_of
from answerable.cuts.tables import EVENTS, GIVEN, SCHEMA, event_table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CASES_AT_ONCE = 100_000
"""Cases of which the built tables are made at once: bounds the memory, changes no row."""


class CutNotWritten(RuntimeError):
    """DuckDB could not write the cut, for want of room above all. Nothing is written."""


class CutExists(FileExistsError):
    """There is something at the place where the cut was to be written. Nothing is written over."""


def write_cut(
    folder: Path,
    rows: Rows,
    *,
    as_of: date,
    receipts: Sequence[Receipt] = (),
    limits: Iterable[statute.Limit] = statute.LIMITS,
    own_limits: listed.OwnLimits | None = None,
    is_synthetic: bool = False,
    memory: str = engine.DEFAULT_MEMORY,
    progress: Callable[[int], None] = lambda _: None,
) -> Manifest:
    """Write a cut, whole or not at all.

    The same rows in any order give the same bytes, with the same version of DuckDB. The cut is
    made beside its place under a name of its own, and moved there at the end.

    Args:
        folder: what becomes the cut; there must be nothing there, its parent must exist.
        rows: batches of the tables of `tables.GIVEN`, in any order.
        as_of: the last day of which the rows hold what happened, inclusive.
        receipts: the sources of the rows.
        limits: the limits that apply everywhere.
        own_limits: those that organisations set for themselves, where any did.
        is_synthetic: whether the cases are invented.
        memory: how much DuckDB may use; it spills into the folder's parent beyond that.
        progress: told how many rows were taken in.

    Raises:
        CutExists: there is something at that place.
        RowsRefused: the rows are not those of a cut.
        CutsNotInstalled: DuckDB or numpy is missing.
        CutNotWritten: DuckDB cannot write, such as on a disk that is full.
        OSError: the files cannot be written.
    """
    if folder.exists() or folder.is_symlink():
        raise CutExists(
            f"There is something at {folder} already, and a cut is never written over. "
            "Give another name."
        )
    with (
        _unfinished(folder) as (made, spill),
        closing(engine.start(memory=memory, spill=spill)) as database,
        _worded(folder),
    ):
        staging.make_room(database)
        staged = staging.stage(database, rows, progress)
        recorded_to = _recorded_to(database)
        _write_given(database, made, as_of, staged)
        counts = staged.counts | _write_built(database, made)
        counts |= _write_listed(database, made, as_of, listed.limits(limits, own_limits or {}))
        manifest = Manifest(
            schema=SCHEMA,
            as_of=as_of,
            recorded_to=recorded_to,
            is_synthetic=is_synthetic,
            cases=counts["cases"],
            events=sum(counts[event_table(kind)] for kind in EVENTS),
            written_with=engine.version(),
            receipts=tuple(receipts),
            tables={name: _described(made, name, counts[name]) for name in TABLES},
        ).sealed()
        (made / NAME).write_bytes(as_bytes(manifest))
        _settle(made)
        made.rename(folder)
    return manifest


@contextmanager
def _worded(folder: Path) -> Iterator[None]:
    """What DuckDB cannot do, as a sentence."""
    import duckdb

    try:
        yield
    except duckdb.Error as problem:
        first, *_ = str(problem).splitlines()
        raise CutNotWritten(
            f"The cut could not be written: {first}. If there is too little room, make some in "
            f"{folder.parent}, which is also where it spills to."
        ) from problem


@contextmanager
def _unfinished(folder: Path) -> Iterator[tuple[Path, Path]]:
    """A folder beside the place of the cut for its files, and one to spill to; both gone after."""
    work = Path(tempfile.mkdtemp(prefix=f".{folder.name}-unfinished-", dir=folder.parent))
    made, spill = work / "cut", work / "spill"
    try:
        made.mkdir(mode=0o700)
        yield made, spill
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _recorded_to(database: DuckDBPyConnection) -> date | None:
    tables = [GIVEN["corrections"], *(GIVEN[event_table(kind)] for kind in EVENTS)]
    latest = " UNION ALL ".join(
        f"SELECT max(recorded_on) AS day FROM {quoted(staging.staged(table))}" for table in tables
    )
    found = first_row(database, f"SELECT max(day) FROM ({latest})")
    return None if found is None or found[0] is None else listed.day_of(found[0])


def _write_given(
    database: DuckDBPyConnection, made: Path, as_of: date, staged: staging.Staging
) -> None:
    checks.check_restricted(database)
    checks.check_organisations(database)
    for table in GIVEN.values():
        checks.check_days(database, table, as_of)
        checks.check_open_codes(database, table)
        name = quoted(staging.staged(table))
        cells = ", ".join(engine.decoded(one) for one in table.columns)
        rows = name if staged.is_sorted(table) else f"(FROM {name} {engine.in_order(table)})"
        _copy(database, made, table, f"SELECT {cells} FROM {rows}")
        database.execute(f"DROP TABLE {name}")


def _write_built(database: DuckDBPyConnection, made: Path) -> dict[str, int]:
    """The tables that are built from events, so many cases at once, checked on the way."""
    for name in (one.name for one in GIVEN.values() if one.is_of_cases):
        database.execute(
            f"CREATE VIEW {quoted(name)} AS SELECT * FROM {_parquet(made, name)} "
            "WHERE case_number BETWEEN getvariable('first') AND getvariable('last')"
        )
    for table in FROM_EVENTS.values():
        columns = ", ".join(f"{quoted(one.name)} {one.holds.parquet}" for one in table.columns)
        database.execute(f"CREATE TABLE {quoted(table.name)} ({columns})")
    for first, last in _parts(database, made):
        database.execute(f"SET VARIABLE first = {first}")
        database.execute(f"SET VARIABLE last = {last}")
        checks.check_part(database)
        for name, statement in statements().items():
            database.execute(
                f"INSERT INTO {quoted(name)} BY NAME "
                f"SELECT * FROM ({statement}) {engine.in_order(FROM_EVENTS[name])}"
            )
    counts = {}
    for table in FROM_EVENTS.values():
        counts[table.name] = _count(database, table.name)
        _copy(database, made, table, f"SELECT * FROM {quoted(table.name)}")
        database.execute(f"DROP TABLE {quoted(table.name)}")
    return counts


def _parts(database: DuckDBPyConnection, made: Path) -> list[tuple[int, int]]:
    """First and last case of each part, so that every number is in one, whether a case or not."""
    least, most = -(2**31), 2**31 - 1
    cases = database.execute(f"SELECT case_number FROM {_parquet(made, 'cases')}").fetchnumpy()[
        "case_number"
    ]
    starts = [least, *(int(one) for one in cases[CASES_AT_ONCE::CASES_AT_ONCE])]
    return [
        (first, later - 1) for first, later in zip(starts, [*starts[1:], most + 1], strict=True)
    ]


def _write_listed(
    database: DuckDBPyConnection, made: Path, as_of: date, limits: Sequence[listed.Row]
) -> dict[str, int]:
    first = first_row(database, f"SELECT min(reported_on) FROM {_parquet(made, 'cases')}")
    begins = as_of if first is None or first[0] is None else listed.day_of(first[0])
    tables = (
        (CODES, listed.codes()),
        (CODE_GROUPS, listed.code_groups()),
        (LIMITS, limits),
        (CALENDAR, listed.calendar(begins, as_of)),
    )
    for table, rows in tables:
        cells = ", ".join(
            f"{quoted(one.name)}::{one.holds.parquet} AS {quoted(one.name)}"
            for one in table.columns
        )
        database.register("_listed", dict(batch_of(table, rows)))
        _copy(database, made, table, f"SELECT {cells} FROM _listed {engine.in_order(table)}")
        database.unregister("_listed")
    return {table.name: len(rows) for table, rows in tables}


def _copy(database: DuckDBPyConnection, made: Path, table: Table, select: str) -> None:
    """Write sorted rows. Deltas of numbers take less time and room than dictionaries of them."""
    database.execute(
        f"COPY ({select}) TO {literal(str(_file(made, table.name)))} (FORMAT parquet, "
        "COMPRESSION zstd, PARQUET_VERSION V2, DICTIONARY_SIZE_LIMIT 1000)"
    )


def _count(database: DuckDBPyConnection, table: str) -> int:
    found = first_row(database, f"SELECT count(*) FROM {quoted(table)}")
    return int(found[0]) if found else 0


def _file(made: Path, table: str) -> Path:
    return made / f"{table}.parquet"


def _parquet(made: Path, table: str) -> str:
    """A table’s file within SQL."""
    return f"read_parquet({literal(str(_file(made, table)))})"


def _described(made: Path, table: str, rows: int) -> TableFile:
    file = _file(made, table)
    return TableFile(file=file.name, rows=rows, size=file.stat().st_size, sha256=digest_of(file))


def _settle(made: Path) -> None:
    """Every file on the disk, and no longer to be written to."""
    for file in made.iterdir():
        with file.open("r+b") as opened:
            os.fsync(opened.fileno())
        file.chmod(0o444)
