"""Names of WordprocessingML elements and attributes."""

from __future__ import annotations

from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
FALLBACK: Final = f"{_MC}Fallback"

Element = Any
"""An lxml element; python-docx ships no types for it."""


def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{_W}{name}"


def value(element: Element | None, path: str, attribute: str = "val") -> str | None:
    """An attribute of the descendant at a path of plain names ("pPr/outlineLvl"), or None."""
    found = find(element, path)
    return None if found is None else found.get(w(attribute))


def find(element: Element | None, path: str) -> Element | None:
    """The descendant at a path of plain names, or None."""
    for name in path.split("/"):
        if element is None:
            return None
        element = element.find(w(name))
    return element


def switch(element: Element | None, path: str) -> bool | None:
    """Whether a toggle such as `b` or `vanish` is on; None where it is not stated."""
    found = find(element, path)
    if found is None:
        return None
    return (found.get(w("val")) or "1") not in ("0", "false", "off", "none")


def whole(text: str | None) -> int | None:
    """A whole number in an attribute, or None."""
    try:
        return int(text) if text else None
    except ValueError:
        return None
