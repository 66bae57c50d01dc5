"""Sets a source as a PDF with reportlab, in one of the house styles."""

from __future__ import annotations

import io
import re
from html import escape
from typing import Any

from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from composing.houses import HOUSES, House
from composing.markup import Piece, Source

RULE = HexColor("#8d99ae")


def set_pdf(source: Source) -> bytes:
    """The source as the bytes of a PDF; the same source gives the same bytes."""
    house = HOUSES[source.head["house"]]
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=house.page,
        invariant=1,
        title=source.head.get("file title", ""),
        author=source.head.get("file author", "invented"),
        subject="invented",
    )
    document.addPageTemplates(_templates(house, source.head))
    document.build(_story(source, house))
    return buffer.getvalue()


def _templates(house: House, head: dict[str, str]) -> list[PageTemplate]:
    width, height = house.page
    foot = house.margin + house.notes
    inner = height - house.margin - foot
    gap = 22
    across = (width - 2 * house.margin - gap * (house.columns - 1)) / house.columns
    frames = [
        Frame(house.margin + i * (across + gap), foot, across, inner, 0, 0, 0, 0)
        for i in range(house.columns)
    ]
    whole = Frame(house.margin, foot, width - 2 * house.margin, inner, 0, 0, 0, 0)

    def furniture(canvas: Any, document: BaseDocTemplate) -> None:
        _running_lines(canvas, document.page, house, head)

    def notes(canvas: Any, _: BaseDocTemplate) -> None:
        _foot_of_page(canvas, house)

    body = PageTemplate("body", frames, onPage=furniture, onPageEnd=notes)
    if head.get("cover") == "yes":
        return [PageTemplate("cover", [whole], onPageEnd=notes), body]
    return [body]


def _running_lines(canvas: Any, page: int, house: House, head: dict[str, str]) -> None:
    width, height = house.page
    canvas.setFont(house.font, 8)
    canvas.setFillColor(HexColor("#444444"))
    for key, y in (("header", height - house.margin + 18), ("footer", house.margin - 26)):
        left, _, right = head.get(key, "").replace("{page}", str(page)).partition(" || ")
        canvas.drawString(house.margin, y, left.strip())
        canvas.drawRightString(width - house.margin, y, right.strip())
    canvas.setFillColor(HexColor("#000000"))


class Footnote(Flowable):  # type: ignore[misc]
    """Takes no room where it stands; its words go to the foot of that page."""

    def __init__(self, paragraph: Paragraph) -> None:
        super().__init__()
        self.paragraph = paragraph

    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.pending_notes = [*getattr(self.canv, "pending_notes", []), self.paragraph]


def _foot_of_page(canvas: Any, house: House) -> None:
    pending = getattr(canvas, "pending_notes", [])
    if not pending:
        return
    width = house.page[0] - 2 * house.margin
    y = house.margin + house.notes - 12
    canvas.setStrokeColor(RULE)
    canvas.line(house.margin, y, house.margin + 120, y)
    for paragraph in pending:
        _, height = paragraph.wrap(width, house.notes)
        y -= height + 2
        paragraph.drawOn(canvas, house.margin, y)
    canvas.pending_notes = []


def _story(source: Source, house: House) -> list[Flowable]:
    story: list[Flowable] = [NextPageTemplate("body")]
    for piece in source.pieces:
        story += _flowables(piece, house)
    return story


def _flowables(piece: Piece, house: House) -> list[Flowable]:
    match piece.kind:
        case "break":
            return [PageBreak()]
        case "gap":
            return [Spacer(1, piece.level)]
        case "table":
            return [_ruled_table(piece, house), Spacer(1, 10)]
        case "panel":
            return [Spacer(1, 6), _panel(piece, house), Spacer(1, 10)]
        case "footnote":
            style = ParagraphStyle("note", fontName=house.font, fontSize=8, leading=10)
            return [
                Footnote(Paragraph(f"<super>{piece.label}</super> {_inline(piece.text)}", style))
            ]
        case _:
            return [_paragraph(piece, house)]


