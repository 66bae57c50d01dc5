"""Plain text: paragraphs, list items and headings are told from blank lines, indents and marks."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from statistics import median
from typing import Final

from answerable.documents.encodings import decode
from answerable.documents.model import Block, BlockKind, Document, MediaType, Page, place
from answerable.documents.readers.delimited import DelimitedTable, delimited_tables
from answerable.documents.readers.depths import Depths
from answerable.documents.readers.hyphenation import Vocabulary, join_lines, tidy
from answerable.documents.readers.labels import follows_on, split_bullet, split_number, with_label
from answerable.documents.readers.pagination import mended, page_lines

_UNDERLINE: Final = re.compile(r"^\s*([=\-_~*#])\1{2,}\s*$")
_MARKDOWN_HEADING: Final = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_LEADER: Final = re.compile(r"(?:[.…] ?){4,}\s*\d*$")
_SENTENCE_END: Final = (".", "!", "?", ":", ";", "”", '"')
_TAB: Final = 4
_LONGEST_HEADING: Final = 90
_WRAP_FROM: Final = 50
_WRAP_TO: Final = 130
_WRAP_SLACK: Final = 25
"""How far short of the usual width a wrapped line may end."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    indent: int


def read(data: bytes) -> Document:
    """The document in a plain text file; form feeds part its pages."""
    return document_of(decode(data) or "", MediaType.TEXT)


def document_of(text: str, media_type: MediaType) -> Document:
    """A document of text that is already decoded."""
    pages = [page.split("\n") for page in text.rstrip("\f\n ").split("\f")]
    tables = count()
    blocks = mended(
        [
            block
            for number, (lines, furniture) in enumerate(
                zip(pages, page_lines(pages), strict=True), 1
            )
            for block in _blocks(lines, number, furniture, tables)
        ]
    )
    return Document(
        media_type=media_type,
        pages=tuple(Page(number) for number in range(1, len(pages) + 1)),
        blocks=place(blocks),
    )


def blocks_of(text: str) -> list[Block]:
    """The blocks of a plain text without pages, none of them placed yet."""
    return _blocks(text.split("\n"), 1, {}, count())


def _blocks(
    raw: Sequence[str], page: int, furniture: Mapping[int, BlockKind], table_numbers: Iterator[int]
) -> list[Block]:
    """The blocks of a page, whose furniture is known by the position of its lines."""
    blocks: list[Block] = []
    tables = delimited_tables(raw)
    width = _wrap_width(_outside(raw, tables))
    vocabulary = Vocabulary(raw)
    depths = Depths(_TAB / 2)
    lines = [_line(line) for line in raw]
    apart = furniture.keys() | tables.keys()
    position = 0
    while position < len(lines):
        line, taken = lines[position], 1
        if position in tables:
            taken = tables[position].lines
            blocks += tables[position].blocks(next(table_numbers), page)
        elif position in furniture:
            blocks.append(Block(furniture[position], tidy(line.text), page, 0))
        elif line.text and not _UNDERLINE.match(line.text):
            taken = _lines_of_block(lines, position, width, apart)
            blocks.append(_block(lines, position, taken, page, vocabulary))
            if blocks[-1].kind is BlockKind.LIST_ITEM:
                blocks[-1] = replace(blocks[-1], level=depths.of_item(line.indent))
            else:
                depths.pass_text(line.indent)
        position += taken
    return blocks


def _outside(raw: Sequence[str], tables: Mapping[int, DelimitedTable]) -> list[str]:
    """The lines that stand in no table."""
    inside = {at for start, table in tables.items() for at in range(start, start + table.lines)}
    return [line for at, line in enumerate(raw) if at not in inside]


def _line(raw: str) -> _Line:
    expanded = raw.replace("\u00a0", " ").expandtabs(_TAB)
    return _Line(expanded.strip(), len(expanded) - len(expanded.lstrip()))


