"""The texts that bytes may be, in whatever encoding."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MANY: Final = 8
"""One zero byte among so many makes it worth reading them as UTF-16."""


def texts_in(data: bytes) -> Iterator[str]:
    """Bytes as text: UTF-8, else Windows-1252 as well, and UTF-16 and UTF-32 where there are zeros.

    Without their zero bytes, letters of Western Europe in UTF-16 and UTF-32 are Latin-1, wherever
    they begin and whichever byte comes first.
    """
    zeros = data.count(0)
    plain = data.translate(None, b"\0") if zeros else data
    try:
        yield plain.decode()
    except UnicodeDecodeError:
        yield plain.decode(errors="ignore")
        yield plain.decode("cp1252", errors="ignore")
    if zeros * _MANY > len(data) or data.startswith(tuple(mark for mark, _ in _MARKS)):
        yield from _wide(data)


def _wide(data: bytes) -> Iterator[str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            yield data[len(mark) :].decode(encoding, errors="ignore")
            return
    for encoding in ("utf-16-le", "utf-16-be"):
        for start in (0, 1):
            yield data[start:].decode(encoding, errors="ignore")
