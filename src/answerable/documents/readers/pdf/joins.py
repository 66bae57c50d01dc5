"""What a page or column end broke is put together: sentences, tables, table rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from answerable.documents.model import BlockKind
from answerable.documents.readers.labels import is_label, split_bullet, split_number
from answerable.documents.readers.pdf.layout import TableRows, placed_in
from answerable.documents.readers.pdf.pieces import Piece

_ENDS: Final = (".", "!", "?", ":", ";", "…", ".”", ".’", '."', ".)")
_SIZE_STEP: Final = 0.6
_FARTHEST: Final = 40
"""How many pieces of panels and tables may stand between two parts of a sentence."""


def joined(found: Iterable[Piece | TableRows]) -> list[Piece]:
    """The pieces of a document with broken sentences and tables made whole."""
    pieces: list[Piece] = []
    tables = -1
    last: TableRows | None = None
    rows = 0
    for item in found:
        if isinstance(item, Piece):
            if item.kind not in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER):
                last = last if item.kind is BlockKind.FOOTNOTE else None
            _add(pieces, item)
            continue
        if last is not None and _goes_on(last, item):
            repeated = _without_repeated_header(last, item)
            item, same_row = _without_broken_row(pieces, repeated)  # noqa: PLW2901
            rows -= 1 if same_row else 0
        else:
            tables += 1
            rows = 0
        placed = placed_in(item, tables, rows)
        rows += len(item.rows)
        pieces += placed
        last = item if last is None or not _goes_on(last, item) else _with_header(last, item)
    return pieces


def _add(pieces: list[Piece], piece: Piece) -> None:
    """Adds a piece, or puts it to the one whose sentence or label it completes."""
    target = _unfinished(pieces, piece)
    if target is None:
        pieces.append(piece)
        return
    if is_label(target.text):
        target.kind, target.level = BlockKind.LIST_ITEM, target.level or 1
    target.moved += piece.all_lines


def _unfinished(pieces: list[Piece], piece: Piece) -> Piece | None:
    """The piece that this one continues, or None."""
    if piece.kind is not BlockKind.PARAGRAPH:
        return None
    for before in reversed(pieces[-_FARTHEST:]):
        aside = before.boxed != piece.boxed or before.kind in (
            BlockKind.PAGE_HEADER,
            BlockKind.PAGE_FOOTER,
            BlockKind.FOOTNOTE,
            BlockKind.TABLE_CELL,
        )
        if aside:
            continue
        return before if _continues(before, piece) else None
    return None


def _continues(before: Piece, piece: Piece) -> bool:
    text, first = before.text.rstrip(), piece.text.lstrip()
    if before.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or not first:
        return False
    if abs((before.style.size or 0) - (piece.style.size or 0)) > _SIZE_STEP:
        return False
    if split_bullet(first) or split_number(first):
        return False
    if is_label(text):
        return True
    moved = before.page != piece.page or piece.lines[0].top < before.all_lines[-1].top
    if not moved or text.endswith(_ENDS):
        return False
    if text.endswith((",", "-", "–")) or first[0].islower():
        return True
    full = before.all_lines[-1].right > before.column_right - 4 * before.all_lines[-1].size
    return full and len(before.lines) > 1 and not before.style.bold and not piece.style.bold


def _goes_on(before: TableRows, table: TableRows) -> bool:
    return table.page == before.page + 1 and table.columns == before.columns


def _without_repeated_header(before: TableRows, table: TableRows) -> TableRows:
    """A table's rows without the header row that is printed again on every page."""
    rows = table.rows
    for header in _header_rows(before):
        if len(rows) < 2 or _row_text(header) != _row_text(rows[0]):
            break
        rows = rows[1:]
    return TableRows(table.page, table.columns, rows, header=False)


def _without_broken_row(pieces: list[Piece], table: TableRows) -> tuple[TableRows, bool]:
    """Gives the rest of a row that a page end broke to the row it belongs to.

    Returns the table, and whether its first row still belongs to the last row above.
    """
    cells = table.rows[0]
    above = _last_row(pieces)
    columns = [column for column, _ in cells]
    if not above or min(columns) == min(above):
        return table, False
    broken = False
    left = []
    for column, parts in cells:
        if column in above and _is_broken(above[column], parts[0]):
            above[column].moved += parts[0].all_lines
            broken = True
            left.append((column, parts[1:]))
        else:
            left.append((column, parts))
    goes_on = broken or all(parts[0].label for _, parts in cells)
    if not goes_on:
        return table, False
    rest = [(column, parts) for column, parts in left if parts]
    rows = [rest, *table.rows[1:]] if rest else table.rows[1:]
    return TableRows(table.page, table.columns, rows, header=False), bool(rest)


def _last_row(pieces: list[Piece]) -> dict[int, Piece]:
    """The last piece in each cell of the last row of the last table."""
    last = next((piece.cell for piece in reversed(pieces) if piece.cell), None)
    row: dict[int, Piece] = {}
    for piece in reversed(pieces):
        cell = piece.cell
        if cell is None or last is None:
            continue
        if (cell.table, cell.row) != (last.table, last.row):
            break
        row.setdefault(cell.column, piece)
    return row


def _is_broken(above: Piece, part: Piece) -> bool:
    """Whether a sentence in a cell goes on in the cell below."""
    return part.text[:1].islower() or (
        len(above.all_lines) > 1 and not above.text.endswith(_ENDS) and not above.style.bold
    )


def _with_header(before: TableRows, table: TableRows) -> TableRows:
    """The part of a table on a later page, remembering the first rows of all."""
    rows = _header_rows(before) + table.rows
    return TableRows(table.page, table.columns, rows, header=False)


def _header_rows(table: TableRows) -> list[list[tuple[int, list[Piece]]]]:
    """The first row, and the one below where the first heads groups of its columns."""
    grouped = len(table.rows) > 1 and len(table.rows[0]) < len(table.rows[1])
    return table.rows[: 2 if grouped else 1]


def _row_text(row: list[tuple[int, list[Piece]]]) -> str:
    return "|".join(piece.text for _, pieces in row for piece in pieces)
