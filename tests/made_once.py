"""What a factory makes of an untouched database is made once in a process, and repeated after that.

Most tests begin with the same office. The product’s own operations make it with a hundred queries;
what they wrote can be written again in a tenth of the time.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.core import mail
from django.db import connection, transaction
from django.utils import timezone

Given = ParamSpec("Given")
Made = TypeVar("Made")

_UNTOUCHED = {
    "sqlite": "SELECT NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE seq > 0 AND name NOT IN "
    "('django_migrations', 'django_content_type', 'auth_permission'))",
    "postgresql": "SELECT pg_current_xact_id_if_assigned() IS NULL",
}
"""Whether nothing was written in this transaction since the migrations, asked of each database."""
_READING = ("SELECT", "SAVEPOINT", "RELEASE")
_TAKING_BACK = "ROLLBACK"


Numbers = dict[str, int | None]
"""The last number that each sequence of PostgreSQL gave; None where it gave none."""


@dataclass(frozen=True)
class Kept:
    """What a factory gave, the statements with which it wrote, and where numbers began."""

    made: bytes
    written: tuple[tuple[str, Any], ...]
    numbered_from: Numbers


def made_once(factory: Callable[Given, Made]) -> Callable[Given, Made]:
    """A factory whose work is repeated, and not done anew, where it is asked for the same again.

    Only in the transaction of a test that wrote nothing before, so that all numbers are the same,
    and only for the same day. On SQLite a transaction that is taken back takes its numbers back,
    too; on PostgreSQL they are set back for what is repeated, and go on after it. A factory that
    leaves more than rows, such as an e-mail or work for after the transaction, or that takes back
    what it wrote, does it anew each time. It must not store a file, and what it is given must be
    plain data.
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
        before, numbers, written = _left_behind(), _numbers(), []
        with connection.execute_wrapper(_noting(written)):
            made = factory(*args, **named)
        if _left_behind() == before and _can_be_repeated(written):
            moved = {one for one, last in _numbers().items() if last != numbers[one]}
            begun = {one: numbers[one] for one in moved}
            kept[asked] = Kept(pickle.dumps(made), tuple(written), begun)
        return made

    return make


def _is_untouched() -> bool:
    """Whether this is the transaction of a test, and nothing was written since the migrations."""
    if not connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        cursor.execute(_UNTOUCHED[connection.vendor])
        return bool(cursor.fetchone()[0])


def _numbers(of: Iterable[str] | None = None) -> Numbers:
    """Where the sequences of PostgreSQL stand, all or some. SQLite has none."""
    if connection.vendor != "postgresql" or of == ():
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema()"
            + ("" if of is None else " AND sequencename = ANY(%s)"),
            None if of is None else [list(of)],
        )
        return dict(cursor.fetchall())


def _number_from(numbers: Numbers) -> None:
    """Let sequences go on after these numbers."""
    if numbers:
        with connection.cursor() as cursor:
            # Not read as a question: it is repeated within what is made around it.
            cursor.execute(
                "WITH given AS (SELECT 1) SELECT "
                + ", ".join(
                    f"setval('{name}', {last or 1}, {bool(last)})" for name, last in numbers.items()
                )
            )


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


def _can_be_repeated(written: list[tuple[str, Any]]) -> bool:
    """Whether the statements are all that was written: nothing of it was taken back, and no rows
    came by other means, as PostgreSQL copies them into tables that are made for it."""
    otherwise = (_TAKING_BACK, "CREATE") if connection.vendor == "postgresql" else (_TAKING_BACK,)
    return not any(sql.lstrip().startswith(otherwise) for sql, _ in written)


def _write(kept: Kept) -> None:
    reached = _numbers(tuple(kept.numbered_from))
    _number_from(kept.numbered_from)
    with transaction.atomic(), connection.cursor() as cursor:
        for sql, params in kept.written:
            cursor.execute(sql, params)
    _number_from(reached)
