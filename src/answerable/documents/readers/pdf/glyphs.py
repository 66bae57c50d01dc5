"""The words of a PDF page with their places and fonts, as PDFium finds them."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2.raw as pdfium

from answerable.documents.readers.pdf.turning import Turning

_GAP: Final = 0.9
"""Share of the font size: a wider gap on a line parts two fragments."""
_WORD_GAP: Final = 0.16
_RAISED: Final = 0.25
_INVISIBLE: Final = 3
_STROKED: Final = (1, 2, 5, 6)
_ITALIC_FLAG: Final = 1 << 6
_FORCE_BOLD_FLAG: Final = 1 << 18
_BOLD_WEIGHT: Final = 600
_BOLD_NAMES: Final = ("bold", "black", "heavy", "semibd", "demi")
_SMALLEST: Final = 1.5
_SPELLED: Final = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st", "\x02": "-", "\ufffe": "-", "\x00": "", "\ufffd": "",
    "\uffff": "", "\x03": " ", "\x07": " ", "\xa0": " ", "\t": " ",
}  # fmt: skip


@dataclass(slots=True)
class Fragment:
    """Words side by side on one line without a wide gap; measured from the top left, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    white: bool = False

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Face:
    """How the characters of one text object are set."""

    size: float
    bold: bool
    italic: bool
    angle: int
    invisible: bool
    white: bool


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What stands on one page."""

    fragments: list[Fragment]
    turning: Turning
    turned_away: int
    """Characters dropped because they stand across the page's direction."""
    invisible: int
    """Characters set to be invisible, or too small to see."""


def glyphs_of(page: Any, *, keep_invisible: bool = False) -> Glyphs:
    """The fragments of a page in the order of the file.

    Args:
        page: a `pypdfium2.PdfPage`.
        keep_invisible: also characters that are set to be invisible, as text recognition does
            behind the picture of a page.
    """
    textpage = page.get_textpage()
    try:
        return _Gathering(page, textpage.raw, keep_invisible=keep_invisible).result()
    finally:
        textpage.close()


@dataclass(slots=True)
class _Char:
    text: str
    left: float
    bottom: float
    right: float
    top: float
    face: Face


