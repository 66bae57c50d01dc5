"""Measures on Apache DataFusion, in this process: a voice that shares no code with DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from answerable.cuts.built import TABLES
from answerable.cuts.engine import quoted
from answerable.measures.compiling import Dialect
from answerable.measures.engines import EngineFailed, EngineNotInstalled

_SETTINGS = {"datafusion.sql_parser.recursion_limit": "1000"}
"""Conditions of a measure stand within one another deeper than the fifty that it allows."""


class OnDataFusion:
    """The files of the cut as tables of a session."""

    dialect = Dialect.DATAFUSION

    def __init__(self, folder: Path) -> None:
        try:
            from datafusion import SessionConfig, SessionContext
        except ImportError as missing:
            raise EngineNotInstalled(
                f"DataFusion needs {missing.name}, which is not installed. Install the extra: "
                "pip install 'answerable[datafusion]'"
            ) from missing
        self._session = SessionContext(SessionConfig(_SETTINGS))
        for name in TABLES:
            self._session.register_parquet(name, str(folder.resolve() / f"{name}.parquet"))

    def parts(self) -> Iterator[None]:
        """All cases at once."""
        yield

    def keep(self, name: str, query: str) -> None:
        """Make a table of what a query gives."""
        self.rows(f"CREATE OR REPLACE TABLE {quoted(name)} AS {query}")

    def drop(self, name: str) -> None:
        """Let a table go that was kept."""
        self.rows(f"DROP TABLE {quoted(name)}")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query gives, in any order.

        Raises:
            EngineFailed: DataFusion broke off.
        """
        try:
            batches = self._session.sql(query).collect()
        except Exception as problem:
            # The package has no exception of its own that everything it raises derives from.
            first, *_ = str(problem).splitlines()
            raise EngineFailed(f"DataFusion broke off, so there is no answer: {first}") from problem
        return [tuple(row.values()) for batch in batches for row in batch.to_pylist()]

    def close(self) -> None:
        """Let everything go."""
        del self._session
