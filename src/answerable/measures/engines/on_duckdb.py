"""Measures on DuckDB, in this process: nothing is installed or started for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from answerable.cuts.built import TABLES
from answerable.cuts.engine import DEFAULT_MEMORY, quoted
from answerable.cuts.opening import views_of
from answerable.measures.compiling import Dialect

CASES_AT_ONCE = 1_000_000
"""Cases that are looked at together: bounds the memory, changes no figure."""
_OF_CASES = tuple(name for name, one in TABLES.items() if one.is_of_cases)
_EARLIEST, _LATEST = -(2**31), 2**31 - 1


class OnDuckDB:
    """A database in memory that reaches no file but those of the cut."""

    dialect = Dialect.DUCKDB

    def __init__(
        self,
        folder: Path,
        cases: int,
        *,
        memory: str = DEFAULT_MEMORY,
        cases_at_once: int = CASES_AT_ONCE,
    ) -> None:
        self.database = views_of(folder, memory=memory)
        self._firsts = list(self._first_cases(cases, cases_at_once))

    def parts(self) -> Iterator[None]:
        """So many cases at once, by their numbers, in whose order every table is sorted."""
        if not self._firsts:
            yield
            return
        lasts = [one - 1 for one in self._firsts[1:]] + [_LATEST]
        for first, last in zip(self._firsts, lasts, strict=True):
            for name in _OF_CASES:
                # A temporary view goes before the one of the whole cut.
                self.database.execute(
                    f"CREATE OR REPLACE TEMP VIEW {quoted(name)} AS SELECT * FROM "
                    f"memory.main.{quoted(name)} WHERE case_number BETWEEN {first} AND {last}"
                )
            yield
        for name in _OF_CASES:
            self.database.execute(f"DROP VIEW temp.{quoted(name)}")

    def keep(self, name: str, query: str) -> None:
        """Make a table of what a query gives."""
        self.database.execute(f"CREATE OR REPLACE TEMP TABLE {quoted(name)} AS {query}")

    def drop(self, name: str) -> None:
        """Let a table go that was kept."""
        self.database.execute(f"DROP TABLE {quoted(name)}")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query gives, in any order."""
        return self.database.execute(query).fetchall()

    def close(self) -> None:
        """Let everything go."""
        self.database.close()

    def _first_cases(self, cases: int, at_once: int) -> Iterator[int]:
        """The first number of each part; nothing where one part is enough."""
        if cases <= at_once:
            return
        yield _EARLIEST
        for skipped in range(at_once, cases, at_once):
            query = f"SELECT case_number FROM cases ORDER BY case_number LIMIT 1 OFFSET {skipped}"
            ((number,),) = self.rows(query)
            yield number
