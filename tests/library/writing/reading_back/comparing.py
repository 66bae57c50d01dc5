"""Lines that were read back against the lines of the document."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import zip_longest

from answerable.writing.outline import Line, LineKind

_TAGGED_AS_PARAGRAPH = {
    LineKind.NOTICE,
    LineKind.SUBTITLE,
    LineKind.ORIGIN,
    LineKind.CAPTION,
    LineKind.QUOTED_BY,
}


def differences(expected: Iterable[Line], found: Iterable[Line]) -> list[str]:
    """A sentence for each place at which the lines differ; none where they are the same."""
    return [
        f"Line {number} is {_named(there)}, not {_named(wanted)}."
        for number, (wanted, there) in enumerate(zip_longest(expected, found), start=1)
        if wanted != there
    ]


def composed(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines in Unicode normal form C, in which canonical bytes hold them."""
    return _with_text(lines, lambda text: unicodedata.normalize("NFC", text))


def tagged(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines with the roles that the tags of the PDF can tell apart."""
    return tuple(
        replace(line, kind=LineKind.PARAGRAPH) if line.kind in _TAGGED_AS_PARAGRAPH else line
        for line in lines
    )


def in_print(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines as a page prints them.

    A line break is no character of the page, spaces in a row are one space, and characters without
    ink, such as the places at which a long word may break, are gone.
    """
    return _with_text(lines, _printed)


def _with_text(lines: Iterable[Line], change: Callable[[str], str]) -> tuple[Line, ...]:
    return tuple(replace(line, text=change(line.text)) for line in lines)


def _printed(text: str) -> str:
    one_line = unicodedata.normalize("NFC", text.replace("\n", ""))
    with_ink = "".join(c for c in one_line if unicodedata.category(c) != "Cf")
    return " ".join(with_ink.split())


def _named(line: Line | None) -> str:
    return f"{line.kind} {line.level} “{line.text}”" if line else "absent"
