"""What is drawn on a PDF page besides words: rules, frames, filled areas and pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as pdfium

from answerable.documents.model import Box
from answerable.documents.readers.pdf.turning import Turning

_THIN: Final = 2.6
"""Points: a drawn area that is thinner is a rule."""
_SHORTEST: Final = 6.0
_SMALLEST_DOT: Final = 1.8
_LARGEST_DOT: Final = 9.0
_ROUND: Final = 1.5
_MOST_OBJECTS: Final = 20_000
_MOST_EDGES: Final = 3_000
_MOST_SEGMENTS: Final = 400
_DEEPEST: Final = 6
_WHITE: Final = 247

Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Final[Matrix] = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight rule: along `place`, from `start` to `end`, in points from the top left."""

    upright: bool
    place: float
    start: float
    end: float


@dataclass(slots=True)
class Drawings:
    """What is drawn on one page."""

    edges: list[Edge] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    """Areas filled with something other than white."""
    frames: list[Box] = field(default_factory=list)
    """Rectangles drawn with a line."""
    pictures: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    """Small filled shapes about as wide as high, as bullets may be drawn."""


def drawings_of(page: Any, turning: Turning) -> Drawings:
    """The rules, frames, fills and pictures of a `pypdfium2.PdfPage`."""
    drawings = Drawings()
    for handle, matrix in _objects(page.raw):
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _add_path(drawings, handle, matrix, turning)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            box = _bounds(handle, matrix, turning)
            if box:
                (drawings.dots if _is_dot(box) else drawings.pictures).append(box)
        if len(drawings.edges) > _MOST_EDGES:
            drawings.edges.clear()
            break
    return drawings


def _objects(page: Any) -> Iterator[tuple[Any, Matrix]]:
    """Everything on the page, with the matrix of the form it stands in."""
    left = [_MOST_OBJECTS]
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _unfolded(pdfium.FPDFPage_GetObject(page, index), _PLAIN, 0, left)


def _unfolded(
    handle: Any, matrix: Matrix, depth: int, left: list[int]
) -> Iterator[tuple[Any, Matrix]]:
    left[0] -= 1
    if left[0] < 0 or not handle:
        return
    if pdfium.FPDFPageObj_GetType(handle) != pdfium.FPDF_PAGEOBJ_FORM:
        yield handle, matrix
    elif depth < _DEEPEST:
        own = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(own))
        inner = _combined((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
        for index in range(pdfium.FPDFFormObj_CountObjects(handle)):
            yield from _unfolded(
                pdfium.FPDFFormObj_GetObject(handle, index), inner, depth + 1, left
            )


def _combined(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(handle: Any, matrix: Matrix, turning: Turning) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    edges = map(ctypes.byref, (left, bottom, right, top))
    if not pdfium.FPDFPageObj_GetBounds(handle, *edges):
        return None
    corners = (left.value, bottom.value), (right.value, top.value)
    return _box(corners[0], corners[1], matrix, turning)


def _box(
    one: tuple[float, float], other: tuple[float, float], matrix: Matrix, turning: Turning
) -> Box:
    (x0, y0), (x1, y1) = _moved(*one, matrix), _moved(*other, matrix)
    return Box(*turning.upright(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _add_path(drawings: Drawings, handle: Any, matrix: Matrix, turning: Turning) -> None:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, ctypes.byref(mode), ctypes.byref(stroked))
    filled = bool(mode.value) and not _is_white(handle)
    box = _bounds(handle, matrix, turning)
    if box is None or not (filled or stroked.value):
        return
    if _is_dot(box):
        drawings.dots.append(box)
    elif _is_rule(box):
        _add_rule(drawings, box)
    elif _is_rectangle(handle):
        if filled:
            drawings.fills.append(box)
        if stroked.value:
            drawings.frames.append(box)
        _add_sides(drawings, box)
    elif stroked.value:
        for one, other in _segments(handle):
            part = _box(one, other, _with_own(handle, matrix), turning)
            if _is_rule(part):
                _add_rule(drawings, part)
    elif box.bottom - box.top > _SHORTEST and _may_be_panel(handle):
        drawings.fills.append(box)


def _with_own(handle: Any, matrix: Matrix) -> Matrix:
    """The matrix of a path's own points, which bounds already have in them."""
    own = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(own))
    return _combined((own.a, own.b, own.c, own.d, own.e, own.f), matrix)


def _is_dot(box: Box) -> bool:
    width, height = box.right - box.left, box.bottom - box.top
    return (
        min(width, height) >= _SMALLEST_DOT
        and max(width, height) <= _LARGEST_DOT
        and (max(width, height) < _ROUND * min(width, height))
    )


def _is_rule(box: Box) -> bool:
    thickness = min(box.right - box.left, box.bottom - box.top)
    return thickness <= _THIN and max(box.right - box.left, box.bottom - box.top) >= _SHORTEST


def _add_rule(drawings: Drawings, box: Box) -> None:
    if box.right - box.left > box.bottom - box.top:
        drawings.edges.append(Edge(False, (box.top + box.bottom) / 2, box.left, box.right))  # noqa: FBT003
    else:
        drawings.edges.append(Edge(True, (box.left + box.right) / 2, box.top, box.bottom))  # noqa: FBT003


def _add_sides(drawings: Drawings, box: Box) -> None:
    drawings.edges += [
        Edge(False, box.top, box.left, box.right),  # noqa: FBT003
        Edge(False, box.bottom, box.left, box.right),  # noqa: FBT003
        Edge(True, box.left, box.top, box.bottom),  # noqa: FBT003
        Edge(True, box.right, box.top, box.bottom),  # noqa: FBT003
    ]


def _is_rectangle(handle: Any) -> bool:
    """Whether a path has the four or five points of a rectangle, all its sides straight."""
    count = pdfium.FPDFPath_CountSegments(handle)
    if count not in (4, 5):
        return False
    places = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(handle, index)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO:
            return False
        places.append(_point(segment))
    return all(abs(x0 - x1) < 1 or abs(y0 - y1) < 1 for (x0, y0), (x1, y1) in pairwise(places))


def _may_be_panel(handle: Any) -> bool:
    """Whether a path may be a panel with round corners: a few curves and sides."""
    return bool(5 < pdfium.FPDFPath_CountSegments(handle) <= 32)


def _segments(handle: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight pieces of a path in its own coordinates."""
    here = start = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(handle), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(handle, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        there = _point(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            yield here, there
        elif kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = there
        here = there
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield here, start
            here = start


def _point(segment: Any) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def _is_white(handle: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    told = pdfium.FPDFPageObj_GetFillColor(handle, *map(ctypes.byref, (red, green, blue, alpha)))
    darkest = min(int(red.value), int(green.value), int(blue.value))
    return bool(told) and (darkest >= _WHITE or int(alpha.value) == 0)
