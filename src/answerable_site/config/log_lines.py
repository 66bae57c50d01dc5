"""What may not stand in a log, left out of its lines.

A log is read by people who may not read the records. So it says what broke, where and when, and
never with which words: no text of an exception, no address as it was typed, no header.
"""

from __future__ import annotations

import json
import logging
import re
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from uuid import UUID

_CALENDAR = re.compile(r"(/calendar/)[\w-]+")
_OF_REQUESTS = ("django.request", "django.security")
_NO_ROUTE = "no route"


request_id: ContextVar[str] = ContextVar("request_id", default="")
"""Of the request that is being answered; lines of the log carry it."""


class SecretsLeftOut(logging.Filter):
    """Masks a line before it is written; always lets it through."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Say the route in place of the address, and leave the secret of calendars out."""
        if record.name.startswith(_OF_REQUESTS):
            record.msg = f"{_status(record)} {_route(getattr(record, 'request', None))}"
        else:
            said = _CALENDAR.sub(r"\1(secret)", record.getMessage())
            # Nobody makes a line that looks like another.
            record.msg = said.replace("\r", "\\r").replace("\n", "\\n")
        record.args = ()
        return True


class Line(logging.Formatter):
    """One line, and below it the path that an exception took through the code, without its words.

    The words of an exception quote what it failed on: a database names the very value that stands
    twice.
    """

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: ARG002, N802
        """The moment in UTC, so that the hour when the clocks go back is told apart."""
        return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")

    def formatException(  # noqa: N802 - the name is logging's
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Files, lines and kinds of exceptions, the cause first."""
        told = ""
        error = ei[1]
        while error is not None:
            steps = "".join(traceback.format_tb(error.__traceback__))
            told = f"{steps}{type(error).__module__}.{type(error).__qualname__}\n{told}"
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return told.rstrip()


class JSONLine(Line):
    """One object a line, for programs: when, how grave, what, in which request."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; what a request tells of itself stands in fields of its own."""
        told: dict[str, object] = {
            "at": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if name := request_id.get():
            told["request"] = name
        told |= getattr(record, "told", {})
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def _status(record: logging.LogRecord) -> str:
    """Which answer was given, or which kind of attack was refused."""
    return str(getattr(record, "status_code", "") or record.name)


def _route(request: object) -> str:
    """The name of a route with the numbers of its records; words in an address may be anybody's."""
    match = getattr(request, "resolver_match", None)
    if match is None:
        return _NO_ROUTE
    numbers = {
        name: str(value)
        for name, value in sorted(match.kwargs.items())
        if isinstance(value, (int, UUID))
    }
    return f"{match.view_name} {numbers}"
