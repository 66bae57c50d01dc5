"""Order that no case can break: nothing happens before the report, or to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.records.event import Event, Recorded
from answerable.records.file import CaseFile
from answerable.records.kinds.people import SuspectIdentified, SuspectStatus, VictimIdentified
from answerable.records.kinds.report import OffenceAlleged


def impossible(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Why an event cannot have happened, whatever its kind."""
    event = recorded.event
    if event.on < file.reported_on:
        yield "This day is before the report to the police. Check both days."
    if not isinstance(event, VictimIdentified):
        for victim in sorted(_named(event, "victim") - _victims(file)):
            yield f"The case has no victim {victim}. Record the victim first."
    if not isinstance(event, SuspectIdentified):
        for suspect in sorted(_named(event, "suspect") - _suspects(file)):
            yield f"The case has no suspect {suspect}. Record the suspect first."
    if isinstance(event, OffenceAlleged) and _ends_before_it_begins(event):
        yield "The last day of the offence is before its first day."
    if isinstance(event, SuspectStatus) and event.ends_on and event.ends_on < event.on:
        yield "The bail would end before it began."


def _ends_before_it_begins(offence: OffenceAlleged) -> bool:
    return bool(offence.from_on and offence.to_on and offence.to_on < offence.from_on)


def _named(event: Event, whom: str) -> set[int]:
    one: int | None = getattr(event, whom, None)
    several: tuple[int, ...] = getattr(event, f"{whom}s", ())
    return {*several, *([one] if one else [])}


def _victims(file: CaseFile) -> set[int]:
    return {event.victim for _, event in file.of(VictimIdentified)}


def _suspects(file: CaseFile) -> set[int]:
    return {event.suspect for _, event in file.of(SuspectIdentified)}
