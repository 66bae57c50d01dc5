"""What may take the place of an event: one of its kind, or that it was recorded in error."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.records.event import Recorded
from answerable.records.file import CaseFile


def impossible(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Why an event cannot put right what it says it does.

    Args:
        file: with what is put right.
    """
    if recorded.replaces is None:
        if recorded.event.LEAVES_NOTHING:
            yield "Say which event was recorded in error."
        return
    replaced = next((one for one in file.standing if one.number == recorded.replaces), None)
    if replaced is None:
        yield "What this would put right does not stand any more. Put right what stands instead."
    elif not (recorded.event.LEAVES_NOTHING or type(replaced.event) is type(recorded.event)):
        yield "What this would put right is of another kind."
