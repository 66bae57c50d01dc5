"""Rows as they come from a file, cut to what they hold and refused where they are too many."""

from __future__ import annotations

from collections.abc import Iterable

from answerable.documents.refusal import Reason, Unreadable
from answerable.documents.tables.model import MOST_COLUMNS, MOST_ROWS, Value


def fitting(rows: Iterable[list[Value]]) -> tuple[tuple[Value, ...], ...]:
    """The rows without empty cells at their ends and empty rows at the end.

    Raises:
        Unreadable: a row beyond `MOST_ROWS` or a cell beyond `MOST_COLUMNS` holds something.
    """
    kept: list[tuple[Value, ...]] = []
    blank = 0
    for row in rows:
        filled = _filled(row)
        if not filled:
            blank += 1
            continue
        if len(kept) + blank >= MOST_ROWS:
            raise Unreadable(
                Reason.TOO_LARGE,
                f"The list has more than {MOST_ROWS:,} rows. Split it and upload the parts.",
            )
        if len(filled) > MOST_COLUMNS:
            raise Unreadable(
                Reason.TOO_LARGE,
                f"The list has more than {MOST_COLUMNS} columns. Delete those that are not needed.",
            )
        kept.extend([()] * blank)
        kept.append(filled)
        blank = 0
    if not kept:
        raise Unreadable(Reason.EMPTY, "The list is empty. Check that it is the right file.")
    return tuple(kept)


def _filled(row: list[Value]) -> tuple[Value, ...]:
    end = len(row)
    while end and _is_blank(row[end - 1]):
        end -= 1
    return tuple(row[:end])


def _is_blank(value: Value) -> bool:
    return isinstance(value, str) and not value.strip()
