"""A document as a tagged PDF, set by Typst in fonts that come with the product.

The text travels as data beside a fixed template, so nothing that a person wrote can be read as
Typst markup. Typst itself refuses a file that breaks the machine-checkable rules of PDF/UA-1.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import typst

from answerable.writing.blocks import Table, WrittenDocument
from answerable.writing.brand import UNBRANDED, Brand
from answerable.writing.canonical import as_json
from answerable.writing.columns import column_shares
from answerable.writing.outline import LineKind, lines_of
from answerable.writing.words import day_of_making, origin, page_of

_FOLDER = Path(__file__).parent
_TEMPLATE = _FOLDER / "document.typ"
_UNPRINTABLE = re.compile(r"the text `\"(.+?)\"` could not be displayed")


class NotPrinted(RuntimeError):
    """The PDF could not be made; the message says why."""


class UnprintableCharacters(NotPrinted):
    """The fonts of the product have no picture for some characters."""

    def __init__(self, characters: tuple[str, ...], document: WrittenDocument) -> None:
        """Takes the characters, each once, and the document in which they stand."""
        self.characters = characters
        super().__init__(
            f"The PDF cannot show {_quoted(characters)}. Write it in words and try again."
            f"{_where(characters, document)}"
        )


def to_pdf(document: WrittenDocument, *, brand: Brand = UNBRANDED) -> bytes:
    """The document as a whole PDF 1.7 file with tags, languages, bookmarks and embedded fonts.

    The same document and brand always give the same bytes: the file bears the document's own
    date, never the clock's.

    Args:
        document: what to set.
        brand: the colour and logo of the office; not part of what is signed.

    Raises:
        UnprintableCharacters: when the text holds characters that the fonts do not have.
        NotPrinted: when Typst refuses the document for another reason.
    """
    try:
        return typst.compile(
            _TEMPLATE,
            root=_FOLDER,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={
                "document": json.dumps(_template_data(document)),
                "brand": json.dumps(_brand_data(brand)),
            },
            pdf_standards=["ua-1"],
            timestamp=_timestamp(document),
        )
    except typst.TypstError as error:
        raise _in_words(error, document) from error


def _template_data(document: WrittenDocument) -> dict[str, object]:
    data = as_json(document)
    for block, told in zip(document.blocks, data["blocks"], strict=True):
        if isinstance(block, Table):
            told["shares"] = column_shares(block)
    return {**data, "origin": origin(document), "page_of": page_of(document.language)}


def _brand_data(brand: Brand) -> dict[str, object]:
    logo = brand.logo
    if logo is None:
        return {"colour": brand.colour, "logo": None}
    width, height = logo.size_mm
    return {
        "colour": brand.colour,
        "logo": {
            "picture": list(logo.picture),
            "alternative": logo.alternative,
            "width": width,
            "height": height,
        },
    }


def _timestamp(document: WrittenDocument) -> datetime:
    return datetime.combine(day_of_making(document), time(), UTC)


@cache
def _fonts() -> typst.Fonts:
    """The product's own fonts alone, so that every machine sets the same lines."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[_FOLDER / "fonts"],
    )


def _in_words(error: typst.TypstError, document: WrittenDocument) -> NotPrinted:
    characters = tuple(dict.fromkeys(_UNPRINTABLE.findall(f"{error.message}\n{error.diagnostic}")))
    if characters:
        return UnprintableCharacters(characters, document)
    return NotPrinted(f"The PDF could not be made: {error.message}.")


def _where(characters: tuple[str, ...], document: WrittenDocument) -> str:
    """A sentence that names the title or the headings under which the characters stand."""
    found: dict[str, None] = {}
    place = ""
    for line in lines_of(document):
        if line.kind in {LineKind.TITLE, LineKind.HEADING}:
            place = line.text
        if any(character in line.text for character in characters):
            found[place] = None
    return f" Look under {_quoted(found)}." if found else ""


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
