"""Lists that may be so long that counting them would take longer than reading a page of them."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

MOST = 1000
"""Rows that are counted and listed; nobody turns forty pages."""


class LongList(Paginator[Any]):
    """Pages of at most the first `MOST` rows; beyond them it says only that there are more.

    The database is asked once which rows are listed, and then for the rows of the page alone.

    Args:
        rows: those that the viewer may see.
        whole: where the rows of the page are read from by their keys; `rows` itself unless it would
            take long to look once more at who may see them.
    """

    def __init__(
        self, rows: QuerySet[Any], per_page: int, *, whole: QuerySet[Any] | None = None
    ) -> None:
        super().__init__(rows, per_page)
        self.rows = rows
        self.whole = rows if whole is None else whole

    @cached_property
    def count(self) -> int:
        """How many rows are listed."""
        return min(len(self._keys), MOST)

    def page(self, number: int | str) -> Page[Any]:
        """The rows of one page, in the order of the list."""
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        keys = self._keys[: self.count][first : first + self.per_page]
        found = self.whole.in_bulk(keys)
        return Page([found[key] for key in keys if key in found], number, self)

    @property
    def is_cut(self) -> bool:
        """Whether there are rows that are not listed."""
        return len(self._keys) > MOST

    @property
    def counted(self) -> str:
        """How many rows there are, in words for the page."""
        return f"More than {MOST:,}" if self.is_cut else f"{self.count:,}"

    @cached_property
    def _keys(self) -> list[Any]:
        return list(self.rows.values_list("pk", flat=True)[: MOST + 1])
