"""Measures on Apache Spark, for cuts that outgrow one machine: in this process or on a cluster."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerable.cuts.built import TABLES
from answerable.cuts.columns import Table
from answerable.measures.compiling import Dialect
from answerable.measures.engines import EngineFailed, EngineNotInstalled

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
}


class OnSpark:
    """The files of the cut as views of a session; every worker has to reach them by their path."""

    dialect = Dialect.SPARK

    def __init__(self, folder: Path, master: str) -> None:
        self._session = _session(master)
        with _worded():
            for name, table in TABLES.items():
                file = f"file://{folder.resolve() / name}.parquet"
                rows = self._session.read.schema(_schema(table)).parquet(file)
                rows.createOrReplaceTempView(name)

    def parts(self) -> Iterator[None]:
        """All cases at once: Spark divides them by itself."""
        yield

    def keep(self, name: str, query: str) -> None:
        """Make a table of what a query gives. A part of it that is lost is worked out again."""
        with _worded():
            self._session.sql(query).createOrReplaceTempView(name)
            self._session.catalog.cacheTable(name)

    def drop(self, name: str) -> None:
        """Let a table go that was kept."""
        with _worded():
            self._session.catalog.uncacheTable(name)
            self._session.catalog.dropTempView(name)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query gives, in any order.

        Raises:
            EngineFailed: Spark broke off, such as when it lost its last worker.
        """
        with _worded():
            return [tuple(row) for row in self._session.sql(query).collect()]

    def close(self) -> None:
        """Let everything go."""
        self._session.stop()


def _session(master: str) -> SparkSession:
    try:
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise EngineNotInstalled(
            f"Spark needs {missing.name}, which is not installed. Install the extra: "
            "pip install 'answerable[spark]', and Java 17 or later."
        ) from missing
    builder = SparkSession.builder.master(master).appName("answerable").config(map=_SETTINGS)
    with _worded():
        session: SparkSession = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session


def _schema(table: Table) -> str:
    return ", ".join(f"`{one.name}` {_TYPES[one.holds.parquet]}" for one in table.columns)


_TYPES = {"INTEGER": "INT", "BOOLEAN": "BOOLEAN", "VARCHAR": "STRING"}
"""The types of the files, as Spark calls them."""


@contextmanager
def _worded() -> Iterator[None]:
    """What Spark cannot do, as a sentence."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    logging.getLogger("py4j").setLevel(logging.CRITICAL)
    try:
        yield
    except (PySparkException, Py4JError, OSError) as problem:
        first, *_ = [one for one in str(problem).splitlines() if one.strip()] or [repr(problem)]
        raise EngineFailed(f"Spark broke off, so there is no answer: {first}") from problem