def _wrap_width(lines: Sequence[str]) -> int | None:
    """The width at which the file's lines were broken, or None where a line is a paragraph."""
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    long = [length for length in lengths if length >= _WRAP_FROM]
    if not long or max(long) > _WRAP_TO:
        return None
    return int(median(sorted(long)[len(long) // 2 :]))


def _lines_of_block(
    lines: list[_Line], start: int, width: int | None, apart: Container[int]
) -> int:
    """How many lines from `start` on make one block; those that stand apart belong to none."""
    if _heading(lines, start) is not None:
        return 1
    taken = 1
    while start + taken < len(lines):
        before, line = lines[start + taken - 1], lines[start + taken]
        if not line.text or start + taken in apart or width is None:
            break
        goes_on = _is_mid_sentence(lines[start], before, line, width)
        if _starts_block(lines, start + taken) and not goes_on:
            break
        if not _continues(lines[start], before, line, width):
            break
        taken += 1
    return taken


def _continues(first: _Line, before: _Line, line: _Line, width: int) -> bool:
    """Whether a line was broken off the one before for want of room."""
    labelled = split_bullet(first.text) or split_number(first.text)
    if labelled and line.indent < first.indent:
        return False
    if _had_no_room(before, line, width):
        return True
    if line.indent > before.indent and not labelled:
        return False
    fairly_full = before.indent + len(before.text) >= width - _WRAP_SLACK
    return line.text[:1].islower() and (fairly_full or not before.text.endswith(_SENTENCE_END))


def _had_no_room(before: _Line, line: _Line, width: int) -> bool:
    """Whether the first word of a line did not fit on the line before."""
    first_word = line.text.split(" ", 1)[0]
    return before.indent + len(before.text) + 1 + len(first_word) > width - _WRAP_SLACK // 4


def _is_mid_sentence(first: _Line, before: _Line, line: _Line, width: int) -> bool:
    """Whether a line that starts like a numbered one only goes on ("... in\\n3. quarter")."""
    return (
        _number(line)[:1].isdigit()
        and line.indent == before.indent
        and not _LEADER.search(before.text)
        and not before.text.endswith(_SENTENCE_END)
        and not follows_on(_number(first), _number(line))
        and _had_no_room(before, line, width)
    )


def _number(line: _Line) -> str:
    """The printed number that a line starts with, or nothing."""
    found = split_number(line.text)
    return found[0] if found else ""


def _starts_block(lines: list[_Line], position: int) -> bool:
    text = lines[position].text
    return bool(
        split_bullet(text)
        or split_number(text)
        or _UNDERLINE.match(text)
        or _LEADER.search(lines[position - 1].text)
        or _heading(lines, position) is not None
    )


def _heading(lines: list[_Line], position: int) -> tuple[int, str] | None:
    """Level and text of the heading on this line, or None."""
    text = lines[position].text
    marked = _MARKDOWN_HEADING.match(text)
    if marked:
        return len(marked[1]), marked[2]
    if len(text) > _LONGEST_HEADING or split_bullet(text):
        return None
    alone = position == 0 or not lines[position - 1].text
    below = lines[position + 1].text if position + 1 < len(lines) else ""
    underline = _UNDERLINE.match(below)
    if underline and alone:
        return (1 if underline[1] in "=#*" else 2), text
    letters = [letter for letter in text if letter.isalpha()]
    shouted = len(letters) > 3 and text == text.upper()
    if shouted and not text.endswith((".", ";", ",")) and (alone or not below):
        return 2, text
    return None


def _block(lines: list[_Line], start: int, taken: int, page: int, vocabulary: Vocabulary) -> Block:
    heading = _heading(lines, start)
    if heading is not None:
        return Block(BlockKind.HEADING, tidy(heading[1]), page, 0, level=heading[0])
    text = join_lines((line.text for line in lines[start : start + taken]), vocabulary)
    labelled = split_bullet(text) or split_number(text)
    if labelled:
        return Block(BlockKind.LIST_ITEM, with_label(*labelled), page, 0)
    return Block(BlockKind.PARAGRAPH, text, page, 0)
