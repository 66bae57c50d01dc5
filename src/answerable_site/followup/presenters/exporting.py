"""A commitment as the cells of a row of a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from answerable_site.followup import rules
from answerable_site.followup.presenters.listing import (
    assurance_in_words,
    commitment_heading,
    own_view_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable_site.followup.queries import Line

Cell = str | int | date | None
COLUMNS = (
    "Number here",
    "Report",
    "Recommendation",
    "Recommendation in full",
    "What was promised",
    "Organisation",
    "Followed up by",
    "Owner",
    "Original date",
    "Date now",
    "Times moved",
    "Days moved",
    "Whose date",
    "Timeliness",
    "Days late",
    "Done on, as the organisation says",
    "Closed on",
    "The organisation’s own view",
    "The office’s assurance",
    "The inspectorate’s status",
    "Review due",
    "Newest evidence speaks of",
    "Paused until",
)
_INSPECTORATES = {status.value: status.label for status in rules.InspectorateStatus}
_WHOSE = {whose.value: whose.label for whose in rules.Whose}


def cells(line: Line, *, bodies: Mapping[int, str], on: date) -> tuple[Cell, ...]:
    """The cells of `COLUMNS`, seen from a day. Empty where nothing is known.

    Args:
        bodies: names of those that follow commitments up, by key.
    """
    dates = line.dates
    return (
        line.id,
        line.inspection,
        commitment_heading(line),
        line.text,
        line.summary,
        line.organisation,
        bodies[line.body_id],
        line.owner,
        line.original_on,
        line.target_on,
        line.revisions,
        rules.days_moved(line.original_on, line.target_on),
        _WHOSE.get(line.whose_date),
        rules.in_words(dates, on=on),
        rules.days_late(dates, on=on),
        line.done_on,
        line.closed_on,
        own_view_in_words(line.own_view),
        assurance_in_words(line),
        _INSPECTORATES.get(line.inspectorate, "Nothing said yet"),
        line.review_due_on,
        line.evidence_on,
        line.paused_until,
    )
