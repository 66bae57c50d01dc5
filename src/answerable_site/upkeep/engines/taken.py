"""What both engines can do."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from answerable_site.upkeep.queries.tables import Reader


class CannotBeCopied(Exception):
    """The database cannot be kept or put back; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A database as it was at one moment."""

    read: Reader
    """Reads it as it was then."""
    finish: Callable[[], Path]
    """Waits until it lies in a file, and says where."""


class Engine(Protocol):
    """A database system."""

    @property
    def member(self) -> str:
        """What its file is called in an archive."""

    def version(self) -> str:
        """Of the system, for people."""

    def is_empty(self) -> bool:
        """Whether there is no table yet."""

    def take(self, folder: Path) -> AbstractContextManager[Taken]:
        """The database at one moment, while others write on; its file goes into a folder.

        Raises:
            CannotBeCopied: it cannot be kept whole.
        """

    def put_back(self, file: Path) -> None:
        """Fill the empty database from a file, whole or not at all.

        Raises:
            CannotBeCopied: it cannot be filled.
        """
