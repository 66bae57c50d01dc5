"""Cuts as tests write and read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

from tests.library.cuts.caseloads import AS_OF, Caseload

from answerable.cuts.batches import Batch
from answerable.cuts.manifest import Manifest
from answerable.cuts.opening import open_cut
from answerable.cuts.organisations import OfOrganisations, organisation_rows
from answerable.cuts.rows import rows_of
from answerable.cuts.tables import GIVEN
from answerable.cuts.write import write_cut

NOTHING = OfOrganisations()


def write(
    folder: Path, cases: Caseload, record: OfOrganisations = NOTHING, **options: Any
) -> Manifest:
    """A cut of some cases, and of what is known of organisations beside them."""
    rows = chain(rows_of(cases, AS_OF), organisation_rows(record, AS_OF))
    return write_cut(folder, rows, as_of=AS_OF, **options)


def rows_in(folder: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table of a cut, in their order, by column."""
    return tables_in(folder, [table])[table]


def tables_in(folder: Path, tables: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """The same of several tables, by name."""
    with closing(open_cut(folder)) as database:
        return {table: _rows(database.execute(f'SELECT * FROM "{table}"')) for table in tables}


def _rows(found: Any) -> list[dict[str, Any]]:
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def bytes_of(folder: Path) -> dict[str, bytes]:
    """The files of a cut."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def plain(rows: Iterable[tuple[str, Batch]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of batches with its table, by column, codes as text and None where empty."""
    for name, batch in rows:
        columns = {
            column.name: [
                None if cell is None else column.codes[cell] if column.codes else cell
                for cell in batch[column.name].tolist()
            ]
            for column in GIVEN[name].columns
        }
        for cells in zip(*columns.values(), strict=True):
            yield name, dict(zip(columns, cells, strict=True))


def make_writable(folder: Path) -> None:
    """Whoever tampers with a cut has its rights first."""
    for file in folder.iterdir():
        file.chmod(0o644)
