"""A list from outside becomes a `Table` of cells, in the same limited child as any document."""

from answerable.documents.tables.model import MOST_COLUMNS, MOST_ROWS, Sheet, Table, Value
from answerable.documents.tables.reading import TABLE_LIMITS, read_table

__all__ = [
    "MOST_COLUMNS",
    "MOST_ROWS",
    "TABLE_LIMITS",
    "Sheet",
    "Table",
    "Value",
    "read_table",
]
