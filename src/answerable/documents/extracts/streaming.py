"""The child's part: rows go out as lines as they come in, and the last line says what was found."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from itertools import chain, islice
from operator import itemgetter
from typing import Any, BinaryIO, Final

from answerable.documents.extracts.headings import SEARCHED, Found, find_headings
from answerable.documents.extracts.model import END, ESCAPE, ESCAPES, SEPARATOR, Extract, Wanted
from answerable.documents.extracts.sources import Source, open_source
from answerable.documents.limits import Limits
from answerable.documents.refusal import too_much_text

_ESCAPED: Final = str.maketrans(ESCAPES)
_AT_ONCE: Final = 4096
_FIRST: Final = itemgetter(0)
_PLACED: Final = SEPARATOR * 3
_FOREIGN: Final = re.compile("[\udc80-\udcff]")
"""Stand in a text for bytes that are not of its encoding."""


def stream(file: BinaryIO, answer: BinaryIO, wanted: dict[str, Any], limits: Limits) -> bytes:
    """Writes the rows of a file as lines, and returns the last line.

    A line holds the number of the row, why its cells are not placed (empty: they are), all its
    cells in JSON where they are not, and the cells of the wanted columns. Blank rows have none.

    Args:
        file: at its beginning; it can be searched.
        answer: where the lines go.
        wanted: the plain data of `Wanted`.

    Raises:
        Unreadable: it is no list, or holds nothing.
    """
    asked = Wanted.from_json(wanted)
    source = open_source(file, asked, limits)
    rows = source.rows
    first = list(islice(rows, SEARCHED))
    found = find_headings(first, asked)
    extract = _without_rows(source, found)
    if not extract.is_as_wanted:
        return _last_line(extract)
    under = chain(first[found.row + 1 :], rows)
    lines = _Lines(found)
    try:
        while block := list(islice(under, _AT_ONCE)):
            answer.write(lines.of(block).encode())
    except OSError as error:  # longer than an answer may be
        raise too_much_text() from error
    return _last_line(
        Extract.from_json({**extract.as_json(), "rows": lines.rows, "blank": lines.blank})
    )


class _Lines:
    """Writes rows as lines, and counts them."""

    def __init__(self, found: Found) -> None:
        self.rows = 0
        self.blank = 0
        self._before_first = found.row + 2
        self._width = found.cells
        self._named = len(found.headings)
        self._pick = _picker(found.places)
        self._empty = SEPARATOR * (len(found.places) - 1)

    def of(self, block: list[Sequence[str]]) -> str:
        """The lines of the next rows: at once where all of them are plain, as most are."""
        number = self._before_first + self.rows
        self.rows += len(block)
        if (
            self._named == self._width
            and {*map(len, block)} == {self._width}
            and all(map(str.strip, map(_FIRST, block)))
        ):
            cells = map(SEPARATOR.join, map(self._pick, block))
            text = "".join([f"{n}{_PLACED}{line}\n" for n, line in enumerate(cells, number)])
            if text.isascii() and not self._breaks(text, len(block)):
                return text
        return "".join(self._line(n, row) for n, row in enumerate(block, number))

    def _breaks(self, text: str, rows: int) -> bool:
        return (
            text.count("\n") != rows
            or text.count(SEPARATOR) != rows * (len(self._empty) + len(_PLACED))
            or any(one in text for one in ("\r", END, ESCAPE))
        )

    def _why_not_placed(self, row: Sequence[str]) -> str:
        """A cell more than there are headings has moved all after it, even if the last is empty."""
        if len(row) < self._width:
            return "too_few_cells"
        if len(row) > self._width or "".join(row[self._named :]).strip():
            return "too_many_cells"
        return ""

    def _line(self, number: int, row: Sequence[str]) -> str:
        everything = "".join(row)
        if not everything.strip():
            self.blank += 1
            return ""
        why = self._why_not_placed(row)
        if not why and _has_foreign_bytes(everything):
            why = "mixed_encoding"
        if not why:
            cells = (cell.translate(_ESCAPED) for cell in self._pick(row))
            return f"{number}{_PLACED}{SEPARATOR.join(cells)}\n"
        every = json.dumps([_shown(cell) for cell in row], ensure_ascii=False)
        held = every.translate(_ESCAPED)
        return f"{number}{SEPARATOR}{why}{SEPARATOR}{held}{SEPARATOR}{self._empty}\n"


def _picker(places: tuple[int | None, ...]) -> Callable[[Sequence[str]], Sequence[str]]:
    """What takes the wanted cells out of a row, in the order of the columns."""
    there = [place for place in places if place is not None]
    if len(there) == len(places) > 1:
        return itemgetter(*there)
    return lambda row: ["" if place is None else row[place] for place in places]


def _has_foreign_bytes(text: str) -> bool:
    return not text.isascii() and _FOREIGN.search(text) is not None


def _shown(cell: str) -> str:
    """The cell, with bytes that are no text as their number, such as \\x96."""
    return _FOREIGN.sub(lambda found: f"\\x{ord(found[0]) - 0xDC00:02x}", cell)


def _without_rows(source: Source, found: Found) -> Extract:
    return Extract(
        kind=source.kind,
        sheet=source.sheet,
        encoding=source.encoding,
        heading_row=found.row + 1,
        headings=tuple(_shown(heading) for heading in found.headings),
        missing=found.missing,
        repeated=found.repeated,
        unknown=tuple(_shown(heading) for heading in found.unknown),
        absent=found.absent,
    )


def _last_line(extract: Extract) -> bytes:
    return f"{END}{json.dumps(extract.as_json())}\n".encode()
