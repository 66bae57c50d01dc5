"""Numbers of a report's paragraphs ("8.2 We found") are no numbers of recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from answerable.extraction.lines import Line
from answerable.extraction.marks import MarkKind, mark_of
from answerable.extraction.wording import asks, commands, is_hearsay, recommends, reports

_FEWEST: Final = 5
_PARAGRAPH: Final = 80
"""From this length in characters a numbered line is a paragraph and no short point."""
_FEWEST_DOTTED: Final = 2
_FEWEST_PLAIN: Final = 3
_PLAIN_LABEL: Final = re.compile(r"(?P<chapter>(?:\d{1,3}\.){0,3})(?P<number>\d{1,3})")
_TELLING: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|can|could|will|would|found|saw|told|said|knew"
    r"|\w{3,}ed)\b",
    re.IGNORECASE,
)


def without_paragraph_numbers(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without such numbers, where paragraphs that ask for nothing carry them too."""
    counted = set(_all_dotted(lines)) | {
        index for run in _runs(lines) if _is_body(run, lines) for index in run
    }
    return tuple(_bare(line) if index in counted else line for index, line in enumerate(lines))


def _all_dotted(lines: tuple[Line, ...]) -> list[int]:
    """Every line with a number such as "8.2", if many or most of them narrate."""
    dotted = [index for index, line in enumerate(lines) if "." in _label(line)]
    long = sum(len(lines[at].text) >= _PARAGRAPH and not asks(lines[at].body) for at in dotted)
    most = 2 * sum(_narrates(lines[at]) for at in dotted) > len(dotted) >= _FEWEST_PLAIN
    return dotted if long >= _FEWEST or most else []


def _runs(lines: tuple[Line, ...]) -> Iterator[list[int]]:
    """Lines whose numbers count on in one chapter, whatever stands between them."""
    open_runs: dict[str, tuple[int, list[int]]] = {}
    for index, line in enumerate(lines):
        found = _PLAIN_LABEL.fullmatch(_label(line))
        if found is None:
            continue
        chapter, number = found["chapter"], int(found["number"])
        last, run = open_runs.get(chapter, (None, []))
        if last is not None and number != last + 1:
            yield run
            run = []
        run.append(index)
        open_runs[chapter] = (number, run)
    for _, run in open_runs.values():
        yield run


def _is_body(run: list[int], lines: tuple[Line, ...]) -> bool:
    """Whether most of a run narrates; plain numbers must also run on past a heading or an item."""
    narrating = sum(_narrates(lines[index]) for index in run)
    if 2 * narrating <= len(run):
        return False
    if "." in _label(lines[run[0]]):
        return len(run) >= _FEWEST_DOTTED
    return len(run) >= _FEWEST_PLAIN and any(
        line.is_named or line.looks_like_heading
        for before, after in pairwise(run)
        for line in lines[before + 1 : after]
    )


def _narrates(line: Line) -> bool:
    body = line.body
    if not body.endswith((".", "”", '"', ":")) or recommends(body) or commands(body):
        return False
    if reports(body) or is_hearsay(body):
        return True
    return not asks(body) and _TELLING.search(body) is not None


def _label(line: Line) -> str:
    """The printed number, empty where there is none; rows of tables count on their own."""
    mark = line.mark
    if mark is None or mark.kind is not MarkKind.NUMBER or line.block.cell is not None:
        return ""
    return mark.label or ""


def _bare(line: Line) -> Line:
    if not line.body or line.joints or line.looks_like_heading:
        return line
    inner = mark_of(line.body)
    named = inner if inner is not None and inner.kind is MarkKind.NAMED else None
    return replace(line, text=line.body, start=line.body_start, mark=named, is_paragraph=True)
