"""A document as a Word file (DOCX), with real headings, lists, links and table headers.

The package starts from the small parts in `docx_parts/`, not from the template of python-docx, so
it names no program, no person and no time of making. Roles are styles: what a heading, a quotation
or a term is can be read by a program and restyled by hand.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as Package
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

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
    plain,
)
from answerable.writing.brand import UNBRANDED, Brand, Logo
from answerable.writing.columns import column_shares
from answerable.writing.packing import filled, packed, unpacked
from answerable.writing.words import day_of_making, language_and_country, origin, page_of

_PARTS = Path(__file__).parent / "docx_parts"
_CONTENT_TYPES = "[Content_Types].xml"
_TEXT_WIDTH = 9070
"""The width between the margins, in twentieths of a point."""
_FIELD = (
    '</w:t></w:r><w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve">'
)
_PLAIN_NUMBERS, _QUOTED_NUMBERS = "2", "3"
"""The definitions of numbered lists in `word/numbering.xml`."""


def to_docx(document: WrittenDocument, *, brand: Brand = UNBRANDED) -> bytes:
    """The document as a whole DOCX file; the same document and brand give the same bytes.

    Args:
        document: what to write.
        brand: the colour and logo of the office; not part of what is signed.
    """
    parts = _parts(document, brand)
    package = Document(io.BytesIO(packed(parts, first=_CONTENT_TYPES)))
    writer = _Writer(package)
    elements = [*writer.opening(document, brand.logo)]
    for block in document.blocks:
        elements.extend(writer.block(block))
    if document.blocks and isinstance(document.blocks[-1], Table):
        elements.append(_element("w:p"))  # Word wants a paragraph between a table and the end
    end_of_section = package.element.body[-1]
    for element in elements:
        end_of_section.addprevious(element)
    file = io.BytesIO()
    package.save(file)
    return packed(unpacked(file.getvalue()), first=_CONTENT_TYPES)


def _parts(document: WrittenDocument, brand: Brand) -> dict[str, bytes]:
    fields = {"page": _FIELD.format("PAGE"), "total": _FIELD.format("NUMPAGES")}
    return filled(
        _PARTS,
        words={
            "title": document.title,
            "author": document.author_body,
            "notice": document.notice or "",
        },
        markup={
            "tag": _tag(document.language),
            "day": day_of_making(document).isoformat(),
            "page_of": escape(page_of(document.language)).format(**fields),
            "accent": (brand.colour or "#000000").lstrip("#").upper(),
            "rule": "single" if brand.colour else "nil",
        },
    )


class _Writer:
    """Makes the elements of the body; the package keeps links, pictures and numbered lists."""

    def __init__(self, package: Package) -> None:
        self._package = package

    def opening(self, document: WrittenDocument, logo: Logo | None) -> Iterator[BaseOxmlElement]:
        if logo:
            yield self._picture(logo)
        if document.notice:
            yield self._line("Notice", document.notice)
        yield self._line("Title", document.title)
        if document.subtitle:
            yield self._line("Subtitle", document.subtitle)
        yield self._line("Origin", origin(document))

    def block(self, block: Block, *, quoted: bool = False) -> Iterator[BaseOxmlElement]:
        match block:
            case Heading(level, text, language):
                yield self._paragraph(f"Heading{level}", (Run(text, language=language),))
            case Paragraph(runs):
                yield self._paragraph("Quote" if quoted else None, runs)
            case BulletList(items):
                style = "QuoteBullet" if quoted else "ListBullet"
                yield from (self._paragraph(style, item) for item in items)
            case NumberedList(items):
                style = "QuoteNumber" if quoted else "ListNumber"
                number = self._new_numbers(_QUOTED_NUMBERS if quoted else _PLAIN_NUMBERS)
                yield from (self._paragraph(style, item, numbers=number) for item in items)
            case Table():
                yield self._line("Caption", block.caption)
                yield self._table(block)
            case Quotation(by, blocks):
                yield self._line("QuotedBy", by)
                for said in blocks:
                    yield from self.block(said, quoted=True)
            case SideBySide(first, second):
                for said in (*first, *second):
                    yield from self.block(said)
            case SummaryList(pairs):
                yield from (self._fact(term, value) for term, value in pairs)

    def _line(self, style: str, text: str) -> BaseOxmlElement:
        return self._paragraph(style, plain(text))

    def _paragraph(
        self, style: str | None, runs: Runs, *, numbers: str | None = None
    ) -> BaseOxmlElement:
        properties = []
        if style:
            properties.append(_element("w:pStyle", val=style))
        if numbers:
            level, number = _element("w:ilvl", val="0"), _element("w:numId", val=numbers)
            properties.append(_element("w:numPr", level, number))
        start = [_element("w:pPr", *properties)] if properties else []
        return _element("w:p", *start, *(self._run(run) for run in runs))

    def _fact(self, term: str, value: Runs) -> BaseOxmlElement:
        paragraph = self._paragraph("Fact", value)
        term_run = _run(f"{term}:", [_element("w:rStyle", val="Term")])
        paragraph[0].addnext(term_run)
        term_run.addnext(_run(" ", []))
        return paragraph

    def _run(self, run: Run) -> BaseOxmlElement:
        properties = []
        if run.link:
            properties.append(_element("w:rStyle", val="Hyperlink"))
        if run.strong:
            properties += [_element("w:b"), _element("w:bCs")]
        if run.emphasis:
            properties += [_element("w:i"), _element("w:iCs")]
        if run.language:
            properties.append(_element("w:lang", val=_tag(run.language)))
        written = _run(run.text, properties)
        return self._linked(written, run.link) if run.link else written

    def _linked(self, run: BaseOxmlElement, address: str) -> BaseOxmlElement:
        link = _element("w:hyperlink", run)
        link.set(
            qn("r:id"),
            self._package.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
        )
        return link

    def _new_numbers(self, definition: str) -> str:
        """The id of numbers that start at 1 again: each list counts for itself."""
        numbering = self._package.part.numbering_part.element
        number = str(len(numbering.findall(qn("w:num"))) + 1)
        start = _element("w:lvlOverride", _element("w:startOverride", val="1"), ilvl="0")
        numbering.append(
            _element("w:num", _element("w:abstractNumId", val=definition), start, numId=number)
        )
        return number

    def _table(self, table: Table) -> BaseOxmlElement:
        widths = [str(int(share * _TEXT_WIDTH)) for share in column_shares(table)]
        properties = _element(
            "w:tblPr",
            _element("w:tblStyle", val="RuledTable"),
            _element("w:tblW", w="5000", type="pct"),
            _element("w:tblLook", val="0020", firstRow="1", noHBand="1", noVBand="1"),
            _element("w:tblCaption", val=table.caption),
        )
        grid = _element("w:tblGrid", *(_element("w:gridCol", w=width) for width in widths))
        header = self._row("TableHeading", table.header, widths, _element("w:tblHeader"))
        rows = (self._row("TableContents", row, widths) for row in table.rows)
        return _element("w:tbl", properties, grid, header, *rows)

    def _row(
        self, style: str, cells: Iterable[str], widths: list[str], *properties: BaseOxmlElement
    ) -> BaseOxmlElement:
        row = _element("w:tr", _element("w:trPr", _element("w:cantSplit"), *properties))
        for text, width in zip(cells, widths, strict=True):
            cell_width = _element("w:tcPr", _element("w:tcW", w=width, type="dxa"))
            row.append(_element("w:tc", cell_width, self._line(style, text)))
        return row

    def _picture(self, logo: Logo) -> BaseOxmlElement:
        width, height = logo.size_mm
        inline = self._package.part.new_pic_inline(
            io.BytesIO(logo.picture), width=Mm(width), height=Mm(height)
        )
        inline.docPr.set("descr", logo.alternative)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        return _element("w:p", _element("w:r", _element("w:drawing", inline)))


def _element(tag: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag, {qn(f"w:{name}"): value for name, value in attributes.items()})
    element.extend(children)
    return element


def _run(text: str, properties: list[BaseOxmlElement]) -> BaseOxmlElement:
    run = _element("w:r", *([_element("w:rPr", *properties)] if properties else []))
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(_element("w:br"))
        words = _element("w:t")
        words.text = line
        words.set(qn("xml:space"), "preserve")
        run.append(words)
    return run


def _tag(language: str) -> str:
    return "-".join(part for part in language_and_country(language) if part)
