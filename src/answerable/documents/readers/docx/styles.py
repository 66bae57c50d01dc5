"""What a Word style says about a paragraph: heading level, list, weight, size, language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from answerable.documents.readers.docx.names import Element, find, switch, value, w, whole

_HEADING: Final = re.compile(r"heading (\d)$", re.IGNORECASE)
_BODY_OUTLINE: Final = 9
_LONGEST_CHAIN: Final = 20


@dataclass(frozen=True, slots=True)
class Look:
    """The traits of a style with those it is based on."""

    name: str = ""
    heading: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    size: float | None = None
    language: str | None = None

    @property
    def is_contents(self) -> bool:
        """Whether paragraphs of this style are lines of a contents list."""
        return self.name.lower().startswith(("toc ", "table of figures"))


class Styles:
    """The styles of one document, by their identifier."""

    def __init__(self, root: Element) -> None:
        self._styles = {style.get(w("styleId")): style for style in root.iter(w("style"))}
        self._looks: dict[str | None, Look] = {}
        defaults = find(root, "docDefaults/rPrDefault/rPr")
        self.language = value(defaults, "lang")
        self._size = _half_points(value(defaults, "sz"))
        self._default_paragraph = next(
            (
                identifier
                for identifier, style in self._styles.items()
                if style.get(w("default")) in ("1", "true") and style.get(w("type")) == "paragraph"
            ),
            None,
        )

    def paragraph(self, properties: Element | None) -> Look:
        """The look of a paragraph from its properties (`w:pPr`)."""
        return self.look(value(properties, "pStyle") or self._default_paragraph)

    def look(self, identifier: str | None) -> Look:
        """The look of the style with this identifier; a plain one if there is no such style."""
        if identifier not in self._looks:
            self._looks[identifier] = self._resolved(identifier)
        return self._looks[identifier]

    def _resolved(self, identifier: str | None) -> Look:
        chain: list[Element] = []
        while identifier in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[identifier])
            identifier = value(chain[-1], "basedOn")
        return Look(
            name=next((name for style in chain if (name := value(style, "name"))), ""),
            heading=next(
                (level for style in chain if (level := _heading_level(style)) is not None), None
            ),
            list_id=_first_whole(chain, "pPr/numPr/numId"),
            list_level=_first_whole(chain, "pPr/numPr/ilvl"),
            bold=_first_switch(chain, "rPr/b"),
            italic=_first_switch(chain, "rPr/i"),
            hidden=_first_switch(chain, "rPr/vanish"),
            size=next(
                (size for style in chain if (size := _half_points(value(style, "rPr/sz")))),
                self._size,
            ),
            language=next((tag for style in chain if (tag := value(style, "rPr/lang"))), None),
        )


def _heading_level(style: Element) -> int | None:
    name = value(style, "name") or ""
    named = _HEADING.match(name)
    if named:
        return int(named[1])
    if name.lower() == "title":
        return 1
    outline = whole(value(style, "pPr/outlineLvl"))
    return outline + 1 if outline is not None and outline < _BODY_OUTLINE else None


def _first_whole(chain: list[Element], path: str) -> int | None:
    numbers = (whole(value(style, path)) for style in chain)
    return next((number for number in numbers if number is not None), None)


def _first_switch(chain: list[Element], path: str) -> bool:
    return next((on for style in chain if (on := switch(style, path)) is not None), False)


def _half_points(text: str | None) -> float | None:
    number = whole(text)
    return number / 2 if number else None
