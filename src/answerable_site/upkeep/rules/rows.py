"""What a table holds, as one number that both databases give alike.

SQLite keeps a moment as text, a truth as a number and a UUID as 32 letters; PostgreSQL has types
of its own. Each value is brought into one form first. A digest says whether rows got lost or
changed on the way; that nobody exchanged them on purpose is for the encryption of the archive.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

import msgspec

_SPACE: Final = 1 << 256
_MICROSECOND: Final = timedelta(microseconds=1)


class Kind(StrEnum):
    """How the values of a column are brought into one form."""

    PLAIN = "plain"
    TRUTH = "truth"
    MOMENT = "moment"
    DAY = "day"
    TIME = "time"
    NUMBER = "number"
    JSON = "json"
    UUID = "uuid"
    BYTES = "bytes"
    SPAN = "span"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name in the database."""

    name: str
    kind: Kind = Kind.PLAIN
    places: int = 0
    """Of a decimal number, behind the point."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table and those of its columns that count."""

    name: str
    columns: tuple[Column, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "name": self.name,
            "columns": [[one.name, one.kind.value, one.places] for one in self.columns],
        }

    @classmethod
    def read(cls, told: dict[str, Any]) -> Table:
        """The table that `as_json` told of."""
        columns = (Column(name, Kind(kind), places) for name, kind, places in told["columns"])
        return cls(told["name"], tuple(columns))


@dataclass(frozen=True, slots=True)
class Held:
    """How many rows a table holds, and their digest, whatever order they come in."""

    rows: int
    digest: str


@dataclass(slots=True)
class Digesting:
    """Takes the rows of a table, a stretch at a time."""

    table: Table
    rows: int = 0
    _total: int = 0
    _forms: list[tuple[int, Callable[[Any], Any]]] = field(init=False)
    _encode: Callable[[Any], bytes] = field(init=False, default=msgspec.msgpack.Encoder().encode)

    def __post_init__(self) -> None:
        self._forms = forms_of(self.table.columns)

    def take(self, rows: Iterable[Sequence[Any]]) -> None:
        """Add rows, whose values stand in the order of the columns."""
        for row in rows:
            told = in_one_form(row, self._forms)
            number = hashlib.sha256(self._encode(told)).digest()
            self._total = (self._total + int.from_bytes(number, "big")) % _SPACE
            self.rows += 1

    def held(self) -> Held:
        """What was taken so far."""
        return Held(self.rows, f"{self._total:064x}")


def forms_of(columns: Sequence[Column]) -> list[tuple[int, Callable[[Any], Any]]]:
    """By place, how a value gets its one form; columns whose values have it already are left out.

    The form is one that either database takes back: a moment in UTC, a truth, a Decimal.
    """
    found = []
    for place, column in enumerate(columns):
        form = _number(column.places) if column.kind is Kind.NUMBER else _FORMS.get(column.kind)
        if form is not None:
            found.append((place, form))
    return found


def in_one_form(row: Sequence[Any], forms: list[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    """A row as both databases have it."""
    told = list(row)
    for place, form in forms:
        if told[place] is not None:
            told[place] = form(told[place])
    return told


def differences(before: dict[str, Held], after: dict[str, Held]) -> list[str]:
    """A sentence for each table that lost rows, or holds others; empty if all are equal."""
    told = []
    for name, one in before.items():
        now = after.get(name)
        if now is None:
            told.append(f"The table {name} is missing.")
        elif now.rows != one.rows:
            told.append(f"The table {name} has {now.rows:,} rows in place of {one.rows:,}.")
        elif now != one:
            told.append(f"The table {name} has as many rows, and not the same ones.")
    return told


def _moment(value: Any) -> datetime:
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    # SQLite's text names no zone; the site writes it in UTC.
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _time(value: Any) -> time:
    return value if isinstance(value, time) else time.fromisoformat(value)


def _number(places: int) -> Callable[[Any], Decimal]:
    step = Decimal(1).scaleb(-places)
    return lambda value: Decimal(str(value)).quantize(step)


def _json(value: Any) -> str:
    read = json.loads(value) if isinstance(value, (str, bytes)) else value
    return json.dumps(_whole(read), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _whole(value: Any) -> Any:
    """PostgreSQL writes 1e22 in full: a number without a fraction is a whole one to both."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_whole(one) for one in value]
    if isinstance(value, dict):
        return {name: _whole(one) for name, one in value.items()}
    return value


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _span(value: Any) -> int:
    """Whole microseconds."""
    return value // _MICROSECOND if isinstance(value, timedelta) else int(value)


def _address(value: Any) -> str:
    return str(value).partition("/")[0]


_FORMS: Final[dict[Kind, Callable[[Any], Any]]] = {
    Kind.TRUTH: bool,
    Kind.MOMENT: _moment,
    Kind.DAY: _day,
    Kind.TIME: _time,
    Kind.JSON: _json,
    Kind.UUID: _uuid,
    Kind.BYTES: bytes,
    Kind.SPAN: _span,
    Kind.ADDRESS: _address,
}
