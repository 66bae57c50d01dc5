"""Files from outside are kept byte for byte under random names."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from typing import Any

from django.core.files import File
from django.core.files.storage import default_storage

from answerable_site.register.rules import storable


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the storage."""

    name: str
    """As its sender named it; shown, never used as a path."""
    size: int
    sha256: str
    stored_as: str

    @classmethod
    def of(cls, content: File[Any], *, name: str, folder: str) -> StoredFile:
        """Keep an open file; the operation that calls notes what it belongs to."""
        digest, size = hashlib.sha256(), 0
        for chunk in content.chunks():
            digest.update(chunk)
            size += len(chunk)
        content.seek(0)
        return cls(
            name=storable(name)[:255] or "unnamed",
            size=size,
            sha256=digest.hexdigest(),
            stored_as=default_storage.save(f"{folder}/{uuid.uuid4().hex}", content),
        )
