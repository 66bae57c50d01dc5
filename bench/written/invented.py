"""Documents of every shape from a seed: the same seed always gives the same document."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Run,
    Runs,
    SummaryList,
    Table,
    WrittenDocument,
)

_LONG_WORD = "aa" + "6f9d1c" * 20
"""A word that no line can hold."""

_WORDS = (
    *("the", "force", "accepts", "every", "recommendation", "and", "will", "report", "again"),
    *("custody", "records", "by", "31 March 2026", "(see annex B)", "“as it stands”", "£1,250.50"),
    *("Mae’r", "tŷ", "a’r", "dŵr", "ŵyr", "Llŷr", "naïve", "café", "Łódź", "50 %", "§ 55(5B)"),
    *("well-known", "co-operate", "A–Z", "and/or", "e.g.", "9 000", "office", "affix", "first"),
)
_HOSTILE = (
    *(
        "<script>alert(1)</script>",
        "</w:t></w:p>",
        "<text:s/>",
        "]]>",
        "&amp;",
        "{{ x }}",
        "{page}",
    ),
    *("$title", "${day}", '#import "x"', "#panic()", "$y$", "@label", "`raw`", "*x*", "_x_", "\\n"),
    *("=", "- x", "1. x", "//", "/*", "~", "a:", ":"),
)
# None of these repeats a hyphen at the end of a printed line, as Polish does.
_LANGUAGES = (None, None, None, "cy", "cy-GB", "so")
_LINKS = (None, None, None, "https://example.org/a?b=1&c=2", "mailto:office@example.org")


def invented(seed: int) -> WrittenDocument:
    """The document of a seed; every tenth holds a word that no line can hold."""
    chance = random.Random(seed)
    blocks: list[Block] = []
    level = 0
    for _ in range(chance.randint(1, 25)):
        if chance.random() < 0.3:
            level = chance.randint(1, min(level + 1, 4))
            blocks.append(Heading(level, _line(chance), chance.choice(_LANGUAGES)))
        else:
            blocks.append(_block(chance))
    if seed % 10 == 0:
        blocks.append(Paragraph((Run(f"Sum: {_LONG_WORD} end."),)))
    return WrittenDocument(
        title=_line(chance),
        language=chance.choice(("en-GB", "en-GB", "cy-GB")),
        author_body=_line(chance),
        blocks=tuple(blocks),
        subtitle=_line(chance) if chance.random() < 0.5 else None,
        date=date(2017, 5, 2) + timedelta(days=chance.randint(0, 4000)) if seed % 4 else None,
        notice=_line(chance) if chance.random() < 0.5 else None,
    )


def _block(chance: random.Random) -> Block:
    makers: tuple[Callable[[random.Random], Block], ...] = (_said, _said, _table, _quoted, _facts)
    return chance.choice(makers)(chance)


def _said(chance: random.Random) -> Paragraph | BulletList | NumberedList:
    kind = chance.randint(0, 2)
    if kind == 0:
        return Paragraph(_runs(chance))
    items = tuple(_runs(chance) for _ in range(chance.randint(1, 6)))
    return BulletList(items) if kind == 1 else NumberedList(items)


def _table(chance: random.Random) -> Table:
    columns = chance.randint(1, 4)
    rows = chance.choice((0, 1, 3, 8, 70))
    return Table(
        _line(chance),
        tuple(_line(chance, most=3) for _ in range(columns)),
        tuple(tuple(_cell(chance) for _ in range(columns)) for _ in range(rows)),
    )


def _cell(chance: random.Random) -> str:
    lines = (_line(chance, most=4) for _ in range(chance.choice((0, 1, 1, 1, 2))))
    return "\n".join(lines)


def _quoted(chance: random.Random) -> Quotation:
    return Quotation(_line(chance), tuple(_said(chance) for _ in range(chance.randint(1, 3))))


def _facts(chance: random.Random) -> SummaryList:
    pairs = ((_line(chance, most=3), _runs(chance)) for _ in range(chance.randint(1, 5)))
    return SummaryList(tuple(pairs))


def _runs(chance: random.Random) -> Runs:
    return tuple(
        Run(
            _line(chance, most=30) + chance.choice((" ", " ", "\n", "  ")),
            strong=chance.random() < 0.2,
            emphasis=chance.random() < 0.2,
            link=chance.choice(_LINKS),
            language=chance.choice(_LANGUAGES),
        )
        for _ in range(chance.randint(1, 4))
    )


def _line(chance: random.Random, *, most: int = 9) -> str:
    pool = _WORDS if chance.random() < 0.85 else _HOSTILE
    return " ".join(chance.choice(pool) for _ in range(chance.randint(1, most)))
