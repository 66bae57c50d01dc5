"""Files of each kind with nothing hidden in them: no line of the product makes them."""

from __future__ import annotations

import io
import zlib
from functools import cache
from typing import Any

from bench.hiding.packages import package_of

WORDS = "Every bag in the store was labelled and every shelf was counted."
HEADING = "What was done"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@cache
def docx() -> bytes:
    """A Word document of a heading, a paragraph and a table with a dark header, of few parts."""
    header = "".join(
        f'<w:tc><w:tcPr><w:shd w:val="clear" w:fill="12436D"/></w:tcPr><w:p><w:r><w:rPr>'
        f'<w:color w:val="FFFFFF"/></w:rPr><w:t>{words}</w:t></w:r></w:p></w:tc>'
        for words in ("Store", "Bags")
    )
    row = "".join(
        f"<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>" for words in ("North", "12")
    )
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r>'
        f"<w:t>{HEADING}</w:t></w:r></w:p><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>"
        f"<w:tbl><w:tr>{header}</w:tr><w:tr>{row}</w:tr></w:tbl><w:sectPr/>"
    )
    return package_of(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{_PACKAGE}/content-types">'
                '<Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                '<Override PartName="/word/document.xml" ContentType="application/vnd.'
                'openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
                '<Override PartName="/word/styles.xml" ContentType="application/vnd.'
                'openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
            ).encode(),
            "_rels/.rels": _relations(
                f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
                'Target="word/document.xml"/>'
            ),
            "docProps/core.xml": (
                f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties">'
                "</cp:coreProperties>"
            ).encode(),
            "word/document.xml": (
                f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
            ).encode(),
            "word/_rels/document.xml.rels": _relations(
                f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
            ),
            "word/styles.xml": (
                f'<w:styles xmlns:w="{_WORD}"><w:style w:type="paragraph" w:styleId="Heading1">'
                '<w:name w:val="heading 1"/></w:style></w:styles>'
            ).encode(),
            "word/settings.xml": f'<w:settings xmlns:w="{_WORD}"></w:settings>'.encode(),
        }
    )


def _relations(markup: str) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{markup}</Relationships>'.encode()


@cache
def odt() -> bytes:
    """An OpenDocument text of a heading and a paragraph."""
    from odfdo import Document, Header, Paragraph

    document = Document("text")
    document.body.clear()
    document.body.append(Header(1, HEADING))
    document.body.append(Paragraph(WORDS))
    return _saved(document.save)


@cache
def xlsx() -> bytes:
    """A workbook of two sheets."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        for name in ("Shown", "Other"):
            sheet = workbook.add_worksheet(name)
            sheet.write_row(0, 0, ("Store", "Bags", "Note"))
            sheet.write_row(1, 0, ("North", 12, "counted"))
    return file.getvalue()


@cache
def pdf() -> bytes:
    """A PDF of two pages with a picture, a link, a bookmark and words white on a dark bar."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, pageCompression=1)
    for number in (1, 2):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(72, 700, f"{WORDS} Page {number}.")
        canvas.setFillColorRGB(0.07, 0.26, 0.43)
        canvas.rect(72, 640, 300, 24, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(80, 648, HEADING)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawImage(ImageReader(io.BytesIO(jpeg())), 72, 500, 80, 60)
        canvas.bookmarkPage(f"page{number}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _picture() -> Any:
    from PIL import Image

    picture = Image.new("RGB", (80, 60), (18, 67, 109))
    for at in range(60):
        picture.putpixel((at, at), (244, 106, 37))
    return picture


@cache
def png() -> bytes:
    """A picture of a line."""
    return _saved(lambda file: _picture().save(file, "PNG"))


@cache
def jpeg() -> bytes:
    """The same picture as JPEG."""
    return _saved(lambda file: _picture().save(file, "JPEG", quality=92))


CONTROLS = {"docx": docx, "xlsx": xlsx, "pdf": pdf, "odt": odt, "png": png, "jpeg": jpeg}


def _saved(save: Any) -> bytes:
    file = io.BytesIO()
    save(file)
    return file.getvalue()


def packed(words: str) -> bytes:
    """Words as a zlib stream."""
    return zlib.compress(words.encode())
