"""The light markup that the reference documents are written in.

A source begins with `key: value` lines and a line `---`. Blocks follow, parted by empty lines:

    = Title                   # Heading    ## Heading    ### Heading
    - bullet                  -- bullet of a bullet
    + 4. text                 paragraph with a printed number; `+ {Recommendation 4} text`
    * text                    paragraph that the file format numbers itself; `** text` one deeper
    ||| 10 60 30              table with column widths in percent; the first row is its header
    | cell | cell             a row; `<br>` breaks a line inside a cell
    ::: panel                 ... :::   coloured panel;  ::: control  a content control (DOCX)
    ^3 text                   footnote
    %% 12                     a gap of so many points
    @@@                       page break
    cy: text                  paragraph marked as Welsh

Inside text: `**bold**`, `//italic//`, `^^3^^` raised, `{+inserted+}`, `{-deleted-}`,
`{[content control]}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_TABLE_ROW = re.compile(r"^\| ?", re.MULTILINE)


@dataclass(frozen=True)
class Piece:
    """One block of a source; `kind` names it, the other fields hold what that kind needs."""

    kind: str
    text: str = ""
    level: int = 1
    label: str = ""
    widths: tuple[float, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    pieces: tuple[Piece, ...] = ()
    language: str | None = None


@dataclass(frozen=True)
class Source:
    """A source file: what its head says, and its blocks in order."""

    head: dict[str, str]
    pieces: tuple[Piece, ...] = field(default=())


def read_source(path: Path) -> Source:
    """The source file as its head and blocks."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    pairs = (line.split(":", 1) for line in head.splitlines() if line.strip())
    return Source({key.strip(): value.strip() for key, value in pairs}, tuple(_pieces(body)))


def _pieces(body: str) -> list[Piece]:
    found: list[Piece] = []
    blocks = [block.strip("\n") for block in re.split(r"\n\s*\n", body) if block.strip()]
    while blocks:
        block = blocks.pop(0)
        if block.startswith("::: "):
            inside = []
            while blocks[0] != ":::":
                inside.append(blocks.pop(0))
            blocks.pop(0)
            found.append(Piece(block[4:].strip(), pieces=tuple(_pieces("\n\n".join(inside)))))
        else:
            found.extend(_plain(block))
    return found


def _plain(block: str) -> list[Piece]:
    if block == "@@@":
        return [Piece("break")]
    if block.startswith("%% "):
        return [Piece("gap", level=int(block[3:]))]
    if block.startswith("|||"):
        return [_table(block)]
    if re.match(r"(-+|\*+(?!\*\w)|\+) ", block):
        return [_list_entry(entry) for entry in re.split(r"\n(?=(?:-+|\*+|\+) )", block)]
    text = " ".join(block.split())
    if match := re.match(r"(=|#+) (.*)", text):
        mark, words = match.groups()
        return [Piece("title", words) if mark == "=" else Piece("heading", words, len(mark))]
    if match := re.match(r"\^(\d+) (.*)", text):
        return [Piece("footnote", match[2], label=match[1])]
    if text.startswith("cy: "):
        return [Piece("paragraph", text[4:], language="cy")]
    return [Piece("paragraph", text)]


def _list_entry(entry: str) -> Piece:
    mark, text = " ".join(entry.split()).split(" ", 1)
    if mark == "+":
        match = re.match(r"\{(.+?)\} ?(.*)|(\S+) (.*)", text)
        if match is None:
            raise ValueError(f"This numbered paragraph has no number: {text[:40]!r}")
        return Piece("numbered", match[2] or match[4] or "", label=match[1] or match[3])
    kind = "bullet" if mark[0] == "-" else "counted"
    return Piece(kind, text, level=len(mark))


def _table(block: str) -> Piece:
    first, _, rest = block.partition("\n")
    rows = [" ".join(row.split()) for row in _TABLE_ROW.split(rest) if row.strip()]
    return Piece(
        "table",
        widths=tuple(float(width) for width in first[3:].split()),
        rows=tuple(tuple(cell.strip() for cell in re.split(r" \|(?: |$)", row)) for row in rows),
    )
