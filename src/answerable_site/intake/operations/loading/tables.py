"""Tables of one load alone, and statements about them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.db import connection

from answerable_site.intake.models import Source

_TEMPORARY: Final = (
    *("told_case", "met_event", "told_twice", "placed_case", "placed_event", "gone_event"),
    *("left_event", "lacking_urn", "staged_case", "staged_event"),
)


class _Tables:
    """What a load asks of the database and leaves in tables of its connection."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.is_postgresql = connection.vendor == "postgresql"

    def clear(self) -> None:
        """Leave no table behind."""
        self._execute("DROP VIEW IF EXISTS told_event")
        for table in _TEMPORARY:
            self._execute(f"DROP TABLE IF EXISTS {table}")

    def _make(self, table: str, question: str, parameters: Iterable[Any] = ()) -> None:
        self._execute(f"DROP TABLE IF EXISTS {table}")
        self._execute(f"CREATE TEMPORARY TABLE {table} AS {question}", parameters)
        if self.is_postgresql:
            self._execute(f"ANALYZE {table}")

    def _execute(self, statement: str, parameters: Iterable[Any] = ()) -> int:
        """How many rows it wrote."""
        with connection.cursor() as cursor:
            cursor.execute(statement, list(parameters))
            return int(cursor.rowcount)

    def _fetch(self, question: str) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(question)
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

    def _numbers(self, question: str) -> list[int]:
        return [number for (number,) in self._fetch(question)]
