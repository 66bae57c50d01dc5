"""An index of words, and rows narrowed to those that it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeVar

from django.db import connection
from django.db.models import Case, Model, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from answerable_site.fulltext.asked import Asked
from answerable_site.fulltext.engines import engine

Row = TypeVar("Row", bound=Model)
MOST: Final = 1000
"""Results that are counted and paged through: nobody reads further."""
FEW: Final = 1000
"""Keys that a statement is told rather than a question, so that the database starts from them."""


@dataclass(frozen=True, slots=True)
class Index:
    """A table beside the rows that it is of, which triggers keep true."""

    table: str
    key: str = "id"
    """The column that names the row on PostgreSQL."""
    has_welsh: bool = False

    def keys(self, asked: Asked) -> RawSQL:
        """The keys of the rows that answer; there has to be something to look for."""
        statement, questions = self._finding(asked)
        return RawSQL(statement, questions)  # noqa: S611 - the words are parameters

    def narrowed(self, rows: QuerySet[Row], asked: Asked) -> QuerySet[Row]:
        """Those of some rows that answer; none where there is nothing to look for."""
        if not asked:
            return rows.none()
        few = self._found_at_once(asked)
        if len(few) <= FEW:
            return rows.filter(pk__in=few)
        # As a case, so that neither database starts from all that is found and sorts it: it walks
        # the list in its order and asks of each whether it was found.
        found = When(pk__in=self.keys(asked), then=Value(True))  # noqa: FBT003
        was_found = Case(found, default=Value(False))  # noqa: FBT003
        narrowed: QuerySet[Row] = rows.alias(was_found=was_found).filter(was_found=True)  # type: ignore[assignment]
        return narrowed

    def first(self, rows: QuerySet[Row], asked: Asked) -> tuple[tuple[int, ...], bool]:
        """The keys of those of some rows that answer, in their order, and whether these are all: at
        most `MOST` are."""
        keys = tuple(self.narrowed(rows, asked).values_list("pk", flat=True)[: MOST + 1])
        return keys[:MOST], len(keys) <= MOST

    def count(self) -> int:
        """How many rows are indexed."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {self.table}")  # noqa: S608 - its name is ours
            (count,) = cursor.fetchone()
        return int(count)

    def _found_at_once(self, asked: Asked) -> list[int]:
        """The keys of what is found, if they are few: the database had better start from them
        then, and does so only where it is told them. One more than few where they are many."""
        statement, questions = self._finding(asked)
        with connection.cursor() as cursor:
            cursor.execute(f"{statement} LIMIT {FEW + 1}", questions)
            return [key for (key,) in cursor.fetchall()]

    def _finding(self, asked: Asked) -> tuple[str, list[str]]:
        return engine().finding(self.table, self.key, asked, has_welsh=self.has_welsh)
