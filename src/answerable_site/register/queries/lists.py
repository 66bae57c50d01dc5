"""Lists from outside that wait to be loaded."""

from __future__ import annotations

import hashlib

from django.core.files.storage import default_storage


def name_beside(stored_as: str) -> str:
    """Where the name of a list is kept that waits to be loaded."""
    return f"{stored_as}.name"


def name_of_kept_list(stored_as: str) -> str:
    """What its sender called a list that waits to be loaded; empty once it is kept no more."""
    try:
        with default_storage.open(name_beside(stored_as)) as kept:
            content: bytes = kept.read()
    except FileNotFoundError:
        return ""
    return content.decode()


def content_of_kept_list(stored_as: str, *, sha256: str) -> bytes | None:
    """The bytes of a list that waits to be loaded; None if it is not kept any more as it was."""
    try:
        with default_storage.open(stored_as) as kept:
            content: bytes = kept.read()
    except FileNotFoundError:
        return None
    return content if hashlib.sha256(content).hexdigest() == sha256 else None
