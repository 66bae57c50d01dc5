"""Lines that were read back against the lines of the document."""

from __future__ import annotations

import re
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


def in_words(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines as a page shows them: any space is one space, characters without ink are gone."""
    return _with_text(lines, lambda text: " ".join(_with_ink(text).split()))


def without_spaces(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines without any space, for words that a page breaks because they are too long."""
    return _with_text(lines, lambda text: re.sub(r"\s", "", _with_ink(text)))


def _with_text(lines: Iterable[Line], change: Callable[[str], str]) -> tuple[Line, ...]:
    return tuple(replace(line, text=change(line.text)) for line in lines)


def _with_ink(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if unicodedata.category(c) != "Cf")


def _named(line: Line | None) -> str:
    return f"{line.kind} {line.level} “{line.text}”" if line else "absent"
