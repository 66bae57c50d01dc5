"""A data set as an OpenDocument spreadsheet (ODS), laid out for those who hear it read.

As the Government Statistical Service asks of spreadsheets: a cover, a sheet of notes, one table a
sheet that begins in the first column and is marked as one, no merged, empty or hidden cell, symbols
as words and numbers as numbers. It is written cell by cell and names no machine and no person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias
from xml.sax.saxutils import escape

from answerable.measures.groups import heading
from answerable.opendata.dataset import (
    LICENCE,
    LICENCE_ADDRESS,
    DataSet,
    Edition,
    Shown,
    label_in_words,
    notes_on,
)
from answerable.writing.packing import filled, packed
from answerable.writing.words import date_in_words

_PARTS: Final = Path(__file__).parent / "ods_parts"
_Width: TypeAlias = str
_BROAD: Final[_Width] = "Broad"
_LABEL: Final[_Width] = "Label"
_NARROW: Final[_Width] = "Narrow"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Lines of words and, below them, a table, if there is one."""

    name: str
    widths: tuple[_Width, ...]
    lines: tuple[str, ...]
    """The title first."""
    header: tuple[str, ...] = ()
    rows: Sequence[tuple[Shown, ...]] = ()


def to_ods(data: DataSet, edition: Edition) -> bytes:
    """The data set as a whole ODS file; the same data set and edition give the same bytes."""
    sheets = (_cover(data, edition), _notes(data), _shares(data), _counts(data))
    parts = filled(
        _PARTS,
        words={"title": data.title, "publisher": edition.publisher},
        markup={
            "day": edition.published_on.isoformat(),
            "sheets": "".join(map(_written, sheets)),
            "ranges": "".join(_range(sheet) for sheet in sheets if sheet.header),
        },
    )
    return packed(parts, first="mimetype", first_is_stored=True)


def _cover(data: DataSet, edition: Edition) -> _Sheet:
    published_on = date_in_words(edition.published_on, "en")
    lines = [
        data.title,
        data.sentence,
        f"As of {date_in_words(data.as_of, 'en')}.",
        f"Published by {edition.publisher} on {published_on}. Edition {edition.number}.",
        f"Where to find it: {edition.address}",
        f"{LICENCE}: {LICENCE_ADDRESS}",
        "The other worksheets are Notes, Shares and Counts. Each contains one table.",
    ]
    if edition.because:
        lines.insert(1, f"This corrects the edition before it. {edition.because}")
    if data.is_synthetic:
        lines.insert(1, "SYNTHETIC: the people behind these figures are invented.")
    return _Sheet("Cover", (_BROAD,), tuple(lines))


def _notes(data: DataSet) -> _Sheet:
    return _Sheet(
        "Notes",
        (_LABEL, _BROAD),
        ("Notes", "This worksheet contains one table."),
        ("About", "Note"),
        notes_on(data),
    )


def _shares(data: DataSet) -> _Sheet:
    rows = [
        (*map(label_in_words, one.group), one.met, one.asked, one.percent) for one in data.shares
    ]
    return _table("Shares", data, data.by, ("Met", "Asked", "Per cent"), rows)


def _counts(data: DataSet) -> _Sheet:
    rows = [(*map(label_in_words, row.labels), row.shown) for row in data.rows]
    return _table("Counts", data, data.columns, (heading(data.value),), rows)


def _table(
    name: str,
    data: DataSet,
    labels: tuple[str, ...],
    figures: tuple[str, ...],
    rows: Sequence[tuple[Shown, ...]],
) -> _Sheet:
    return _Sheet(
        name,
        (_LABEL,) * len(labels) + (_NARROW,) * len(figures),
        (
            f"{name}: {data.title}",
            "This worksheet contains one table. Signs in square brackets are explained in Notes.",
        ),
        (*map(heading, labels), *figures),
        rows,
    )


def _written(sheet: _Sheet) -> str:
    columns = "".join(f'<table:table-column table:style-name="{one}"/>' for one in sheet.widths)
    title, *lines = sheet.lines
    # A line above a table may run over the columns beside it; one of a cover is broken.
    line_style = "Default" if sheet.header else "Words"
    styles = ["Figure" if width == _NARROW else "Words" for width in sheet.widths]
    rows = [
        _row((title,), ["Title"]),
        *(_row((line,), [line_style]) for line in lines),
        *([_row(sheet.header, ["Heading"] * len(sheet.header))] * bool(sheet.header)),
        *(_row(row, styles) for row in sheet.rows),
    ]
    return f'<table:table table:name="{sheet.name}">{columns}{"".join(rows)}</table:table>'


def _row(cells: Iterable[Shown], styles: Iterable[str]) -> str:
    written = (_cell(cell, style) for cell, style in zip(cells, styles, strict=True))
    return f"<table:table-row>{''.join(written)}</table:table-row>"


def _cell(cell: Shown, style: str) -> str:
    if isinstance(cell, str):
        kind, words = 'office:value-type="string"', cell.splitlines()
    else:
        kind, words = f'office:value-type="float" office:value="{cell}"', [f"{cell:,}"]
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in words)
    return f'<table:table-cell {kind} table:style-name="{style}">{lines}</table:table-cell>'


def _range(sheet: _Sheet) -> str:
    first, last = len(sheet.lines) + 1, len(sheet.lines) + 1 + len(sheet.rows)
    column = chr(ord("A") + len(sheet.header) - 1)
    return (
        f'<table:database-range table:name="{sheet.name}_table" '
        f'table:target-range-address="{sheet.name}.A{first}:{sheet.name}.{column}{last}" '
        'table:display-filter-buttons="false"/>'
    )
