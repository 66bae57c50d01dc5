"""The page of the reference about profiles and doubts, made from the code."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

import msgspec

from answerable.mappings import code_lists, dates
from answerable.mappings.doubts import KINDS
from answerable.mappings.profiles import (
    Blank,
    Column,
    EventFrom,
    FactFrom,
    Grain,
    Holds,
    Level,
    Profile,
    RowIs,
    Sample,
    shipped_names,
    shipped_profile,
)

_HEAD: Final = """# Profiles of sources

A profile says how one source writes its extracts. It is a file in TOML or JSON; how to write one is
in [describe a source](../how-to/describe-a-source.md). This page is made from the code, and a test
holds the two equal.

What cannot be understood in a profile is refused with its place and what to do, as is a word that
is not here.
"""
_PARTS: Final[tuple[tuple[str, str, type[msgspec.Struct]], ...]] = (
    ("The profile", "", Profile),
    ("What a row is", "`grain`", Grain),
    ("A column", "each of `columns`, by its name", Column),
    ("An event", "each of `events`", EventFrom),
    ("A fact of an event", "each of `facts`, by the name of the fact", FactFrom),
    ("A sample", "each of `samples`", Sample),
)
_WORDS: Final[tuple[tuple[str, type[StrEnum]], ...]] = (
    ("holds", Holds),
    ("blank", Blank),
    ("of, each", Level),
    ("row", RowIs),
)
_PLACED: Final = {"cell": "the cell", "heading": "the column", "more": "…"}


def as_page() -> str:
    """The page as Markdown."""
    return "\n".join([_HEAD, *_parts(), *_words(), *_formats(), *_shipped(), *_doubts()]) + "\n"


def _parts() -> Iterator[str]:
    for title, where, part in _PARTS:
        yield f"## {title}\n"
        if where:
            yield f"In the file: {where}.\n"
        yield "| word | needed | what it says |\n| --- | --- | --- |"
        notes = _notes(part)
        for field in msgspec.structs.fields(part):
            needed = "yes" if field.required else ""
            yield f"| `{field.name}` | {needed} | {notes.get(field.name, '')} |"
        yield ""


def _notes(part: type[msgspec.Struct]) -> dict[str, str]:
    """What stands below each field in the source, on one line."""
    source = inspect.getsource(part)
    found = re.findall(
        r'^    (\w+): [^\n]*\n    """(.+?)"""', source, flags=re.DOTALL | re.MULTILINE
    )
    return {name: re.sub(r"\s+", " ", note).strip().replace("|", "\\|") for name, note in found}


def _words() -> Iterator[str]:
    yield "## Words that are chosen from\n\n| where | words |\n| --- | --- |"
    for where, words in _WORDS:
        yield f"| {where} | {_marked(words)} |"
    yield ""


def _formats() -> Iterator[str]:
    yield "## Dates and code lists\n"
    yield f"`formats` may be {_marked(dates.FORMATS)}. ISO 8601 and dates of a workbook are always"
    yield "read. Where no format is stated, a date goes on if it can be read in one way only.\n"
    yield f"`code_list` may be {_marked(code_lists.ACCEPTED)}.\n"


def _marked(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _shipped() -> Iterator[str]:
    yield "## Profiles that come with the product\n"
    yield "| profile | version | reads | one row is | described in | confidence |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name in shipped_names():
        one = shipped_profile(name)
        row = one.grain.row.replace("_", " ")
        told = (f"`{name}`", str(one.version), one.title, row, one.citation, one.confidence)
        yield f"| {' | '.join(told)} |"
    yield ""


def _doubts() -> Iterator[str]:
    yield "## Why a row is set aside\n"
    yield "Every message names the row as a spreadsheet program counts it. Reasons with a star say"
    yield "nothing against the other rows of a case.\n"
    yield "| code | what is doubtful | what to do |\n| --- | --- | --- |"
    for kind in KINDS.values():
        star = "\\*" if kind.is_of_row_alone else ""
        what, do = (words.format(**_PLACED) for words in (kind.what, kind.do))
        yield f"| `{kind.code}`{star} | {what} | {do} |"
