"""How wide the columns of a table are in the formats that set pages."""

from __future__ import annotations

from math import sqrt

from answerable.writing.blocks import Table

_LINE = 86
"""Characters that a line of a page holds."""
_MARGINS = 3
"""Characters that the space between two columns takes."""
_NARROWEST = 8
_LONGEST_WORD = 24
"""A longer one, such as a pasted code, is broken rather than starve the other columns."""


def column_shares(table: Table) -> tuple[float, ...]:
    """The share of the width for each column; together they are 1.

    Every column has room for its longest word. What is left of the line goes by the square root of
    the longest cell, so that a long text gets the most and a short one still something.
    """
    columns = list(zip(table.header, *table.rows, strict=True))
    needed = [_longest_word(cells) for cells in columns]
    asked = [sqrt(max(map(len, cells)) + 1) for cells in columns]
    left = max(0, _LINE - sum(needed)) / sum(asked)
    widths = [least + left * more for least, more in zip(needed, asked, strict=True)]
    return tuple(width / sum(widths) for width in widths)


def _longest_word(cells: tuple[str, ...]) -> int:
    """Characters that the longest word and the space beside it take."""
    words = [len(word) for cell in cells for word in cell.split()]
    return max(_NARROWEST, min(max(words, default=0), _LONGEST_WORD) + _MARGINS)
