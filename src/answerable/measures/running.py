"""Measures over a cut: opened, compiled, asked, answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerable.cuts import manifest
from answerable.cuts.engine import DEFAULT_MEMORY
from answerable.cuts.opening import open_cut
from answerable.measures.answer import Answer, Cell
from answerable.measures.compiling import COUNTS, compiled
from answerable.measures.definition import Definition
from answerable.measures.groups import checked, label
from answerable.measures.standing import Standing

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Cut:
    """A verified cut, open for measures."""

    database: DuckDBPyConnection
    as_of: date
    digest: str
    is_synthetic: bool


@contextmanager
def opened(folder: Path, digest: str = "", *, memory: str = DEFAULT_MEMORY) -> Iterator[Cut]:
    """A cut, open as long as the block lasts.

    Args:
        digest: as noted when the cut was written; "" where it was not.
        memory: how much the database may use.

    Raises:
        CutNotWhole: the cut is not whole and unchanged. `CutsNotInstalled`: DuckDB is missing.
    """
    database = open_cut(folder, digest, memory=memory)
    try:
        about = manifest.read(folder)
        yield Cut(database, about.as_of, about.digest, about.is_synthetic)
    finally:
        database.close()


def answers(cut: Cut, definition: Definition, by: Sequence[str] = ()) -> list[Answer]:
    """What a measure answers for each group that has a row, in the order of the groups.

    Without a breakdown there is one answer, of nobody where there is nothing to ask.

    Raises:
        NoSuchBreakdown: the measure cannot be broken down so.
    """
    wanted = checked(definition, tuple(by))
    rows = cut.database.execute(compiled(definition, wanted, cut.as_of)).fetchall()
    found = sorted(rows, key=lambda row: [(one is None, one) for one in row[: len(wanted)]])
    return [_answer(cut, definition, wanted, row) for row in found]


def _answer(cut: Cut, definition: Definition, by: Sequence[str], row: tuple[Any, ...]) -> Answer:
    group: dict[str, Cell] = {
        name: label(name, value) for name, value in zip(by, row, strict=False)
    }
    counts = dict(zip(COUNTS, row[len(by) :], strict=True))
    not_asked = counts[Standing.NOT_APPLICABLE] + counts[Standing.PENDING]
    return Answer(
        measure=definition.name,
        version=definition.version,
        group=group,
        numerator=counts[Standing.MET],
        denominator=counts["rows"] - not_asked,
        not_applicable=not_asked,
        pending=counts[Standing.PENDING],
        unknown=counts[Standing.UNKNOWN],
        basis=definition.basis,
        as_of=cut.as_of,
        cut=cut.digest,
    )
