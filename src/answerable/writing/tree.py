"""Elements with mixed content: text never becomes markup, because it is put into a tree."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element


def put(parent: Element, children: Iterable[Element | str]) -> None:
    """Add text and elements to the end of an element, in their order."""
    last: Element | None = parent[-1] if len(parent) else None
    for child in children:
        if isinstance(child, Element):
            parent.append(child)
            last = child
        elif last is None:
            parent.text = (parent.text or "") + child
        else:
            last.tail = (last.tail or "") + child
