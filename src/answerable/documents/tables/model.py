"""The shape of a list once read: its sheets, and the cells of the one that was wanted."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final, TypeAlias

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 200

Value: TypeAlias = str | date | int | float
"""What a cell holds: text (empty for nothing), a date, or a number. Of a formula, its result."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook by its name; a text file has one without a name."""

    name: str
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The sheets of a file, and the rows of one of them.

    Row 1 of the file is `rows[0]`, empty rows in between included; empty cells at the end of a row
    and empty rows at the end are left out.
    """

    sheets: tuple[Sheet, ...]
    read: str | None
    """The sheet whose rows these are; None where the file has several and nobody chose."""
    rows: tuple[tuple[Value, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """The table as plain data; `from_json` is its inverse."""
        return {
            "sheets": [asdict(sheet) for sheet in self.sheets],
            "read": self.read,
            "rows": [[_plain(value) for value in row] for row in self.rows],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Table:
        """A table from the plain data of `as_json`."""
        return cls(
            sheets=tuple(Sheet(**sheet) for sheet in data["sheets"]),
            read=data["read"],
            rows=tuple(tuple(map(_value, row)) for row in data["rows"]),
        )


def _plain(value: Value) -> Any:
    return [value.isoformat()] if isinstance(value, date) else value


def _value(plain: Any) -> Value:
    if isinstance(plain, list):
        return date.fromisoformat(plain[0])
    value: str | int | float = plain
    return value
