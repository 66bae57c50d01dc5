"""The words of a PDF page with their places and faces, as PDFium finds them."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2.raw as pdfium

from answerable.documents.readers.pdf.faces import Face, face_at

_WORD: Final = re.compile(r"[^\s\x00]+")
_SPELLED: Final = str.maketrans(
    {
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
        "\ufb05": "st", "\ufb06": "st", "\x02": "-", "\ufffe": "-", "\ufffd": "", "\uffff": "",
        "\ufeff": "", "\u200b": "",
    }
)  # fmt: skip
_LONGEST_REFERENCE: Final = 4
_RAISED: Final = 0.18
_LAST_CHARACTER: Final = 0x10FFFF

_object_of: Final = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""PDFium's function with a plain number as its result: three times as fast in a loop."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or the part of one that is set in one way, in the page's own coordinates."""

    text: str
    face: Face
    left: float
    bottom: float
    right: float
    top: float
    spaced: bool
    """Whether a space stands before it."""


def words_of(page: Any) -> list[Word]:
    """The words of a `pypdfium2.PdfPage` in the order of the file."""
    textpage = page.get_textpage()
    try:
        return list(_words(textpage.raw))
    finally:
        textpage.close()


def direction_of(words: list[Word]) -> int:
    """The angle at which most of the text runs, in degrees anticlockwise."""
    angles = Counter[int]()
    for word in words:
        angles[word.face.angle] += len(word.text)
    return angles.most_common(1)[0][0] if angles else 0


def _words(textpage: Any) -> Iterator[Word]:
    faces: dict[int, Face] = {}
    box = pdfium.FS_RECTF()
    reference = ctypes.byref(box)
    before = -1
    for found in _WORD.finditer(_text(textpage)):
        spaced = found.start() != before
        before = found.end()
        for start, end in _same_object(textpage, found.start(), found.end()):
            address = _object_of(textpage, start) or 0
            face = faces.get(address)
            if face is None:
                handle = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
                face = faces[address] = face_at(textpage, handle, start)
            if not pdfium.FPDFText_GetLooseCharBox(textpage, start, reference):
                continue
            if start > found.start() and _refers_to_note(textpage, start, end, face):
                continue
            left, bottom, right, top = box.left, box.bottom, box.right, box.top
            if end - start > 1 and pdfium.FPDFText_GetLooseCharBox(textpage, end - 1, reference):
                left, bottom = min(left, box.left), min(bottom, box.bottom)
                right, top = max(right, box.right), max(top, box.top)
            text = found[0][start - found.start() : end - found.start()].translate(_SPELLED)
            if text:
                yield Word(text, face, left, bottom, right, top, spaced)
            spaced = False


def _refers_to_note(textpage: Any, start: int, end: int, face: Face) -> bool:
    """Whether the rest of a word is a raised number or sign that refers to a note."""
    if end - start > _LONGEST_REFERENCE or face.angle:
        return False
    sign = chr(pdfium.FPDFText_GetUnicode(textpage, start))
    if not (sign.isdigit() or sign in "*†‡§"):
        return False
    x, baseline = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    edges = map(ctypes.byref, (left, right, bottom, top))
    told = pdfium.FPDFText_GetCharOrigin(
        textpage, start - 1, ctypes.byref(x), ctypes.byref(baseline)
    ) and pdfium.FPDFText_GetCharBox(textpage, start, *edges)
    return bool(told) and bottom.value - baseline.value > _RAISED * face.size


def _text(textpage: Any) -> str:
    """The page's characters, one for each index."""
    count = pdfium.FPDFText_CountChars(textpage)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    if written == count + 1:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
    codes = (pdfium.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(code) if code <= _LAST_CHARACTER else "\ufffd" for code in codes)


def _same_object(textpage: Any, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a word that belong to one text object each."""
    if end - start == 1 or _object_of(textpage, start) == _object_of(textpage, end - 1):
        yield start, end
        return
    begun, owner = start, _object_of(textpage, start)
    for index in range(start + 1, end):
        other = _object_of(textpage, index)
        if other != owner:
            yield begun, index
            begun, owner = index, other
    yield begun, end
