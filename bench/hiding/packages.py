"""Packages of office documents, taken apart and put together with something changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def parts_of(package: bytes) -> dict[str, bytes]:
    """The files in a package, in their order."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def package_of(parts: Mapping[str, bytes], *, remark: bytes = b"", extra: bytes = b"") -> bytes:
    """A package of files; the first stands uncompressed, as OpenDocument wants it.

    Args:
        remark: on the whole archive.
        extra: a field in the header of the last file.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for at, (name, content) in enumerate(parts.items()):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_STORED if at == 0 else zipfile.ZIP_DEFLATED
            if extra and at == len(parts) - 1:
                entry.extra = b"\x99\x99" + len(extra).to_bytes(2, "little") + extra
            package.writestr(entry, content)
        package.comment = remark
    return file.getvalue()


def with_part(package: bytes, name: str, content: str | bytes) -> bytes:
    """A package with one more file."""
    data = content if isinstance(content, bytes) else content.encode()
    return package_of({**parts_of(package), name: data})


def with_markup(package: bytes, name: str, before: str, markup: str) -> bytes:
    """A package with markup before the first place of a text in one of its files.

    Raises:
        ValueError: the text does not stand there.
    """
    parts = parts_of(package)
    text = parts[name].decode()
    at = text.index(before)
    return package_of({**parts, name: f"{text[:at]}{markup}{text[at:]}".encode()})
