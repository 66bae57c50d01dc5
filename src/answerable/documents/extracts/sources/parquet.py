"""Parquet as rows of text, read by DuckDB without any thread or file beyond this one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, BinaryIO, Final

from answerable.documents.refusal import Reason, Unreadable

_AT_ONCE: Final = 2048
_SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "threads": "1",
    "memory_limit": "200MB",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


def rows_of_parquet(file: BinaryIO) -> Iterator[list[str]]:
    """The names of the columns, then the rows; days and moments as in ISO 8601.

    Raises:
        Unreadable: DuckDB is not installed, or finds no table in the file.
    """
    if find_spec("duckdb") is None:
        raise Unreadable(
            Reason.UNKNOWN_TYPE,
            "Parquet cannot be read here, for DuckDB is not installed. Install "
            "answerable[intake], or save the list as CSV.",
        )
    return _rows(file)


def _rows(file: BinaryIO) -> Iterator[list[str]]:
    import duckdb

    with tempfile.NamedTemporaryFile(dir=".") as copy:
        shutil.copyfileobj(file, copy)
        copy.flush()
        try:
            with duckdb.connect(config=_SETTINGS) as engine:
                yield from _read(engine, copy.name)
        except duckdb.Error as error:
            raise Unreadable(Reason.DAMAGED) from error


def _read(engine: Any, path: str) -> Iterator[list[str]]:
    found = engine.execute("select coalesce(columns(*)::varchar, '') from read_parquet(?)", [path])
    yield [column[0] for column in found.description]
    while rows := found.fetchmany(_AT_ONCE):
        yield from map(list, rows)
