"""Opening a cut: a database in memory in which every table of the cut is a view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from answerable.cuts import engine
from answerable.cuts.built import TABLES
from answerable.cuts.verify import verify_cut

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class CutNotWhole(ValueError):
    """The cut is not whole and unchanged; `problems` says what is wrong."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def open_cut(
    folder: Path, digest: str = "", *, memory: str = engine.DEFAULT_MEMORY
) -> DuckDBPyConnection:
    """The tables of a cut, each as a view of its name. What is asked of them changes no file.

    The database reaches no file but those of the cut, loads nothing, and its settings are fixed.
    Close it when done.

    Args:
        digest: as noted when the cut was written; "" where it was not.
        memory: how much DuckDB may use.

    Raises:
        CutNotWhole: the cut is not whole and unchanged.
        CutsNotInstalled: DuckDB or numpy is missing.
    """
    problems = verify_cut(folder, digest)
    if problems:
        raise CutNotWhole(problems)
    return views_of(folder, memory=memory)


def views_of(folder: Path, *, memory: str = engine.DEFAULT_MEMORY) -> DuckDBPyConnection:
    """The same of a cut that was verified already."""
    database = engine.start(memory=memory)
    files = {name: engine.literal(str(folder.resolve() / f"{name}.parquet")) for name in TABLES}
    for name, file in files.items():
        database.execute(f"CREATE VIEW {engine.quoted(name)} AS SELECT * FROM read_parquet({file})")
    database.execute(f"SET allowed_paths = [{', '.join(files.values())}]")
    database.execute("SET enable_external_access = false")
    database.execute("SET lock_configuration = true")
    return database
