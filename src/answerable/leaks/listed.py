"""Needles from a list: a CSV file with the headings label, text and kind."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from answerable.leaks.needles import Needle, NeedleKind

_HEADINGS: Final = {"label", "text", "kind"}


class UnusableList(ValueError):
    """The list is not of the shape that is wanted; the message says what to change."""


def read_needles(path: Path) -> list[Needle]:
    """The needles of a list in UTF-8, one a row.

    Raises:
        UnusableList: a heading is missing, or a kind is none.
        needles.UnusableNeedle: a text is too short.
        OSError: the path cannot be opened.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if not set(rows.fieldnames or ()) >= _HEADINGS:
            raise UnusableList(
                f"The first row of {path} must have the headings label, text and kind."
            )
        return [_needle(row, number) for number, row in enumerate(rows, start=2)]


def _needle(row: dict[str, str], number: int) -> Needle:
    try:
        kind = NeedleKind((row["kind"] or "").strip().lower())
    except ValueError:
        raise UnusableList(
            f"Row {number} has the kind “{row['kind']}”. Kinds are: {', '.join(NeedleKind)}."
        ) from None
    return Needle(row["label"] or "", row["text"] or "", kind)
