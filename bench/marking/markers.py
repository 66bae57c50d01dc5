"""One marker for each place in which words can be typed."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

SHAPE = re.compile(r"zq\d{4}xv")
_SIGNED = re.compile(r"(\.?)([\w-]{16,}):[\w-]+:[\w-]+")


class Markers:
    """Gives each origin its marker, the same one each time."""

    def __init__(self) -> None:
        self._by_origin: dict[str, str] = {}

    def of(self, origin: str) -> str:
        """The marker of an origin, such as "record people.User.full_name"."""
        return self._by_origin.setdefault(origin, f"zq{len(self._by_origin):04d}xv")

    def __len__(self) -> int:
        return len(self._by_origin)

    def origins(self) -> list[str]:
        """Every origin that has a marker, in their order."""
        return list(self._by_origin)

    def found_in(self, text: str) -> Iterator[str]:
        """The origin of each marker in a text, also where the text is quoted or signed."""
        by_marker = {marker: origin for origin, marker in self._by_origin.items()}
        for marker in sorted(set(SHAPE.findall(readable(text).lower()))):
            yield by_marker.get(marker, f"a marker that nobody planted: {marker}")


def readable(text: str) -> str:
    """A text with all that can be read in it, be it quoted or signed."""
    plain = unquote(text)
    return "\n".join((text, plain, *_signed_words(plain)))


def _signed_words(text: str) -> Iterator[str]:
    """What stands in signed values: they can be read by everybody, whoever may change them."""
    for is_compressed, value in _SIGNED.findall(text):
        try:
            content = base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
            told = zlib.decompress(content) if is_compressed else content
        except (ValueError, zlib.error):
            continue
        yield told.decode(errors="replace")