def _paragraph(piece: Piece, house: House) -> Paragraph:
    text = _inline(_hyphenated(piece.text) if house.hyphenated else piece.text)
    match piece.kind:
        case "title":
            return Paragraph(_inline(piece.text), _style(house, 24, bold=True, after=16))
        case "heading":
            size = {1: 17.0, 2: 13.0}.get(piece.level, house.size)
            return Paragraph(_inline(piece.text), _style(house, size, bold=True, before=10))
        case "bullet":
            indent = house.hanging + 14 * (piece.level - 1)
            style = _style(house, indent=indent, hang=12)
            return Paragraph(text, style, bulletText=house.bullet if piece.level == 1 else "\u25e6")
        case "numbered":
            return (
                Paragraph(
                    text,
                    _style(house, indent=house.hanging, hang=house.hanging),
                    bulletText=piece.label,
                )
                if len(piece.label) < 6
                else Paragraph(f"<b>{escape(piece.label)}</b> {text}", _style(house))
            )
        case _:
            return Paragraph(text, _style(house))


def _style(
    house: House,
    size: float | None = None,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 6,
    indent: float = 0,
    hang: float = 0,
) -> ParagraphStyle:
    size = size or house.size
    return ParagraphStyle(
        "set",
        fontName=house.bold if bold else house.font,
        fontSize=size,
        leading=house.leading * size / house.size if bold else house.leading,
        alignment=TA_JUSTIFY if house.justified and not bold else TA_LEFT,
        textColor=house.ink if bold else HexColor("#000000"),
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        bulletIndent=indent - hang,
        bulletFontName=house.font,
        bulletFontSize=size,
        keepWithNext=1 if bold else 0,
        embeddedHyphenation=1,
    )


def _panel(piece: Piece, house: House) -> Table:
    width = (house.page[0] - 2 * house.margin - 22 * (house.columns - 1)) / house.columns
    rows = [[_paragraph(inner, house)] for inner in piece.pieces]
    commands: list[tuple[Any, ...]] = [
        ("BACKGROUND", (0, 0), (-1, -1), house.panel),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("RIGHTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    if house.panel_head and piece.pieces[0].kind == "heading":
        head = ParagraphStyle("head", fontName=house.bold, fontSize=12, leading=16, textColor=white)
        rows[0] = [Paragraph(_inline(piece.pieces[0].text), head)]
        commands.append(("BACKGROUND", (0, 0), (-1, 0), house.panel_head))
    if house.framed:
        commands.append(("BOX", (0, 0), (-1, -1), 1.2, house.ink))
    return Table(rows, colWidths=[width], style=commands)


def _ruled_table(piece: Piece, house: House) -> Table:
    width = (house.page[0] - 2 * house.margin - 22 * (house.columns - 1)) / house.columns
    cell = ParagraphStyle(
        "cell", fontName=house.font, fontSize=house.size - 1, leading=house.leading - 2
    )
    head = ParagraphStyle("head", parent=cell, fontName=house.bold)
    rows = [
        [Paragraph(_inline(text), cell if index else head) for text in row]
        for index, row in enumerate(piece.rows)
    ]
    return Table(
        rows,
        colWidths=[width * share / 100 for share in piece.widths],
        repeatRows=1,
        style=[
            ("GRID", (0, 0), (-1, -1), 0.6, RULE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (-1, 0), house.panel),
        ],
    )


def _inline(text: str) -> str:
    text = escape(text, quote=False).replace("&lt;br&gt;", "<br/>")
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"(?<!:)//(.+?)//", r"<i>\1</i>", text)
    return re.sub(r"\^\^(.+?)\^\^", r"<super>\1</super>", text)


def _hyphenated(text: str) -> str:
    """Soft hyphens in long words, so that narrow justified columns break them."""

    def parted(match: re.Match[str]) -> str:
        return re.sub(r"(?<=[a-z]{3})([bcdfgklmnprstv])(?=[aeiou][a-z]{3})", "\u00ad\\1", match[0])

    return re.sub(r"\b[a-z]{9,}\b", parted, text)
