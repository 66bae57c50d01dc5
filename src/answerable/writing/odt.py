"""A document as an OpenDocument text (ODT), with real headings, lists, links and table headers.

The package starts from the small parts in `odt_parts/`, not from the template of odfdo, so it names
no program, no person and no time of making; it is put together here, because odfdo stamps what it
saves. The text is built as one tree that odfdo reads once: each element that odfdo makes by itself
costs the parsing of a piece of XML.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, tostring
from xml.sax.saxutils import escape

from odfdo import Document as Package
from odfdo import Element as OdfElement

from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Run,
    Runs,
    SideBySide,
    SummaryList,
    Table,
    WrittenDocument,
)
from answerable.writing.brand import UNBRANDED, Brand, Logo
from answerable.writing.columns import column_shares
from answerable.writing.packing import filled, packed
from answerable.writing.tree import put
from answerable.writing.words import day_of_making, language_and_country, origin, page_of

_PARTS = Path(__file__).parent / "odt_parts"
_CONTENT, _MIMETYPE, _LOGO = "content.xml", "mimetype", "Pictures/logo.png"
_TEXT_WIDTH_CM = 16
_NO_COUNTRY = "none"
_COUNTED = re.compile(r"(\n|^ +| +$| {2,})", re.MULTILINE)
"""Line breaks, and spaces that stand at an edge or in a row."""
_FIELDS = {
    "page": '<text:page-number text:select-page="current">1</text:page-number>',
    "total": "<text:page-count>1</text:page-count>",
}
_LOGO_ENTRY = (
    f'  <manifest:file-entry manifest:full-path="{_LOGO}" manifest:media-type="image/png"/>\n'
)


def to_odt(document: WrittenDocument, *, brand: Brand = UNBRANDED) -> bytes:
    """The document as a whole ODT file; the same document and brand give the same bytes.

    Args:
        document: what to write.
        brand: the colour and logo of the office; not part of what is signed.
    """
    parts = _parts(document, brand)
    content = Package(io.BytesIO(_packed(parts))).content
    writer = _Writer()
    elements = [*writer.opening(document, brand.logo)]
    for block in document.blocks:
        elements.extend(writer.block(block))
    (automatic,) = content.get_elements("//office:automatic-styles")
    automatic.extend(_read_by_odfdo(writer.styles()))
    content.body.extend(_read_by_odfdo(elements))
    parts[_CONTENT] = content.serialize()
    if brand.logo:
        parts[_LOGO] = brand.logo.picture
    return _packed(parts)


def _read_by_odfdo(elements: Iterable[Element]) -> list[OdfElement]:
    tree = _element("office:text", *elements)
    return OdfElement.from_tag(tostring(tree, encoding="unicode")).children


def _packed(parts: dict[str, bytes]) -> bytes:
    return packed(parts, first=_MIMETYPE, first_is_stored=True)


def _parts(document: WrittenDocument, brand: Brand) -> dict[str, bytes]:
    language, country = language_and_country(document.language)
    return filled(
        _PARTS,
        words={
            "title": document.title,
            "author": document.author_body,
            "notice": document.notice or "",
        },
        markup={
            "tag": f"{language}-{country}" if country else language,
            "language": language,
            "country": country or _NO_COUNTRY,
            "day": day_of_making(document).isoformat(),
            "page_of": escape(page_of(document.language)).format(**_FIELDS),
            "accent": brand.colour or "#000000",
            "rule": f"2.25pt solid {brand.colour}" if brand.colour else "none",
            "pictures": _LOGO_ENTRY if brand.logo else "",
        },
    )


class _Writer:
    """Makes the elements of the text, and remembers which ways of setting words they need."""

    def __init__(self) -> None:
        self._settings: dict[tuple[tuple[str, str], ...], str] = {}
        self._columns: list[Element] = []
        self._tables = 0

    def opening(self, document: WrittenDocument, logo: Logo | None) -> Iterator[Element]:
        if logo:
            yield _picture(logo)
        if document.notice:
            yield _line("Notice", document.notice)
        yield _line("Title", document.title)
        if document.subtitle:
            yield _line("Subtitle", document.subtitle)
        yield _line("Origin", origin(document))

    def block(self, block: Block, *, quoted: bool = False) -> Iterator[Element]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph(runs):
                yield self._paragraph("Quotations" if quoted else "Text_20_body", runs)
            case BulletList(items):
                yield self._list("Bullets", items, quoted=quoted)
            case NumberedList(items):
                yield self._list("Numbers", items, quoted=quoted)
            case Table():
                yield _line("Caption", block.caption)
                yield self._table(block)
            case Quotation(by, blocks):
                yield _line("Quoted_20_By", by)
                for said in blocks:
                    yield from self.block(said, quoted=True)
            case SideBySide(first, second):
                for said in (*first, *second):
                    yield from self.block(said)
            case SummaryList(pairs):
                yield from (self._fact(term, value) for term, value in pairs)

    def styles(self) -> Iterator[Element]:
        """The automatic styles that the elements made so far refer to."""
        for setting, name in self._settings.items():
            properties = _element("style:text-properties", **dict(setting))
            yield _element("style:style", properties, style__name=name, style__family="text")
        yield from self._columns

    def _heading(self, heading: Heading) -> Element:
        return _element(
            "text:h",
            *self._run(Run(heading.text, language=heading.language)),
            text__style_name=f"Heading_20_{heading.level}",
            text__outline_level=str(heading.level),
        )

    def _paragraph(self, style: str, runs: Runs) -> Element:
        return _styled("text:p", style, *self._set(runs))

    def _fact(self, term: str, value: Runs) -> Element:
        name = _styled("text:span", "Term", *_written(f"{term}: "))
        return _styled("text:p", "Fact", name, *self._set(value))

    def _list(self, style: str, items: Iterable[Runs], *, quoted: bool) -> Element:
        words = "Quoted_20_Item" if quoted else "Text_20_body"
        entries = (_element("text:list-item", self._paragraph(words, item)) for item in items)
        return _styled("text:list", f"Quoted_20_{style}" if quoted else style, *entries)

    def _set(self, runs: Runs) -> Iterator[Element | str]:
        for run in runs:
            yield from self._run(run)

    def _run(self, run: Run) -> Iterable[Element | str]:
        words: Iterable[Element | str] = _written(run.text)
        if style := self._style_of(run):
            words = [_styled("text:span", style, *words)]
        if run.link:
            address = {"xlink__type": "simple", "xlink__href": run.link}
            words = [_styled("text:a", "Internet_20_link", *words, **address)]
        return words

    def _style_of(self, run: Run) -> str | None:
        setting = tuple(_setting(run).items())
        if not setting:
            return None
        return self._settings.setdefault(setting, f"Words{len(self._settings) + 1}")

    def _table(self, table: Table) -> Element:
        self._tables += 1
        name = f"Table{self._tables}"
        columns = [
            self._column(f"{name}Column{number}", share)
            for number, share in enumerate(column_shares(table), start=1)
        ]
        header = _element("table:table-header-rows", _row("Heading", table.header))
        return _element(
            "table:table",
            *columns,
            header,
            *(_row("Contents", row) for row in table.rows),
            table__name=name,
            table__style_name="Ruled",
        )

    def _column(self, name: str, share: float) -> Element:
        width = _element(
            "style:table-column-properties", style__column_width=f"{share * _TEXT_WIDTH_CM:.3f}cm"
        )
        self._columns.append(
            _element("style:style", width, style__name=name, style__family="table-column")
        )
        return _element("table:table-column", table__style_name=name)


def _line(style: str, text: str) -> Element:
    return _styled("text:p", style, *_written(text))


def _row(role: str, cells: Iterable[str]) -> Element:
    written = (
        _element(
            "table:table-cell",
            _line(f"Table_20_{role}", text),
            office__value_type="string",
            table__style_name=f"Ruled{role}",
        )
        for text in cells
    )
    return _element("table:table-row", *written)


def _written(text: str) -> Iterator[Element | str]:
    """The text with marks for line breaks and for spaces that would else count for nothing."""
    for piece in _COUNTED.split(text):
        if piece == "\n":
            yield _element("text:line-break")
        elif piece and not piece.strip(" "):
            yield _element("text:s", text__c=str(len(piece)))
        elif piece:
            yield piece


def _setting(run: Run) -> dict[str, str]:
    """The properties of words set alike, also for the scripts that ODF keeps apart."""
    properties: dict[str, str] = {}
    for script in ("", "_asian", "_complex"):
        family = "style" if script else "fo"
        if run.strong:
            properties[f"{family}__font_weight{script}"] = "bold"
        if run.emphasis:
            properties[f"{family}__font_style{script}"] = "italic"
    if run.language:
        language, country = language_and_country(run.language)
        properties |= {"fo__language": language, "fo__country": country or _NO_COUNTRY}
    return properties


def _picture(logo: Logo) -> Element:
    width, height = logo.size_mm
    frame = _element(
        "draw:frame",
        _element(
            "draw:image",
            xlink__href=_LOGO,
            xlink__type="simple",
            xlink__show="embed",
            xlink__actuate="onLoad",
        ),
        _element("svg:desc", logo.alternative),
        draw__name="Logo",
        draw__style_name="Logo",
        text__anchor_type="as-char",
        svg__width=f"{width}mm",
        svg__height=f"{height}mm",
    )
    return _styled("text:p", "Text_20_body", frame)


def _styled(tag: str, style: str, *children: Element | str, **attributes: str) -> Element:
    return _element(tag, *children, text__style_name=style, **attributes)


def _element(tag: str, *children: Element | str, **attributes: str) -> Element:
    """An element; `style__name` is the attribute `style:name`."""
    element = Element(
        tag,
        {name.replace("__", ":").replace("_", "-"): value for name, value in attributes.items()},
    )
    put(element, children)
    return element
