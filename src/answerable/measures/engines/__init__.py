"""The engines that answer the queries of measures, over the tables of one cut each."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from answerable.cuts.engine import DEFAULT_MEMORY
from answerable.cuts.manifest import Manifest
from answerable.measures.compiling import Dialect

LOCAL = "local[*]"
"""The master of Spark that runs in this process, on every core."""


class EngineName(StrEnum):
    """The engines that there are."""

    DUCKDB = "duckdb"
    SPARK = "spark"
    DATAFUSION = "datafusion"


class EngineNotInstalled(RuntimeError):
    """What an engine needs is not installed."""


class EngineFailed(RuntimeError):
    """An engine broke off: there is no answer, and none is made up."""


class Engine(Protocol):
    """Answers queries over the tables of a cut, which bear the names that they have in it."""

    @property
    def dialect(self) -> Dialect:
        """In which SQL it is asked."""

    def parts(self) -> Iterator[None]:
        """Part by part, each time with the tables of so many cases; every case is in one part."""

    def keep(self, name: str, query: str) -> None:
        """Make a table of what a query gives."""

    def drop(self, name: str) -> None:
        """Let a table go that was kept."""

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query gives, in any order."""

    def close(self) -> None:
        """Let everything go."""


def started(
    name: EngineName,
    folder: Path,
    about: Manifest,
    *,
    memory: str = DEFAULT_MEMORY,
    master: str = LOCAL,
) -> Engine:
    """An engine over a cut that was verified.

    Args:
        memory: how much DuckDB may use.
        master: where Spark runs, such as "spark://host:7077".

    Raises:
        EngineNotInstalled: what it needs is not there.
        EngineFailed: it does not start.
    """
    if name is EngineName.SPARK:
        from answerable.measures.engines.on_spark import OnSpark

        return OnSpark(folder, master)
    if name is EngineName.DATAFUSION:
        from answerable.measures.engines.on_datafusion import OnDataFusion

        return OnDataFusion(folder)
    from answerable.measures.engines.on_duckdb import OnDuckDB

    return OnDuckDB(folder, about.cases, memory=memory)
