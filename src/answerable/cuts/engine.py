"""DuckDB as cuts use it: bounded memory, one thread, nothing loaded from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerable.cuts.columns import Column, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DEFAULT_MEMORY = "1GB"


class CutsNotInstalled(RuntimeError):
    """What cuts are written and read with is not installed."""


def start(*, memory: str = DEFAULT_MEMORY, spill: Path | None = None) -> DuckDBPyConnection:
    """An empty database in memory.

    One thread, so that the same rows always give the same bytes.

    Args:
        memory: how much it may use, such as "1GB"; it spills beyond that.
        spill: the folder that it spills to; None: it must do without.

    Raises:
        CutsNotInstalled: DuckDB or numpy is missing.
    """
    try:
        import duckdb
        import numpy  # noqa: F401
    except ImportError as missing:
        raise CutsNotInstalled(
            f"Cuts need {missing.name}, which is not installed. Install the extra: "
            "pip install 'answerable[cuts]'"
        ) from missing
    return duckdb.connect(
        ":memory:",
        config={
            "threads": 1,
            "memory_limit": memory,
            "temp_directory": str(spill or ""),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": True,
        },
    )


def first_row(
    database: DuckDBPyConnection, statement: str, values: Sequence[Any] = ()
) -> tuple[Any, ...] | None:
    """The first row that a statement gives; None where it gives none."""
    found = database.execute(statement, list(values)).fetchall()
    return found[0] if found else None


def version() -> str:
    """What writes the files, with its version."""
    import duckdb

    return f"DuckDB {duckdb.__version__}"


def quoted(name: str) -> str:
    """A name within SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal(words: str) -> str:
    """A text within SQL."""
    return "'" + words.replace("'", "''") + "'"


def names(columns: Iterable[str]) -> str:
    """Names in a list within SQL."""
    return ", ".join(quoted(one) for one in columns)


def decoded(column: Column) -> str:
    """The cell of a column as a cut holds it, from how it is staged."""
    if not column.codes:
        return quoted(column.name)
    listed = ", ".join(literal(one) for one in column.codes)
    return f"([{listed}])[{quoted(column.name)} + 1] AS {quoted(column.name)}"


def in_order(table: Table) -> str:
    """The clause that sorts a table."""
    return f"ORDER BY {names(table.order)}"
