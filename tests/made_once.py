"""What a factory makes of an untouched database is made once in a process, and repeated after that.

Most tests begin with the same office. The product’s own operations make it with a hundred queries;
what they wrote can be written again in a tenth of the time.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.core import mail
from django.db import connection, transaction
from django.utils import timezone

Given = ParamSpec("Given")
Made = TypeVar("Made")

_NUMBERED_BY_MIGRATIONS = ("django_migrations", "django_content_type", "auth_permission")
_READING = ("SELECT", "SAVEPOINT", "RELEASE")
_TAKING_BACK = "ROLLBACK"


@dataclass(frozen=True)
class Kept:
    """What a factory gave, and the statements with which it wrote."""

    made: bytes
    written: tuple[tuple[str, Any], ...]


def made_once(factory: Callable[Given, Made]) -> Callable[Given, Made]:
    """A factory whose work is repeated, and not done anew, where it is asked for the same again.

    Only in the transaction of a test that wrote nothing before, so that all numbers are the same;
    only for the same day; and only on SQLite, where a transaction that is taken back takes the
    numbers back, too. A factory that leaves more than rows, such as an e-mail or work for after the
    transaction, or that takes back what it wrote, does it anew each time. It must not store a file,
    and what it is given must be plain data.
    """
    kept: dict[bytes, Kept] = {}

    @wraps(factory)
    def make(*args: Given.args, **named: Given.kwargs) -> Made:
        if not _is_untouched():
            return factory(*args, **named)
        asked = pickle.dumps((args, sorted(named.items()), timezone.localdate()))
        if asked in kept:
            _write(kept[asked])
            made: Made = pickle.loads(kept[asked].made)
            return made
        before, written = _left_behind(), []
        with connection.execute_wrapper(_noting(written)):
            made = factory(*args, **named)
        if _left_behind() == before and not _takes_back(written):
            kept[asked] = Kept(pickle.dumps(made), tuple(written))
        return made

    return make


def _is_untouched() -> bool:
    """Whether this is the transaction of a test, and no row was numbered since the migrations."""
    if connection.vendor != "sqlite" or not connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM sqlite_sequence WHERE seq > 0 AND name NOT IN (%s, %s, %s) LIMIT 1",
            _NUMBERED_BY_MIGRATIONS,
        )
        return cursor.fetchone() is None


def _left_behind() -> tuple[int, int]:
    """How much there is beside rows: e-mails, and what waits for the end of the transaction."""
    return len(mail.outbox), len(connection.run_on_commit)


def _noting(written: list[tuple[str, Any]]) -> Callable[..., Any]:
    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(_READING):
            params = list(params) if many else params
            written.extend((sql, one) for one in (params if many else [params]))
        return execute(sql, params, many, context)

    return note


def _takes_back(written: list[tuple[str, Any]]) -> bool:
    return any(sql.startswith(_TAKING_BACK) for sql, _ in written)


def _write(kept: Kept) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for sql, params in kept.written:
            cursor.execute(sql, params)
