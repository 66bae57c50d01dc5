"""A figure as an SVG file: the same bytes for the same figures, and nothing a strict page refuses.

matplotlib writes looks as `style` attributes and a `<style>` element, which a content security
policy without inline styles refuses where the file is opened by itself. They become presentation
attributes, which no policy is about.

Words stay words, set in the font of the product or one as wide; where neither is there, they are
squeezed to the width for which they were drawn. Numbers are rounded to hundredths of a pixel, so
that machines whose last digits differ write the same file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from answerable.charts.labels import width_of
from answerable.charts.style import FAMILIES

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_SVG = "http://www.w3.org/2000/svg"
_LINK = "http://www.w3.org/1999/xlink"
_NUMBER = re.compile(r"-?\d+\.\d+")
_ROUNDED = ("d", "x", "y", "width", "height", "transform", "points", "stroke-dasharray")
_PRESENTATION = frozenset(
    {
        *("fill", "fill-opacity", "opacity", "text-anchor", "font-weight"),
        *("stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap"),
        *("stroke-linejoin", "stroke-opacity", "stroke-width", "stroke-miterlimit"),
    }
)
_UNTURNED = re.compile(r"rotate\(-?0 [^)]*\)")


class UnknownStyle(ValueError):
    """matplotlib wrote a style that has no known presentation attribute."""


def as_svg(figure: Figure, title: str, description: str) -> bytes:
    """A figure as a file, with what it is and what it shows in words.

    Args:
        figure: its size in inches is its size in pixels, divided by 72.
        title: what the chart is called.
        description: what it shows, for whoever does not see it.

    Raises:
        UnknownStyle: this version of matplotlib writes what was never looked at.
    """
    written = io.BytesIO()
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    figure.savefig(written, format="svg", metadata=nothing)
    # Written by matplotlib a line above: nothing from outside.
    root = ET.fromstring(written.getvalue())  # noqa: S314  # nosec B314
    _strip(root)
    for element in root.iter():
        _plain(element)
    _named(root, title, description)
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _LINK)
    drawn: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return drawn + b"\n"


def _strip(root: ET.Element) -> None:
    """Without metadata and without the one style sheet, whose rules go to the root."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in {f"{{{_SVG}}}metadata", f"{{{_SVG}}}style"}:
                parent.remove(child)
            child.tail = None
        if parent.text is not None and not parent.text.strip():
            parent.text = None
    root.set("stroke-linejoin", "round")
    root.set("stroke-linecap", "butt")


def _plain(element: ET.Element) -> None:
    if element.tag == f"{{{_SVG}}}g":
        element.attrib.pop("id", None)
    style = element.attrib.pop("style", "")
    for name, value in _declared(style):
        if name == "font-family":
            element.set(name, FAMILIES)
        elif name == "font-size":
            element.set(name, value.removesuffix("px"))
        elif name in _PRESENTATION:
            element.set(name, value)
        else:
            raise UnknownStyle(f"There is no attribute for the style {name}: {value}.")
    if _UNTURNED.fullmatch(element.attrib.get("transform", "")):
        del element.attrib["transform"]
    if element.tag == f"{{{_SVG}}}text" and element.text:
        size, is_bold = float(element.attrib["font-size"]), element.get("font-weight") == "700"
        width = width_of(element.text, size, is_bold=is_bold)
        element.set("textLength", f"{width:.2f}")
        element.set("lengthAdjust", "spacingAndGlyphs")
    for name in _ROUNDED:
        if name in element.attrib:
            element.set(name, _NUMBER.sub(_rounded, element.attrib[name]))


def _declared(style: str) -> Iterator[tuple[str, str]]:
    for one in style.split(";"):
        name, _, value = one.partition(":")
        if name.strip():
            yield name.strip(), value.strip()


def _rounded(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".").replace("-0", "0") or "0"


def _named(root: ET.Element, title: str, description: str) -> None:
    width, height = root.attrib["viewBox"].split()[2:]
    root.set("width", width)
    root.set("height", height)
    root.set("role", "img")
    root.set("aria-labelledby", "title description")
    for place, (tag, words) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(f"{{{_SVG}}}{tag}", id="title" if tag == "title" else "description")
        element.text = words
        root.insert(place, element)
