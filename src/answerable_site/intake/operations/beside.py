"""What is kept beside an extract while it waits: in files, for the extract is one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from answerable_site.intake import queries


@dataclass(frozen=True, slots=True)
class BesideExtract:
    """What is kept beside an extract while it waits, and goes with it."""

    stored_as: str

    def keep(self, what: str, content: File[Any]) -> None:
        """Keep one of `queries.BESIDE`, in place of what was there."""
        name = queries.beside(self.stored_as, what)
        default_storage.delete(name)
        default_storage.save(name, content)

    def come_to(self, what: str, hundredths: int) -> None:
        """Say how far somebody has come, `queries.TRYING` or `queries.LOADING`: at once, also while
        a transaction runs of which the database shows nothing yet."""
        name = queries.beside(self.stored_as, what)
        before = queries.hundredths(self.stored_as, what)
        if hundredths <= before:
            return
        if not before:
            default_storage.save(name, ContentFile(b"." * hundredths))
            return
        with default_storage.open(name, "ab") as line:
            line.seek(0, 2)
            line.write(b"." * (hundredths - before))

    def drop_once_committed(self) -> None:
        """Delete all of it, if the transaction that ends the waiting holds."""
        for what in queries.BESIDE:
            name = queries.beside(self.stored_as, what)
            transaction.on_commit(partial(default_storage.delete, name))