class _Gathering:
    def __init__(self, page: Any, textpage: Any, *, keep_invisible: bool) -> None:
        self._page = page
        self._textpage = textpage
        self._keep_invisible = keep_invisible
        self._faces: dict[int, Face] = {}

    def result(self) -> Glyphs:
        runs = self._runs()
        angles = Counter[int]()
        for face, chars in runs:
            angles[face.angle] += len(chars)
        angle = angles.most_common(1)[0][0] if angles else 0
        turning = Turning.of(self._page, angle)
        fragments: list[Fragment] = []
        away = invisible = 0
        for face, chars in runs:
            printed = sum(1 for char in chars if not char[0].isspace())
            if face.angle != angle:
                away += printed
            elif (face.invisible and not self._keep_invisible) or face.size < _SMALLEST:
                invisible += printed
            else:
                _append(fragments, face, chars, turning)
        kept = [fragment for fragment in fragments if fragment.text.strip()]
        inside = [fragment for fragment in kept if turning.holds(fragment.left, fragment.middle)]
        return Glyphs(inside, turning, away, invisible)

    def _runs(self) -> list[tuple[Face, list[tuple[str, float, float, float, float]]]]:
        """Characters with their boxes (left, bottom, right, top), parted where the face changes."""
        unicode_of, object_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetTextObject
        box_of = pdfium.FPDFText_GetLooseCharBox
        textpage, box = self._textpage, pdfium.FS_RECTF()
        reference = ctypes.byref(box)
        runs: list[tuple[Face, list[tuple[str, float, float, float, float]]]] = []
        face: Face | None = None
        chars: list[tuple[str, float, float, float, float]] = []
        before = 0
        for index in range(pdfium.FPDFText_CountChars(textpage)):
            code = unicode_of(textpage, index)
            if code in (10, 13):
                continue
            handle = object_of(textpage, index)
            address = ctypes.cast(handle, ctypes.c_void_p).value or 0
            if address and address != before:
                before = address
                new = self._face(address, handle, index)
                if new is not face:
                    face, chars = new, []
                    runs.append((face, chars))
            if face is None or not box_of(textpage, index, reference):
                continue
            text = chr(code)
            chars.append((_SPELLED.get(text, text), box.left, box.bottom, box.right, box.top))
        return runs

    def _face(self, address: int, handle: Any, index: int) -> Face:
        if address not in self._faces:
            self._faces[address] = self._face_at(handle, index)
        return self._faces[address]

    def _face_at(self, handle: Any, index: int) -> Face:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._textpage, index, ctypes.byref(matrix))
        size = pdfium.FPDFText_GetFontSize(self._textpage, index)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        degrees = math.degrees(math.atan2(matrix.b, matrix.a))
        name, flags = self._font(index)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        weight = pdfium.FPDFText_GetFontWeight(self._textpage, index)
        lowered = name.lower()
        return Face(
            size=round(size * scale, 1),
            bold=weight >= _BOLD_WEIGHT
            or bool(flags & _FORCE_BOLD_FLAG)
            or any(word in lowered for word in _BOLD_NAMES)
            or mode in _STROKED,
            italic=bool(flags & _ITALIC_FLAG) or "italic" in lowered or "oblique" in lowered,
            angle=round(degrees / 90) * 90 % 360 if abs(degrees / 90 % 1 - 0.5) > 0.4 else 45,
            invisible=mode == _INVISIBLE,
            white=_is_white(handle),
        )

    def _font(self, index: int) -> tuple[str, int]:
        flags = ctypes.c_int()
        buffer = ctypes.create_string_buffer(128)
        pdfium.FPDFText_GetFontInfo(self._textpage, index, buffer, len(buffer), ctypes.byref(flags))
        return buffer.value.decode("latin-1"), max(0, flags.value)


def _is_white(handle: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    told = pdfium.FPDFPageObj_GetFillColor(handle, *map(ctypes.byref, (red, green, blue, alpha)))
    pale = 250
    return bool(told) and (min(red.value, green.value, blue.value) >= pale or alpha.value == 0)


def _append(
    fragments: list[Fragment],
    face: Face,
    chars: list[tuple[str, float, float, float, float]],
    turning: Turning,
) -> None:
    """Adds characters to the last fragment, or starts new ones where they stand apart."""
    upright = turning.is_plain
    for text, *edges in chars:
        left, top, right, bottom = (
            turning.upright(*edges)
            if not upright
            else (
                edges[0] - turning.left,
                turning.top - edges[3],
                edges[2] - turning.left,
                turning.top - edges[1],
            )
        )
        last = fragments[-1] if fragments else None
        if last is not None and _follows(last, face, left, top, bottom):
            gap = left - last.right
            if text == " " or not text:
                if not last.text.endswith(" "):
                    last.text += " "
                continue
            if gap > _WORD_GAP * face.size and not last.text.endswith(" "):
                last.text += " "
            last.text += text
            last.right = max(last.right, right)
            last.top, last.bottom = min(last.top, top), max(last.bottom, bottom)
        elif text.strip():
            fragments.append(
                Fragment(text, left, top, right, bottom, bottom, face.size, face.bold,
                         face.italic, face.white)
            )  # fmt: skip


def _follows(last: Fragment, face: Face, left: float, top: float, bottom: float) -> bool:
    """Whether a character goes on where the last fragment ended."""
    if last.bold != face.bold or abs(last.size - face.size) > _RAISED or last.white != face.white:
        return False
    if last.italic != face.italic:
        return False
    if abs((top + bottom) / 2 - last.middle) > _RAISED * face.size:
        return False
    return -face.size < left - last.right < _GAP * face.size
