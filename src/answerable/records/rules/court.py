"""Court: nothing before the charge, no sentence before a conviction."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.records.event import Recorded
from answerable.records.file import CaseFile
from answerable.records.kinds.court import (
    Charged,
    CourtResult,
    HearingAdjourned,
    HearingHeld,
    HearingListed,
    Plea,
    Sentenced,
)


def impossible(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Why something cannot have happened in court then."""
    event = recorded.event
    if isinstance(event, HearingListed | HearingHeld):
        yield from _nobody_charged(file, event)
    if isinstance(event, Plea | CourtResult | Sentenced) and event.suspect not in charged_by(
        file, event
    ):
        yield f"Suspect {event.suspect} had not been charged by that day. Record the charge first."
    if isinstance(event, Sentenced) and not _convicted(file, event):
        yield (
            f"Suspect {event.suspect} had not been convicted by that day. A sentence follows a "
            "conviction: record that first."
        )
    if isinstance(event, HearingListed) and event.listed_for < event.on:
        yield "The hearing would be before the day on which it was listed."
    if isinstance(event, HearingAdjourned) and event.until and event.until < event.on:
        yield "The hearing would be put off to a day that was past."


def charged_by(
    file: CaseFile, event: HearingListed | HearingHeld | Plea | CourtResult | Sentenced
) -> set[int]:
    """The suspects who were charged by the day of what happened in court."""
    return {charged.suspect for _, charged in file.of(Charged) if charged.on <= event.on}


def _nobody_charged(file: CaseFile, event: HearingListed | HearingHeld) -> Iterator[str]:
    charged = charged_by(file, event)
    for suspect in sorted(set(event.suspects) - charged):
        yield f"Suspect {suspect} had not been charged by that day. Record the charge first."
    if not event.suspects and not charged:
        yield "Nobody had been charged by that day. Record the charge first."


def _convicted(file: CaseFile, sentenced: Sentenced) -> bool:
    return any(
        result.suspect == sentenced.suspect
        and result.verdict.is_conviction
        and result.on <= sentenced.on
        for _, result in file.of(CourtResult)
    )
