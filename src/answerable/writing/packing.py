"""The zip container of DOCX and ODT files, without a trace of when or where it was made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE_FILE = 0o100644 << 16


def packed(parts: Mapping[str, bytes], *, first: str, first_is_stored: bool = False) -> bytes:
    """A zip file of the parts: the same parts always give the same bytes.

    Args:
        parts: content by name; their order does not matter.
        first: the part by which programs recognise the format; it leads, the others are sorted.
        first_is_stored: whether that part must stand there uncompressed.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name in sorted(parts, key=lambda name: (name != first, name)):
            entry = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            entry.create_system, entry.external_attr = _UNIX, _READABLE_FILE
            stored = name == first and first_is_stored
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            package.writestr(entry, parts[name])
    return file.getvalue()


def unpacked(package: bytes) -> dict[str, bytes]:
    """The parts of a zip file that a library of this process made."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def filled(folder: Path, words: Mapping[str, str], markup: Mapping[str, str]) -> dict[str, bytes]:
    """The parts that lie in a folder as templates, with their `$names` filled in.

    Args:
        folder: the templates, in the layout of the package.
        words: text, which is escaped.
        markup: values that are set as they are, such as colours and elements.
    """
    values = {name: escape(text, {'"': "&quot;"}) for name, text in words.items()} | dict(markup)
    return {
        path.relative_to(folder).as_posix(): Template(path.read_text("utf-8"))
        .substitute(values)
        .encode()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
