"""How the characters of a PDF are set: size, weight, slope, direction, whether they can be seen."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2.raw as pdfium

_INVISIBLE: Final = 3
_STROKED: Final = (1, 2, 5, 6)
_ITALIC_FLAG: Final = 1 << 6
_FORCE_BOLD_FLAG: Final = 1 << 18
_BOLD_WEIGHT: Final = 600
_BOLD_NAMES: Final = ("bold", "black", "heavy", "semibd", "demi")
_PALE: Final = 250
_QUARTER: Final = 90
_ASKEW: Final = 45
_TILT: Final = 3.0


@dataclass(frozen=True, slots=True)
class Face:
    """How the characters of one text object are set."""

    size: float
    """In points on the page, whatever the scale of the object."""
    bold: bool
    italic: bool
    angle: int
    """Direction in degrees anticlockwise: 0, 90, 180, 270, or 45 for all that is askew."""
    invisible: bool
    white: bool


def face_at(textpage: Any, handle: Any, index: int) -> Face:
    """The face of the character at an index, which belongs to the text object `handle`."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix))
    size = pdfium.FPDFText_GetFontSize(textpage, index)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    name, flags = _font(textpage, index)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
    weight = pdfium.FPDFText_GetFontWeight(textpage, index)
    return Face(
        size=round(size * scale, 1),
        bold=weight >= _BOLD_WEIGHT
        or bool(flags & _FORCE_BOLD_FLAG)
        or any(word in name for word in _BOLD_NAMES)
        or mode in _STROKED,
        italic=bool(flags & _ITALIC_FLAG) or "italic" in name or "oblique" in name,
        angle=_angle(math.degrees(math.atan2(matrix.b, matrix.a))),
        invisible=mode == _INVISIBLE,
        white=_is_white(handle),
    )


def _angle(degrees: float) -> int:
    quarter = round(degrees / _QUARTER) * _QUARTER
    return quarter % 360 if abs(degrees - quarter) < _TILT else _ASKEW


def _font(textpage: Any, index: int) -> tuple[str, int]:
    """The font's name in small letters and its flags."""
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(textpage, index, name, len(name), ctypes.byref(flags))
    return name.value.decode("latin-1").lower(), max(0, flags.value)


def _is_white(handle: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    told = pdfium.FPDFPageObj_GetFillColor(handle, *map(ctypes.byref, (red, green, blue, alpha)))
    return bool(told) and (min(red.value, green.value, blue.value) >= _PALE or alpha.value == 0)
