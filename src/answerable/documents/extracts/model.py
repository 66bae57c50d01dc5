"""What is wanted of an extract, and what was found: the shape of a long list with known columns."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, dataclass
from typing import Any, Final

SEPARATOR: Final = "\x1f"
"""Stands between the cells of a line of an answer."""
ESCAPE: Final = "\x1e"
"""Begins a pair that stands for a character which would break a line of an answer."""
ESCAPES: Final = {
    "\n": f"{ESCAPE}n",
    "\r": f"{ESCAPE}r",
    "\x1d": f"{ESCAPE}d",
    ESCAPE: f"{ESCAPE}e",
    SEPARATOR: f"{ESCAPE}f",
}
END: Final = "\x1d"
"""Begins the last line of an answer, which says in JSON what was found."""
NOT_PLACED: Final = ("too_few_cells", "too_many_cells", "mixed_encoding")
"""Why the cells of a row cannot be said to stand under their headings."""

_WORDS: Final = re.compile(r"[^0-9a-z]+")


def plain_heading(heading: str) -> str:
    """A heading without what differs between exports: case, accents, spaces, full stops.

    "Duplicate.CrimeURN" and "duplicate crimeurn" are the same.
    """
    folded = unicodedata.normalize("NFKD", heading).casefold()
    return _WORDS.sub(" ", folded).strip()


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is wanted, by any of its headings in plain form."""

    name: str
    headings: tuple[str, ...]
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of an extract."""

    columns: tuple[Column, ...]
    unread: tuple[str, ...] = ()
    """Headings in plain form of columns that are known and never read."""
    sheet: str | None = None
    """The sheet of a workbook, or the file within an archive; None for the only one there is."""
    separator: str | None = None
    """What stands between the cells of a text; None where it is to be seen from the file."""
    encoding: str | None = None
    """The encoding of a text; None where it is to be seen from the file."""

    def as_json(self) -> dict[str, Any]:
        """As plain data; `from_json` is its inverse."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Wanted:
        """From the plain data of `as_json`."""
        columns = tuple(
            Column(one["name"], tuple(one["headings"]), one["is_optional"])
            for one in data["columns"]
        )
        return cls(**{**data, "columns": columns, "unread": tuple(data["unread"])})


@dataclass(frozen=True, slots=True)
class Extract:
    """What was found in a file, apart from the rows themselves."""

    kind: str
    """“csv”, “xlsx”, “xls”, “ods” or “parquet”; within an archive, of the file in it."""
    sheet: str
    """The sheet, or the file within an archive; empty for a plain text."""
    encoding: str
    """Of a text; empty for others."""
    heading_row: int
    """The row of the headings, counted from 1 as a spreadsheet program does."""
    headings: tuple[str, ...]
    missing: tuple[str, ...]
    """Names of columns that are wanted and not there."""
    repeated: tuple[str, ...]
    """Headings that stand over two columns of which only one can be meant."""
    unknown: tuple[str, ...]
    """Headings that nobody described."""
    absent: tuple[str, ...]
    """Names of optional columns that are not there."""
    rows: int = 0
    """Rows under the headings, blank ones among them."""
    blank: int = 0
    """Rows without anything in any cell."""

    @property
    def is_as_wanted(self) -> bool:
        """Whether every heading is known and every column found, so that rows were read."""
        return not (self.missing or self.repeated or self.unknown)

    def as_json(self) -> dict[str, Any]:
        """As plain data; `from_json` is its inverse."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Extract:
        """From the plain data of `as_json`."""
        lists = ("headings", "missing", "repeated", "unknown", "absent")
        return cls(**{**data, **{name: tuple(data[name]) for name in lists}})
