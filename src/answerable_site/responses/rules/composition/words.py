"""Words from the register and from people, made fit to stand in a block."""

from __future__ import annotations

from answerable.writing.blocks import (
    Block,
    BulletList,
    Paragraph,
    Run,
    SideBySide,
    is_writable,
    plain,
)
from answerable.writing.text import paragraphs_from_text
from answerable_site.responses.rules.words import Language

LANGUAGE = Language.ENGLISH.value
"""Of the document and of all its words that nobody typed."""


def paragraph(text: str) -> Paragraph:
    """One paragraph in the document's language."""
    return Paragraph(plain(text))


def line(text: str) -> str:
    """One line: what a person pasted with line ends or tabs in it becomes spaces."""
    return " ".join(verbatim(text).split())


def verbatim(text: str) -> str:
    """The text as it is, without characters that no reader could see."""
    with_line_feeds = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(character for character in with_line_feeds if is_writable(character)).strip()


def in_both(text: str, language: Language, welsh: str) -> tuple[Block, ...]:
    """What a person typed and, where it was typed in Welsh as well, both, each under the name of
    its language in that language."""
    first, second = said(text, language), said(welsh, Language.WELSH)
    if not second:
        return first
    named = Paragraph((Run("English", strong=True),))
    named_in_welsh = Paragraph((Run("Cymraeg", strong=True, language=Language.WELSH.value),))
    return (SideBySide((named, *first), (named_in_welsh, *second)),)


def said(text: str, language: Language) -> tuple[Paragraph | BulletList, ...]:
    """What a person typed, tagged where it is not in the document's language."""
    return paragraphs_from_text(text, language=None if language == LANGUAGE else language.value)
