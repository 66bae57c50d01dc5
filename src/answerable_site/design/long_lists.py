"""Lists that may be so long that counting them would take longer than reading a page of them."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet

MOST = 1000
"""Rows that are counted and listed; nobody turns forty pages."""


class LongList(Paginator[Any]):
    """Pages of at most the first `MOST` rows; beyond them it says only that there are more."""

    def __init__(self, rows: QuerySet[Any], per_page: int) -> None:
        super().__init__(rows, per_page)
        self.rows = rows

    @cached_property
    def count(self) -> int:
        """How many rows are listed."""
        return min(self._counted, MOST)

    @property
    def is_cut(self) -> bool:
        """Whether there are rows that are not listed."""
        return self._counted > MOST

    @property
    def counted(self) -> str:
        """How many rows there are, in words for the page."""
        return f"More than {MOST:,}" if self.is_cut else f"{self.count:,}"

    @cached_property
    def _counted(self) -> int:
        return self.rows.order_by()[: MOST + 1].count()
