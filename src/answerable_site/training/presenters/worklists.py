"""What waits for a training coordinator, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from answerable_site.training.rules import Waiting


@dataclass(frozen=True, slots=True)
class ShownWaiting:
    """A training record that waits for something."""

    record: int
    name: str
    by_on: date
    is_past: bool


@dataclass(frozen=True, slots=True)
class ShownWorker:
    """Somebody who is not qualified and works on open cases."""

    record: int
    name: str
    cases: str


def shown_waiting(
    waiting: Iterable[Waiting], names: Mapping[int, str], *, today: date
) -> list[ShownWaiting]:
    """Records that wait, in their order."""
    return [
        ShownWaiting(one.record, names[one.record], one.by_on, one.by_on < today) for one in waiting
    ]


def shown_workers(
    records: Iterable[int],
    names: Mapping[int, str],
    users: Mapping[int, int],
    open_cases: Mapping[int, int],
) -> list[ShownWorker]:
    """Those of some records whose people work on open cases, the most first.

    Args:
        users: whose each record is.
        open_cases: how many each person works on.
    """
    found = [(open_cases.get(users[record], 0), record) for record in records]
    return [
        ShownWorker(record, names[record], "1 open case" if cases == 1 else f"{cases} open cases")
        for cases, record in sorted(found, key=lambda one: (-one[0], names[one[1]]))
        if cases
    ]
