"""Files of each kind with nothing hidden in them, made by other programs than the product."""

from __future__ import annotations

import io
import zlib
from functools import cache
from typing import Any

WORDS = "Every bag in the store was labelled and every shelf was counted."
HEADING = "What was done"


@cache
def docx() -> bytes:
    """A Word document of a heading, a paragraph and a table with a dark header."""
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import RGBColor

    document = Document()
    document.add_heading(HEADING, 1)
    document.add_paragraph(WORDS)
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("Store", "Bags", "North", "12"), strict=True):
        cell.text = words
    for cell in table.rows[0].cells:
        cell._tc.get_or_add_tcPr().append(
            parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="12436D"/>')
        )
        cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)
    return _saved(document.save)


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
