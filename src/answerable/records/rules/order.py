"""Order that no case can break: nothing happens before the report, or to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.records.event import Recorded
from answerable.records.file import CaseFile
from answerable.records.kinds.people import SuspectIdentified, SuspectStatus, VictimIdentified
from answerable.records.kinds.report import OffenceAlleged


def impossible(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Why an event cannot have happened, whatever its kind."""
    event = recorded.event
    if event.on < file.reported_on:
        yield "This day is before the report to the police. Check both days."
    victim = getattr(event, "victim", None)
    if victim and not isinstance(event, VictimIdentified) and victim not in _victims(file):
        yield f"The case has no victim {victim}. Record the victim first."
    suspect = getattr(event, "suspect", None)
    if suspect and not isinstance(event, SuspectIdentified) and suspect not in _suspects(file):
        yield f"The case has no suspect {suspect}. Record the suspect first."
    if isinstance(event, OffenceAlleged) and _ends_before_it_begins(event):
        yield "The last day of the offence is before its first day."
    if isinstance(event, SuspectStatus) and event.ends_on and event.ends_on < event.on:
        yield "The bail would end before it began."
    if recorded.replaces is not None:
        yield from _replacing(file, recorded)


def _ends_before_it_begins(offence: OffenceAlleged) -> bool:
    return bool(offence.from_on and offence.to_on and offence.to_on < offence.from_on)


def _replacing(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    replaced = next((one for one in file.standing if one.number == recorded.replaces), None)
    if replaced is None:
        yield "What this would put right does not stand any more. Put right what stands instead."
    elif type(replaced.event) is not type(recorded.event):
        yield "What this would put right is of another kind."


def _victims(file: CaseFile) -> set[int]:
    return {event.victim for _, event in file.of(VictimIdentified)}


def _suspects(file: CaseFile) -> set[int]:
    return {event.suspect for _, event in file.of(SuspectIdentified)}
