"""For whom the database opens cases: PostgreSQL keeps rows from whoever it was not told of.

The rules of the wall stand in migration 0002, apart from those in `queries`. SQLite has no such
wall.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from answerable_site.people.rules import Viewer

_PRODUCT = "product"


def stand_for(viewer: Viewer) -> None:
    """Tell this connection who looks; nobody for the public. Holds until it is told otherwise."""
    _tell("" if viewer.user_id is None else str(viewer.user_id))


@contextmanager
def as_product() -> Iterator[None]:
    """Let the product itself reach every case, for work that no person does; nobody afterwards."""
    _tell(_PRODUCT)
    try:
        yield
    finally:
        _tell("")


@contextmanager
def lifted_for(viewer: Viewer) -> Iterator[None]:
    """Let the product reach every case while it does its own part of what somebody does, such as
    counting; for the rest, what they reach alone."""
    try:
        with as_product():
            yield
    finally:
        stand_for(viewer)


def _tell(who: str) -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('answerable.viewer', %s, false)", [who])
