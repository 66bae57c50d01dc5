"""A list from outside is kept while somebody looks at what loading it would do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from answerable_site.register import queries
from answerable_site.register.operations.storing import StoredFile

KEPT_FOR: Final = timedelta(days=1)
"""How long a list waits for somebody to confirm it."""


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list that waits until somebody confirms what loading it would do."""

    name: str
    """As named by the person who sent it; shown, never used as a path."""
    sha256: str
    stored_as: str

    @classmethod
    def of(cls, content: File[Any], *, name: str, folder: str, at: datetime) -> KeptList:
        """Keep a list byte for byte under a random name; those forgotten in the folder go.

        Args:
            at: lists that nobody confirmed within `KEPT_FOR` before it are forgotten.
        """
        kept = cls.beside_others(content, name=name, folder=folder)
        _delete_forgotten(folder, before=at - KEPT_FOR)
        return kept

    @classmethod
    def beside_others(cls, content: File[Any], *, name: str, folder: str) -> KeptList:
        """The same in a folder where those forgotten go by the clock, with an entry."""
        stored = StoredFile.of(content, name=name, folder=folder)
        kept = cls(name=stored.name, sha256=stored.sha256, stored_as=stored.stored_as)
        # Beside the list: the address of the page that shows it must not quote what it is called.
        default_storage.save(queries.name_beside(kept.stored_as), ContentFile(kept.name.encode()))
        return kept

    def drop_once_committed(self) -> None:
        """Delete it with its name, if the transaction that loads it holds."""
        for stored_as in (self.stored_as, queries.name_beside(self.stored_as)):
            transaction.on_commit(partial(default_storage.delete, stored_as))


def _delete_forgotten(folder: str, *, before: datetime) -> None:
    try:
        _, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        stored_as = f"{folder}/{name}"
        if _is_old(stored_as, before=before):
            default_storage.delete(stored_as)


def _is_old(stored_as: str, *, before: datetime) -> bool:
    """Whether a file was kept before a moment, or is gone meanwhile."""
    try:
        return default_storage.get_modified_time(stored_as) < before
    except FileNotFoundError:
        return True
