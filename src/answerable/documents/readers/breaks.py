"""Line breaks that an author set by hand: some part paragraphs, the rest are only spaces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from answerable.documents.readers.labels import split_bullet, split_number


class Written(Protocol):
    """Words set in one way; a line feed in them is a break set by hand."""

    text: str
    bold: bool


R = TypeVar("R", bound=Written)


def split_at_breaks(runs: Sequence[R]) -> list[list[R]]:
    """The runs of a paragraph, parted where a break set by hand starts something new.

    That is where two breaks follow each other, where the next line starts with a bullet or
    number, and where a bold line stands above plain words.
    """
    lines = _lines(runs)
    parts: list[list[R]] = []
    before: list[R] | None = None
    for line in lines:
        if not _text(line).strip():
            before = None
        elif before is None or _is_new(before, line):
            parts.append(list(line))
            before = line
        else:
            parts[-1] += [_changed(line[0], f" {line[0].text}"), *line[1:]]
            before = line
    return parts


def _lines(runs: Sequence[R]) -> list[list[R]]:
    lines: list[list[R]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        if first:
            lines[-1].append(_changed(run, first))
        lines += [[_changed(run, other)] if other else [] for other in others]
    return lines


def _is_new(before: list[R], line: list[R]) -> bool:
    text = _text(line).strip()
    if split_bullet(text) or split_number(text):
        return True
    return _is_bold(before) and not _is_bold(line)


def _is_bold(line: list[R]) -> bool:
    return all(run.bold for run in line if run.text.strip())


def _text(line: list[R]) -> str:
    return "".join(run.text for run in line)


def _changed(run: Any, text: str) -> Any:
    return replace(run, text=text)
