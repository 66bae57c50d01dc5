"""Bytes of a text file become text, if they are text at all."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_TOLERATED_CONTROLS: Final = 0.01
"""Share of control characters above which bytes are taken for something other than text."""


@lru_cache(maxsize=1)
def decode(data: bytes) -> str | None:
    """The text that the bytes hold, or None if they are no text.

    A byte order mark decides; without one it is UTF-8, else Windows-1252. Whoever recognises a
    file and whoever reads it then ask for the same: the last answer is kept.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    text = _decoded(data, "utf-8")
    return _decoded(data, "cp1252") if text is None else text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return None
    controls = len(_CONTROL.findall(text))
    if controls > _TOLERATED_CONTROLS * len(text) or "\x00" in text:
        return None
    return _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
