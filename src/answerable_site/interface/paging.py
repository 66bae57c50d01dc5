"""Long lists in pages. A cursor says where a page ended; nobody but this site can make one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Generic, TypeVar

from django.conf import settings
from django.core import signing
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Schema
from pydantic import ConfigDict, Field

from answerable_site.interface.problems import Problem
from answerable_site.interface.told import describe

LIMIT: Final = 100
"""The most things on a page."""
_SALT: Final = "answerable.interface.cursor"
T = TypeVar("T")
M = TypeVar("M", bound=Model)


class Paging(Schema):
    """Which page of a list."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    begin: str | None = Field(None, max_length=500, alias="cursor")
    """Where the page begins: as `next` of the page before gives it. Without one, the first page."""
    limit: int = Field(50, ge=1, le=LIMIT)
    """How many things at most."""


class Page(Schema, Generic[T]):
    """A page of a list."""

    model_config = ConfigDict(json_schema_extra=describe, extra="forbid")

    items: list[T]
    next: str | None
    """The address of the next page; null on the last one. It stands in the header Link too."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where in a list a page begins."""

    of: str
    """Which list it is of."""
    after: tuple[Any, ...]
    """What the last thing before it is ordered by."""

    def signed(self) -> str:
        """As programs hand it back."""
        plain = [self.of, *(_plain(one) for one in self.after)]
        return _signer().sign_object(plain, compress=True)

    @classmethod
    def read(cls, text: str, *, of: str, keys: int) -> Cursor:
        """The cursor of a list from its signed form.

        Args:
            keys: by how many things the list is ordered.

        Raises:
            Problem: it was not handed out here for this list.
        """
        try:
            found = _signer().unsign_object(text)
        except signing.BadSignature:
            found = None
        if not isinstance(found, list) or len(found) != keys + 1 or found[0] != of:
            raise Problem("not-readable", "This cursor was not handed out for this list.")
        return cls(of, tuple(found[1:]))


def page_down(
    found: QuerySet[M], *, by: Sequence[str], of: str, paging: Paging
) -> tuple[list[M], Cursor | None]:
    """A page of rows, from the greatest down, and where the next one begins.

    Args:
        by: the fields that order them; together they are unique.
        of: which list it is.
    """
    if paging.begin:
        after = Cursor.read(paging.begin, of=of, keys=len(by)).after
        found = found.filter(_below(by, after))
    rows = list(found.order_by(*(f"-{field}" for field in by))[: paging.limit + 1])
    if len(rows) <= paging.limit:
        return rows, None
    rows.pop()
    return rows, Cursor(of, tuple(getattr(rows[-1], field) for field in by))


def page_of(
    items: Iterable[T], following: Cursor | None, *, request: HttpRequest, response: HttpResponse
) -> Page[T]:
    """A page as it is told, with the address of the next one in it and in the header."""
    address = None
    if following is not None:
        query = request.GET.copy()
        query["cursor"] = following.signed()
        address = f"{settings.PUBLIC_ADDRESS}{request.path}?{query.urlencode()}"
        response["Link"] = f'<{address}>; rel="next"'
    return Page(items=list(items), next=address)


def _signer() -> signing.Signer:
    """Without a moment in it, so that the same page always has the same address."""
    return signing.Signer(salt=_SALT)


def _below(by: Sequence[str], after: Sequence[Any]) -> Q:
    """Rows that come after the last one of a page, in falling order."""
    below, equal = Q(), Q()
    for field, value in zip(by, after, strict=True):
        below |= equal & Q(**{f"{field}__lt": value})
        equal &= Q(**{field: value})
    return below


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
