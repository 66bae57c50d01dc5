"""What the two engines do alike, and which of them the database has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from django.db import connection

from answerable_site.fulltext.asked import Asked
from answerable_site.fulltext.engines.postgresql import PostgreSQL
from answerable_site.fulltext.engines.sqlite import SQLite


class Engine(Protocol):
    """Finds words."""

    def finding(
        self, table: str, key: str, asked: Asked, *, has_welsh: bool
    ) -> tuple[str, list[str]]:
        """The statement that gives the keys of what is found, and its parameters."""
        ...

    def marked(self, texts: Sequence[str], asked: Asked, *, begin: str, end: str) -> list[str]:
        """Texts with signs around what was asked for, by its English stems.

        Args:
            texts: without these signs.
            begin, end: one character each.
        """
        ...


_ENGINES: Final[dict[str, Engine]] = {"sqlite": SQLite(), "postgresql": PostgreSQL()}


def engine() -> Engine:
    """That of the database."""
    return _ENGINES[connection.vendor]
