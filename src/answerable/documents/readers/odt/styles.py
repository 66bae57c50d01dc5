"""What an OpenDocument style says: weight, size, panel, language, heading level, list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

_LONGEST_CHAIN: Final = 20
_POINTS: Final = re.compile(r"([\d.]+)pt$")
_NO_FRAME: Final = (None, "none", "transparent", "#ffffff", "#FFFFFF")


@dataclass(frozen=True, slots=True)
class Look:
    """The traits of a style with those it is based on."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    framed: bool = False
    size: float | None = None
    language: str | None = None
    list_style: str | None = None
    title: bool = False


class Styles:
    """The styles of one document, by family and name."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._styles: dict[tuple[str | None, str | None], Any] = {}
        self._looks: dict[tuple[str, str | None], Look] = {}
        self.language: str | None = None
        for root in roots:
            for style in root.get_elements("descendant::style:style"):
                key = style.get_attribute("style:family"), style.get_attribute("style:name")
                self._styles[key] = style
            for style in root.get_elements("descendant::style:default-style"):
                if style.get_attribute("style:family") == "paragraph":
                    self.language = self.language or _language(_traits([style]))

    def look(self, family: str, name: str | None) -> Look:
        """The look of a paragraph or text style; a plain one if there is no such style."""
        key = family, name
        if key not in self._looks:
            self._looks[key] = self._resolved(family, name)
        return self._looks[key]

    def _resolved(self, family: str, name: str | None) -> Look:
        chain: list[Any] = []
        while (family, name) in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[family, name])
            name = chain[-1].get_attribute("style:parent-style-name")
        traits = _traits(chain)
        size = _POINTS.match(traits.get("fo:font-size", ""))
        borders = [value for key, value in traits.items() if key.startswith("fo:border")]
        return Look(
            bold=traits.get("fo:font-weight") in ("bold", "600", "700", "800", "900"),
            italic=traits.get("fo:font-style") in ("italic", "oblique"),
            hidden=traits.get("text:display") == "none",
            framed=any(value not in _NO_FRAME for value in borders)
            or traits.get("fo:background-color") not in _NO_FRAME,
            size=float(size[1]) if size else None,
            language=_language(traits),
            list_style=next(
                (s for item in chain if (s := item.get_attribute("style:list-style-name"))), None
            ),
            title=any(item.get_attribute("style:name") == "Title" for item in chain),
        )


def _traits(chain: Iterable[Any]) -> dict[str, str]:
    """The formatting attributes of a chain of styles, the nearest style's first."""
    traits: dict[str, str] = {}
    for style in chain:
        for child in style.children:
            if child.tag in ("style:text-properties", "style:paragraph-properties"):
                for key, value in child.attributes.items():
                    traits.setdefault(key, value)
    return traits


def _language(traits: dict[str, str]) -> str | None:
    language, country = traits.get("fo:language"), traits.get("fo:country")
    if language in (None, "none", "zxx"):
        return None
    return f"{language}-{country}" if country not in (None, "none") else language
