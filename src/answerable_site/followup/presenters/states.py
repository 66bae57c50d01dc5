"""Three states beside each other, each with its latest words and its whole history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.presenters.parts import Act, Entry, Tag, newest_first, said

if TYPE_CHECKING:
    from answerable_site.followup.models import Commitment

OWN_VIEWS = {
    rules.OwnView.NOT_STARTED: "grey",
    rules.OwnView.ON_TRACK: "blue",
    rules.OwnView.AT_RISK: "yellow",
    rules.OwnView.OFF_TRACK: "red",
    rules.OwnView.COMPLETE: "green",
}
ASSURANCES = {
    rules.AssuranceKind.NONE: "grey",
    rules.AssuranceKind.PARTIAL: "yellow",
    rules.AssuranceKind.DEMONSTRATING: "blue",
    rules.AssuranceKind.COMPLETE: "green",
}
INSPECTORATES = {
    rules.InspectorateStatus.AWAITING_REVIEW: "grey",
    rules.InspectorateStatus.IN_PROGRESS: "blue",
    rules.InspectorateStatus.COMPLETE: "green",
    rules.InspectorateStatus.NO_FURTHER_ACTION: "grey",
    rules.InspectorateStatus.SUPERSEDED: "grey",
}
NOTHING = Tag("Nothing said yet")


@dataclass(frozen=True, slots=True)
class State:
    """One of the three states: whose it is, what it is now, and how it came to be."""

    heading: str
    whose: str
    tag: Tag
    latest: Entry | None
    acts: tuple[Act, ...]
    earlier: tuple[Entry, ...]


def own_view_tag(view: str) -> Tag:
    """What the organisation says of itself."""
    if not view:
        return NOTHING
    return Tag(rules.OwnView(view).label, OWN_VIEWS[rules.OwnView(view)])


def assurance_tag(kind: str, name: str = "") -> Tag:
    """What the office found, as it calls it."""
    if not kind:
        return NOTHING
    known = rules.AssuranceKind(kind)
    return Tag(name or known.label, ASSURANCES[known])


def inspectorate_tag(status: str) -> Tag:
    """What the inspectorate says."""
    if not status:
        return NOTHING
    known = rules.InspectorateStatus(status)
    return Tag(known.label, INSPECTORATES[known])


def three_states(commitment: Commitment, acts: Sequence[tuple[Act, ...]]) -> tuple[State, ...]:
    """Own view, assurance, inspectorate’s status, in this order.

    Args:
        acts: what the viewer may do about each.
    """
    own = [_own(row) for row in newest_first(commitment.own_statements.all())]
    given = [_assurance(row) for row in newest_first(commitment.assurances.all())]
    told = [_inspectorate(row) for row in newest_first(commitment.inspectorate_statements.all())]
    return (
        _state(
            "Own view",
            f"What {commitment.organisation.name} says of itself",
            own_view_tag(commitment.own_view),
            own,
            acts[0],
        ),
        _state(
            "Assurance",
            f"What {commitment.body.name} judges on what it has seen",
            assurance_tag(commitment.assurance, commitment.assurance_name),
            given,
            acts[1],
        ),
        _state(
            "Inspectorate’s status",
            "What the inspectorate says; nobody else closes it for the inspectorate",
            inspectorate_tag(commitment.inspectorate),
            told,
            acts[2],
        ),
    )


def _state(heading: str, whose: str, tag: Tag, rows: list[Entry], acts: tuple[Act, ...]) -> State:
    # After a reopening the old words are history: nothing is said of now.
    current = rows[0] if rows and tag is not NOTHING else None
    return State(heading, whose, tag, current, acts, tuple(rows[1:] if current else rows))


def _own(row: Any) -> Entry:
    told = ("Told to the office, which wrote it down",) if row.told_to_office else ()
    return Entry(
        rules.OwnView(row.view).label,
        facts=(f"As at {date_in_words(row.on)}", said(row.by, row.at), *told),
        words=row.words,
    )


def _assurance(row: Any) -> Entry:
    return Entry(row.level.name, facts=(said(row.by, row.at),), words=row.words)


def _inspectorate(row: Any) -> Entry:
    level = (f"Level: {row.closure_level}",) if row.closure_level else ()
    source = (f"Source: {row.source_address}",) if row.source_address else ()
    return Entry(
        rules.InspectorateStatus(row.status).label,
        facts=(f"Said on {date_in_words(row.on)}", *level, f"Entered by {said(row.by, row.at)}"),
        words=row.words,
        notes=source,
    )
