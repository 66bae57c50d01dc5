"""Whether a cut is whole and unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from answerable.cuts import engine, manifest
from answerable.cuts.built import TABLES
from answerable.cuts.manifest import NAME, Manifest, TableFile
from answerable.cuts.tables import EVENTS, SCHEMA, event_table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def verify_cut(folder: Path, digest: str = "") -> tuple[str, ...]:
    """What is wrong with a cut, one sentence each; empty where it is whole and unchanged.

    A digest that was noted when the cut was written and kept elsewhere is what tells a changed cut
    with a manifest made to fit. Without one, whoever can write to the folder can make a cut anew.

    Args:
        digest: as `Manifest.digest`; "" where none was noted.

    Raises:
        CutsNotInstalled: DuckDB or numpy is missing.
    """
    if not folder.is_dir():
        return (f"There is no folder {folder}. Check the name.",)
    try:
        found = manifest.read(folder)
    except FileNotFoundError:
        return (f"There is no {NAME} in {folder}: it is not a cut, or was taken out of one.",)
    except OSError as problem:
        return (f"{NAME} cannot be read: {problem.strerror}.",)
    except (msgspec.MsgspecError, UnicodeDecodeError) as problem:
        return (f"{NAME} is not a manifest: {problem}.",)
    return tuple(_problems(folder, found, digest))


def _problems(folder: Path, found: Manifest, digest: str) -> Iterator[str]:
    if (folder / NAME).read_bytes() != manifest.as_bytes(found) or (
        found.digest != found.reckoned_digest()
    ):
        yield f"{NAME} was changed after the cut was written."
    if digest and found.digest != digest.lower():
        yield (
            f"It is another cut: its digest is {found.digest or 'missing'}, and {digest} is what "
            "was noted."
        )
    if found.what != manifest.MARK or found.schema != SCHEMA:
        yield (
            f"It has tables of version {found.schema}, and this program reads version {SCHEMA}. "
            "Open it with the release that it was written by."
        )
        return
    yield from _table_problems(folder, found)


def _table_problems(folder: Path, found: Manifest) -> Iterator[str]:
    for name in TABLES.keys() - found.tables.keys():
        yield f"The manifest does not know the table {name}."
    for name in found.tables.keys() - TABLES.keys():
        yield f"The manifest names a table {name}, which no cut has."
    known = {NAME, *(f"{name}.parquet" for name in TABLES)}
    for one in sorted(folder.iterdir()):
        if one.name not in known:
            yield f"{one.name} does not belong to the cut. Take it out."
    with engine.start() as database:
        for name in TABLES:
            if name in found.tables:
                yield from _file_problems(database, folder, name, found.tables[name])
    counted = {"cases": found.cases, "events": found.events}
    for what, rows in _counted(found).items():
        if counted[what] != rows:
            yield f"The manifest counts {counted[what]:,} {what}, and its tables have {rows:,}."


def _file_problems(
    database: DuckDBPyConnection, folder: Path, name: str, told: TableFile
) -> Iterator[str]:
    file = folder / f"{name}.parquet"
    if told.file != file.name:
        yield f"The manifest says that the table {name} is in {told.file}."
        return
    if not file.exists():
        yield f"{file.name} is missing."
        return
    if file.is_symlink() or not file.is_file():
        yield f"{file.name} is no file of its own."
        return
    size = file.stat().st_size
    if size != told.size:
        yield f"{file.name} has {size:,} bytes, and was written with {told.size:,}."
        return
    if manifest.digest_of(file) != told.sha256:
        yield f"{file.name} was changed after the cut was written."
        return
    rows = _rows(database, file)
    if rows != told.rows:
        yield f"{file.name} has {rows:,} rows, and the manifest says {told.rows:,}."


def _rows(database: DuckDBPyConnection, file: Path) -> int:
    found = engine.first_row(
        database, f"SELECT num_rows FROM parquet_file_metadata({engine.literal(str(file))})"
    )
    return int(found[0]) if found else 0


def _counted(found: Manifest) -> dict[str, int]:
    rows = {name: table.rows for name, table in found.tables.items()}
    return {
        "cases": rows.get("cases", 0),
        "events": sum(rows.get(event_table(kind), 0) for kind in EVENTS),
    }
