"""House styles of the PDF documents: each stands for an author with a way of setting pages."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, landscape


@dataclass(frozen=True)
class House:
    """How pages, headings and panels of one author look."""

    font: str = "Helvetica"
    size: float = 10.5
    leading: float = 14.5
    justified: bool = False
    columns: int = 1
    hyphenated: bool = False
    page: tuple[float, float] = A4
    margin: float = 62
    ink: Color = HexColor("#1d3557")  # noqa: RUF009
    panel: Color = HexColor("#dbe9f4")  # noqa: RUF009
    panel_head: Color | None = None
    framed: bool = False
    notes: float = 0
    """Points kept free at the foot of a page for footnotes."""
    bullet: str = "\u2022"
    hanging: float = 26

    @property
    def bold(self) -> str:
        return "Times-Bold" if self.font == "Times-Roman" else f"{self.font}-Bold"


HOUSES = {
    "slate": House(),
    "ledger": House(font="Times-Roman", size=11.5, leading=15, justified=True, bullet="\u2013"),
    "column": House(
        font="Times-Roman",
        size=9.8,
        leading=12.2,
        justified=True,
        columns=2,
        hyphenated=True,
        margin=48,
        ink=HexColor("#5a1846"),
        hanging=20,
    ),
    "bright": House(
        size=10,
        leading=13.5,
        panel=HexColor("#fde9d9"),
        panel_head=HexColor("#b7410e"),
        ink=HexColor("#b7410e"),
    ),
    "frame": House(size=11, leading=15, framed=True, panel=HexColor("#ffffff"), bullet="\u25aa"),
    "letter": House(size=11, leading=15, margin=76, ink=HexColor("#000000")),
    "landscape": House(size=12, leading=17, page=landscape(A4), margin=36),
    "scholar": House(
        font="Times-Roman",
        size=11,
        leading=14,
        justified=True,
        hyphenated=True,
        notes=92,
        ink=HexColor("#222222"),
        hanging=34,
    ),
    "fire": House(
        size=10.5,
        leading=14,
        panel=HexColor("#f4e1e6"),
        panel_head=HexColor("#7a0c2e"),
        ink=HexColor("#7a0c2e"),
        bullet="\u2022",
    ),
}
