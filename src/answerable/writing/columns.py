"""How wide the columns of a table are, where a format wants to be told."""

from __future__ import annotations

from answerable.writing.blocks import Table

_MARGINS = 4
"""Characters that the space between columns takes."""
_NARROWEST, _WIDEST = 12, 60
"""Characters: a narrower column breaks its header, a wider one would starve the others."""


def column_shares(table: Table) -> tuple[float, ...]:
    """The share of the width for each column, by its longest line; together they are 1."""
    columns = zip(table.header, *table.rows, strict=True)
    longest = [max(len(line) for cell in cells for line in cell.split("\n")) for cells in columns]
    wanted = [min(max(length + _MARGINS, _NARROWEST), _WIDEST) for length in longest]
    return tuple(width / sum(wanted) for width in wanted)
