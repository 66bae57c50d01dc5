"""The engine in which the rows of one file are checked, all at once and never one by one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from answerable.cuts.engine import literal
from answerable.documents.extracts.model import ESCAPE, ESCAPES, SEPARATOR

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "preserve_insertion_order": "false",
}
_LONGEST_LINE: Final = 16 * 1024 * 1024


class EngineMissing(RuntimeError):
    """DuckDB, which checks the rows, is not installed."""


def open_engine() -> DuckDBPyConnection:
    """An empty database in memory.

    Raises:
        EngineMissing: the message says what to install.
    """
    try:
        import duckdb
    except ImportError as error:
        raise EngineMissing(
            "Checking an extract needs DuckDB. Install answerable[intake]."
        ) from error
    return duckdb.connect(config=_SETTINGS)


def load_lines(engine: DuckDBPyConnection, lines: Path, columns: Iterable[str]) -> None:
    """Fills the table `raw` from a file of lines; after that the engine opens no file any more.

    The table has `row`, `why` (null where the cells stand under their headings), `cells` (all of
    them in JSON where they do not) and for each column `r_` and its name, as text; null for empty.
    """
    names = ["row", "why", "cells", *(f"r_{name}" for name in columns)]
    types = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in names[1:])
    source = (
        f"read_csv({literal(str(lines))}, auto_detect = false, header = false, "
        f"delim = {literal(SEPARATOR)}, quote = '', escape = '', new_line = '\\n', nullstr = '', "
        f"max_line_size = {_LONGEST_LINE}, columns = {{'row': 'BIGINT', {types}}})"
    )
    texts = ", ".join(f"{_unescaped(name)} as {name}" for name in names[2:])
    engine.execute(f"create table raw as select row, why, {texts} from {source}")
    engine.execute("set enable_external_access = false")


def _unescaped(name: str) -> str:
    """A cell as it was sent, where it holds a pair that stands for another character."""
    sent = name
    for character, pair in ESCAPES.items():
        if character != ESCAPE:
            sent = f"replace({sent}, {literal(pair)}, {literal(character)})"
    sent = f"replace({sent}, {literal(ESCAPES[ESCAPE])}, {literal(ESCAPE)})"
    return f"case when contains({name}, {literal(ESCAPE)}) then {sent} else {name} end"


def listed(texts: Iterable[str]) -> str:
    """Texts as a list of literals between round brackets."""
    return "(" + ", ".join(map(literal, texts)) + ")"
