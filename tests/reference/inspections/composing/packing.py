"""Packs office files again so that the same content always gives the same bytes."""

from __future__ import annotations

import io
import zipfile

WRITTEN = (2026, 1, 5, 9, 0, 0)


def packed_alike(data: bytes) -> bytes:
    """The same parts in the same order, each with one fixed date."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            info = zipfile.ZipInfo(part.filename, WRITTEN)
            info.compress_type = (
                zipfile.ZIP_STORED if part.filename == "mimetype" else zipfile.ZIP_DEFLATED
            )
            new.writestr(info, old.read(part))
    return buffer.getvalue()
