"""What names an earlier event names one that is there, of that kind and that person."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.records.event import Event, Recorded
from answerable.records.file import CaseFile


def impossible(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Why an event cannot name the earlier events that it names (`Event.REFERS`)."""
    for number, kind in _named(recorded.event):
        yield from _naming(file, recorded.event, number, kind)


def _named(event: Event) -> Iterator[tuple[int, type[Event]]]:
    for field, kind in event.REFERS.items():
        value = getattr(event, field)
        numbers = value if isinstance(value, tuple) else (value,)
        yield from ((number, kind) for number in numbers if number is not None)


def _naming(file: CaseFile, event: Event, number: int, kind: type[Event]) -> Iterator[str]:
    earlier = file.named(number, kind)
    if earlier is None:
        yield f"The case has no such event under “{kind.LABEL}”. Record that first."
    elif event.on < earlier.on:
        yield f"“{event.LABEL}” is before “{kind.LABEL}”, which it follows. Check both days."
    elif _of_another(event, earlier):
        yield f"“{event.LABEL}” and “{kind.LABEL}” are not of the same person. Check both."


def _of_another(event: Event, other: Event) -> bool:
    return any(
        getattr(event, person) != getattr(other, person)
        for person in ("victim", "suspect")
        if getattr(event, person, None) and getattr(other, person, None)
    )
