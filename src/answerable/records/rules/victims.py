"""The victims of a case, and since when each is known."""

from __future__ import annotations

from datetime import date

from answerable.records.file import CaseFile
from answerable.records.kinds.people import VictimIdentified


def victims(file: CaseFile) -> dict[int, date]:
    """Each victim by number, with the first day on which the case knew of them."""
    known: dict[int, date] = {}
    for _, event in file.of(VictimIdentified):
        known.setdefault(event.victim, max(event.on, file.reported_on))
    return known
