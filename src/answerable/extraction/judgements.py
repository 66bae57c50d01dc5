"""Graded judgements: a question and its grade, in a table, in one line, or as a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from answerable.extraction.lines import Line
from answerable.extraction.model import Judgement, Place

_GRADE: Final = r"(?:outstanding|good|adequate|requires improvement|inadequate|ungraded|not graded)"
_ALONE: Final = re.compile(
    rf"^(?:(?:grade|judge?ment|rating)\s*:\s*)?(?P<grade>{_GRADE})$", re.IGNORECASE
)
_LINE: Final = re.compile(
    rf"^(?P<question>[A-Z][^.:;]{{3,120}}?)\s*(?:\s[–—-]\s*|:\s*|\t+|\.{{3,}}\s*|\s{{2,}}"
    rf"|\|\s*)(?P<grade>{_GRADE})\.?$",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(
    r"^(?:[A-Z][\w’' -]{2,60}|The (?:force|constabulary|service))\s+(?:is\s+(?P<grade>outstanding"
    r"|good|adequate|inadequate)|(?P<requires>requires improvement))\s+(?:at"
    r"|in)\s+(?P<question>[^.]{4,140}?)\.?$"
)
_QUESTION: Final = re.compile(r"^[A-Z].{3,140}$")


def judgements_of(lines: tuple[Line, ...], text: str) -> tuple[Judgement, ...]:
    """The grades that a document prints, question and grade as worded, each pair once."""
    found: dict[tuple[str, str], Judgement] = {}
    for question, grade, start, end, page in _all(lines):
        key = (question.lower(), grade.lower())
        found.setdefault(key, Judgement(question, grade, Place(page, start, end, text[start:end])))
    return tuple(found.values())


def _all(lines: tuple[Line, ...]) -> Iterator[tuple[str, str, int, int, int]]:
    rows = _rows(lines)
    for row in rows:
        yield from _of_row(row)
    yield from _of_grid(rows)
    for line in lines:
        if line.block.cell is not None:
            continue
        found = _LINE.match(line.body) or _SENTENCE.match(line.body)
        if found:
            grade = found["grade"] or found["requires"]
            yield found["question"].strip(), grade, line.start, line.end, line.page


def _rows(lines: tuple[Line, ...]) -> list[list[Line]]:
    rows: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        cell = line.block.cell
        if cell is not None:
            rows[(cell.table, cell.row)].append(line)
    return list(rows.values())


def _of_row(row: list[Line]) -> Iterator[tuple[str, str, int, int, int]]:
    """A row with a question in one cell and its grade in another."""
    graded = [line for line in row if _ALONE.match(line.text)]
    asked = [line for line in row if not _ALONE.match(line.text) and _QUESTION.match(line.body)]
    if len(graded) == 1 and asked:
        question, grade = asked[0], graded[0]
        start, end = min(question.start, grade.start), max(question.end, grade.end)
        match = _ALONE.match(grade.text)
        yield question.body, match["grade"] if match else grade.text, start, end, question.page


def _of_grid(rows: list[list[Line]]) -> Iterator[tuple[str, str, int, int, int]]:
    """A table with the grades as headings and the questions below them."""
    grades: dict[tuple[int, int], str] = {}
    for row in rows:
        if len(row) > 1 and all(_ALONE.match(line.text) for line in row):
            for line in row:
                if line.block.cell:
                    grades[(line.block.cell.table, line.block.cell.column)] = line.text
            continue
        for line in row:
            cell = line.block.cell
            if cell and (cell.table, cell.column) in grades and _QUESTION.match(line.body):
                yield line.body, grades[(cell.table, cell.column)], line.start, line.end, line.page
