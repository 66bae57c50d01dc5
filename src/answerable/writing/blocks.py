"""The small block model in which everything that the product publishes is held before it is set.

A document is data: renderers decide how it looks, and no text in it is ever read as markup. Each
block refuses what no renderer could show to every reader: empty headings, skipped levels, ragged
tables, links that lead to a script, characters that hide or reorder others.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

DEEPEST_HEADING = 4
LINK_SCHEMES = ("http", "https", "mailto")
WRITTEN_LANGUAGES = ("en", "cy")

_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
_NOT_IN_XML = frozenset("\ufffe\uffff")
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class UnwritableBlock(ValueError):
    """A block or document cannot be written for every reader; the message says why."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike. A line feed is a line break."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    """An http, https or mailto address."""
    language: str | None = None
    """A tag such as "cy" or "cy-GB" where the words are not in the document's language."""

    def __post_init__(self) -> None:
        _check_characters(self.text)
        _check_language(self.language)
        if self.link is not None:
            _check_link(self.link)


Runs = tuple[Run, ...]


def plain(text: str) -> Runs:
    """The text as runs without any emphasis."""
    return (Run(text),)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading beneath the document's title; level 1 is the highest."""

    level: int
    text: str
    language: str | None = None

    def __post_init__(self) -> None:
        _check_line("A heading", self.text)
        _check_language(self.language)
        if not 1 <= self.level <= DEEPEST_HEADING:
            raise UnwritableBlock(
                f"The level of a heading is 1 to {DEEPEST_HEADING}, not {self.level}."
            )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    runs: Runs

    def __post_init__(self) -> None:
        _check_runs("A paragraph", self.runs)


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items in no particular order."""

    items: tuple[Runs, ...]

    def __post_init__(self) -> None:
        _check_items(self.items)


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items that the renderer counts from 1. A number that is a label belongs in the text."""

    items: tuple[Runs, ...]

    def __post_init__(self) -> None:
        _check_items(self.items)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column headers; every row has one cell for each column."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        _check_line("The caption of a table", self.caption)
        if not self.header:
            raise UnwritableBlock("A table needs column headers.")
        for cell in self.header:
            _check_line("A column header", cell)
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.header):
                raise UnwritableBlock(
                    f"Row {number} of the table “{self.caption}” has {len(row)} cells, but the "
                    f"table has {len(self.header)} columns."
                )
            for cell in row:
                _check_characters(cell)


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a named holder of an office says in their own words."""

    by: str
    blocks: tuple[Paragraph | BulletList | NumberedList, ...]

    def __post_init__(self) -> None:
        _check_line("The name of the person who is quoted", self.by)
        if not self.blocks:
            raise UnwritableBlock(f"The quotation of {self.by} is empty.")


@dataclass(frozen=True, slots=True)
class SummaryList:
    """Short facts, each a term and its value."""

    pairs: tuple[tuple[str, Runs], ...]

    def __post_init__(self) -> None:
        if not self.pairs:
            raise UnwritableBlock("A summary list needs at least one fact.")
        for term, value in self.pairs:
            _check_line("A term of a summary list", term)
            _check_runs(f"The value of “{term}”", value)


Said = Paragraph | BulletList | NumberedList


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The same said twice, such as in two languages: beside each other where there is room, else
    one after the other. Each run tells its language."""

    first: tuple[Said, ...]
    second: tuple[Said, ...]

    def __post_init__(self) -> None:
        if not (self.first and self.second):
            raise UnwritableBlock("Each of two sides needs something that is said.")


Block = Heading | Said | Table | Quotation | SummaryList | SideBySide


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A whole document, ready to be shown, hashed, signed and rendered.

    Raises:
        UnwritableBlock: when the title or the author is missing, the language is not English or
            Welsh, or headings skip a level.
    """

    title: str
    language: str
    """The tag of most of its words: "en-GB" or "cy-GB" (English or Welsh)."""
    author_body: str
    """The organisation whose document this is."""
    blocks: tuple[Block, ...]
    subtitle: str | None = None
    date: datetime.date | None = None
    """The date that the document bears."""
    notice: str | None = None
    """One line that nobody may miss ("Draft: not signed"), on every page."""

    def __post_init__(self) -> None:
        _check_line("The title", self.title)
        _check_line("The name of the author", self.author_body)
        for name, line in (("The subtitle", self.subtitle), ("The notice", self.notice)):
            if line is not None:
                _check_line(name, line)
        _check_language(self.language)
        if self.language.split("-")[0] not in WRITTEN_LANGUAGES:
            raise UnwritableBlock(
                f"Documents are written in English or Welsh, not “{self.language}”."
            )
        _check_heading_levels(block for block in self.blocks if isinstance(block, Heading))


def is_writable(character: str) -> bool:
    """Whether a character may stand in a document.

    Line feeds may; other control characters, half characters (surrogates), marks that reorder
    the letters around them and the two codes that XML cannot hold may not: what is signed must be
    what is seen, in every format.
    """
    return character == "\n" or not (
        unicodedata.category(character) in {"Cc", "Cs"}
        or character in _REORDERING
        or character in _NOT_IN_XML
    )


def _check_characters(text: str) -> None:
    for character in text:
        if not is_writable(character):
            raise UnwritableBlock(
                f"The text “{text[:40]!a}” holds the invisible character U+{ord(character):04X}. "
                "Remove it and try again."
            )


def _check_line(name: str, text: str) -> None:
    _check_characters(text)
    if not text.strip():
        raise UnwritableBlock(f"{name} is empty.")
    if "\n" in text:
        raise UnwritableBlock(f"{name} must be one line: “{text[:40]}”.")


def _check_runs(name: str, runs: Runs) -> None:
    if not any(run.text.strip() for run in runs):
        raise UnwritableBlock(f"{name} is empty.")


def _check_items(items: tuple[Runs, ...]) -> None:
    if not items:
        raise UnwritableBlock("A list needs at least one item.")
    for item in items:
        _check_runs("A list item", item)


def _check_language(tag: str | None) -> None:
    if tag is not None and not _LANGUAGE_TAG.fullmatch(tag):
        raise UnwritableBlock(f"“{tag}” is not a language tag such as “cy” or “en-GB”.")


def _check_link(address: str) -> None:
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise UnwritableBlock(f"“{address}” is not a web or e-mail address.") from error
    unbroken = not any(c.isspace() or not is_writable(c) for c in address)
    leads_somewhere = bool(parts.path if parts.scheme == "mailto" else parts.netloc)
    if not (unbroken and parts.scheme in LINK_SCHEMES and leads_somewhere):
        raise UnwritableBlock(
            f"“{address}” is not a web or e-mail address. A link starts with https://, http:// "
            "or mailto:."
        )


def _check_heading_levels(headings: Iterable[Heading]) -> None:
    allowed = 1
    for heading in headings:
        if heading.level > allowed:
            raise UnwritableBlock(
                f"The heading “{heading.text}” has level {heading.level}; level {allowed} is the "
                "deepest that can stand there."
            )
        allowed = heading.level + 1
