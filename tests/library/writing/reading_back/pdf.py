"""The lines of a tagged PDF, by its tags: what a screen reader is told of the file."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pdfplumber
import pypdfium2
import pypdfium2.raw as raw
from pdfminer.pdftypes import PDFObjRef, resolve1

from answerable.writing.outline import Line, LineKind

_HYPHEN_AT_LINE_END = "\x02"
"""How pdfium reports a hyphen that ends a line."""
_ITEM_KINDS = {"Circle": LineKind.BULLET, "Decimal": LineKind.NUMBER}


@dataclass
class Tag:
    """An element of the structure: parts are tags and text in their order."""

    kind: str
    language: str | None
    alternative: str | None
    attributes: dict[str, Any]
    parts: list[Tag | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text beneath, in the order of the tags."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def tags(self) -> list[Tag]:
        """The tags directly beneath."""
        return [part for part in self.parts if isinstance(part, Tag)]

    def every(self, kind: str) -> Iterator[Tag]:
        """All tags of a kind at any depth, in order."""
        for tag in self.tags:
            if tag.kind == kind:
                yield tag
            yield from tag.every(kind)


@dataclass(frozen=True)
class Facts:
    """What a PDF says about itself."""

    marked: bool
    language: str
    title: str
    shows_title: bool


def lines_in_pdf(file: bytes) -> tuple[Line, ...]:
    """The tagged text, line by line; what is not tagged, such as the footer, is not in it.

    Its tags do not tell a caption or a name from a paragraph: compare with `comparing.tagged`.
    """
    return tuple(line for tag in tag_tree(file).tags for line in _lines(tag))


def pages_of_pdf(file: bytes) -> list[str]:
    """The text of each page as it is shown, footer and list marks included."""
    with pypdfium2.PdfDocument(file) as opened:
        return [page.get_textpage().get_text_bounded() for page in opened]


def facts_of_pdf(file: bytes) -> Facts:
    """What the catalogue and the information of the file say."""
    with pdfplumber.open(io.BytesIO(file)) as opened:
        catalog = opened.doc.catalog
        return Facts(
            marked=bool(resolve1(catalog.get("MarkInfo", {})).get("Marked")),
            language=resolve1(catalog.get("Lang", b"")).decode(),
            title=opened.metadata.get("Title", ""),
            shows_title=bool(resolve1(catalog.get("ViewerPreferences", {})).get("DisplayDocTitle")),
        )


def tag_tree(file: bytes) -> Tag:
    """The tags of the file with the text that they mark."""
    with pdfplumber.open(io.BytesIO(file)) as opened:
        pages = {page.page_obj.pageid: number for number, page in enumerate(opened.pages)}
        root = resolve1(opened.doc.catalog["StructTreeRoot"])
        walk = _Walk(pages, _marked_text(file))
        return walk.tag(resolve1(_as_list(root["K"])[0]), page=None)


def _marked_text(file: bytes) -> dict[tuple[int, int], str]:
    """The text of each marked piece of content, by page and mark."""
    text: dict[tuple[int, int], str] = defaultdict(str)
    with pypdfium2.PdfDocument(file) as opened:
        for number, page in enumerate(opened):
            shown = page.get_textpage()
            for at in range(shown.count_chars()):
                if raw.FPDFText_IsGenerated(shown.raw, at):
                    continue  # a space or line break that only pdfium sees
                piece = raw.FPDFText_GetTextObject(shown.raw, at)
                mark = raw.FPDFPageObj_GetMarkedContentID(piece)
                character = chr(raw.FPDFText_GetUnicode(shown.raw, at))
                text[number, mark] += "-" if character == _HYPHEN_AT_LINE_END else character
    return text


class _Walk:
    """Follows the structure in its order, from page to page."""

    def __init__(self, pages: dict[int, int], marked: dict[tuple[int, int], str]) -> None:
        self._pages, self._marked = pages, marked

    def tag(self, element: dict[str, Any], page: int | None) -> Tag:
        page = self._page(element, page)
        found = Tag(
            kind=resolve1(element["S"]).name,
            language=_worded(element.get("Lang")),
            alternative=_worded(element.get("Alt")),
            attributes=_attributes(element),
        )
        for kid in _as_list(element.get("K")):
            content = resolve1(kid)
            if isinstance(content, int):
                found.parts.append(self._text(page, content))
            elif "S" in content:
                found.parts.append(self.tag(content, page))
            elif "MCID" in content:
                found.parts.append(self._text(self._page(content, page), content["MCID"]))
        return found

    def _page(self, element: dict[str, Any], page: int | None) -> int | None:
        reference = element.get("Pg")
        return self._pages[reference.objid] if isinstance(reference, PDFObjRef) else page

    def _text(self, page: int | None, mark: int) -> str:
        assert page is not None
        return self._marked.get((page, mark), "")


def _lines(tag: Tag, level: int = 0) -> Iterator[Line]:
    match tag.kind:
        case "Title":
            yield Line(LineKind.TITLE, 0, tag.text)
        case "P":
            yield Line(LineKind.PARAGRAPH, level, tag.text)
        case "H1" | "H2" | "H3" | "H4":
            yield Line(LineKind.HEADING, int(tag.kind[1]), tag.text)
        case "BlockQuote":
            for said in tag.tags:
                yield from _lines(said, level=1)
        case "L":
            yield from (line for item in tag.tags for line in _item(tag, item, level))
        case "Table":
            for cell in (cell for row in tag.every("TR") for cell in row.tags):
                kind = LineKind.HEADER_CELL if cell.kind == "TH" else LineKind.CELL
                yield Line(kind, 0, cell.text)
        case "Figure":
            return
        case other:
            raise AssertionError(f"Nobody expects the tag {other} here.")


def _item(found: Tag, item: Tag, level: int) -> Iterator[Line]:
    label, body = item.tags
    kind = _ITEM_KINDS.get(found.attributes["ListNumbering"])
    if kind:
        yield Line(kind, level, body.text)
    else:
        term = label.text.strip()
        assert term.endswith(":")
        yield Line(LineKind.TERM, 0, term[:-1])
        yield Line(LineKind.VALUE, 0, body.text)


def _attributes(element: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for owned in _as_list(element.get("A")):
        for name, value in resolve1(owned).items():
            plain = resolve1(value)
            found[name] = getattr(plain, "name", plain)
    return found


def _as_list(value: Any) -> list[Any]:
    plain = resolve1(value)
    if plain is None:
        return []
    return plain if isinstance(plain, list) else [value]


def _worded(value: Any) -> str | None:
    plain = resolve1(value)
    if plain is None:
        return None
    return plain.decode("utf-16" if plain.startswith(b"\xfe\xff") else "latin-1")
