"""Rows go to tables of this transaction alone: by COPY on PostgreSQL, many at once on SQLite.

They hold hashes and sealed references, and the facts of events; no reference in clear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from django.db import connection

from answerable.cuts.engine import literal
from answerable_site.intake.operations.loading.preparing import Prepared

AT_ONCE: Final = 8192
_BETWEEN: Final = "\x1f"
_CASES: Final = {
    "number": "integer PRIMARY KEY",
    "keyed_hash": "varchar(64)",
    "sealed": "text",
    "reported_on": "date",
    "rows": "integer",
    "urn_hash": "varchar(64)",
    "urn_sealed": "text",
}
_EVENTS: Final = {
    "case_number": "integer",
    "number": "integer",
    "row": "integer",
    "kind": "varchar(40)",
    "day": "date",
    "victim": "integer",
    "suspect": "integer",
    "facts": "text",
    "about_fact": "varchar(60)",
    "about": "integer",
    "identity": "varchar(64)",
    "digest": "varchar(64)",
}


class _Staging:
    """The tables `staged_case` and `staged_event` of one load, within its transaction."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.is_postgresql = connection.vendor == "postgresql"

    def fill(self, tell: Callable[[int], object]) -> None:
        """Make both tables and fill them.

        Args:
            tell: is called with how many events were staged so far.
        """
        with connection.cursor() as cursor:
            _make(cursor, "staged_case", _CASES)
            _make(cursor, "staged_event", _EVENTS)
            self._fill(cursor, "staged_case", _CASES, self._cases())
            self._fill(cursor, "staged_event", _EVENTS, self._events(tell))
            cursor.execute("CREATE INDEX staged_event_case ON staged_event (case_number, number)")
            if self.is_postgresql:
                cursor.execute("ANALYZE staged_case")
                cursor.execute("ANALYZE staged_event")

    def _cases(self) -> Iterator[list[Any]]:
        rows = (
            (
                *(one.number, one.keyed_hash, one.sealed),
                one.reported_on.isoformat() if one.reported_on else None,
                *(one.rows, one.urn_hash, one.urn_sealed),
            )
            for one in self.prepared.going_on()
        )
        if self.is_postgresql:
            return _chunks(map(_line, rows))
        return _chunks(rows)

    def _events(self, tell: Callable[[int], object]) -> Iterator[list[Any]]:
        seen = 0
        for rows in self.prepared.outcome.placed_events(
            self._columns(), without=self.prepared.held
        ):
            yield [line for (line,) in rows] if self.is_postgresql else rows
            seen += len(rows)
            tell(seen)

    def _columns(self) -> list[str]:
        """What is asked of each event: the cells of a row, or on PostgreSQL a line of COPY."""
        key = self.prepared.key
        cells = {
            **{name: name for name in _EVENTS},
            "day": "day::varchar",
            "identity": _hashed(key, "identity"),
            "digest": _hashed(key, "own_facts", "coalesce(about_identity, '')"),
        }
        if not self.is_postgresql:
            return list(cells.values())
        cells["facts"] = r"replace(facts, '\', '\\')"
        written = (f"coalesce(({text})::varchar, '\\N')" for text in cells.values())
        return [f"concat_ws(chr(9), {', '.join(written)})"]

    def _fill(
        self,
        cursor: Any,
        table: str,
        columns: dict[str, str],
        chunks: Iterable[list[Any]],
    ) -> None:
        names = ", ".join(f'"{name}"' for name in columns)
        if self.is_postgresql:
            # One COPY a chunk: between them whoever is told how far it is may ask the database.
            for lines in chunks:
                with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copying:
                    copying.write("\n".join(lines) + "\n")
            return
        places = ", ".join("%s" for _ in columns)
        for rows in chunks:
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)


def _make(cursor: Any, table: str, columns: dict[str, str]) -> None:
    told = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
    cursor.execute(f"DROP TABLE IF EXISTS {table}")
    cursor.execute(f"CREATE TEMPORARY TABLE {table} ({told})")


def _hashed(key: str, *parts: str) -> str:
    """An expression of DuckDB: the hash of texts under the key of the source."""
    return f"sha256(concat_ws({literal(_BETWEEN)}, {', '.join([literal(key), *parts])}))"


def _line(row: Sequence[Any]) -> str:
    """A line as COPY reads it; hashes, seals and days hold nothing that must be escaped."""
    return "\t".join("\\N" if cell is None else str(cell) for cell in row)


def _chunks(rows: Iterable[Any]) -> Iterator[list[Any]]:
    each = iter(rows)
    while chunk := list(islice(each, AT_ONCE)):
        yield chunk
