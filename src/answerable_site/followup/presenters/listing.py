"""Commitments and actions as lines of a table. Made by the thousand: kept cheap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.presenters.addresses import ACTION, COMMITMENT
from answerable_site.register.presenters.listing import heading_of

if TYPE_CHECKING:
    from answerable_site.followup.queries import ActionLine, Line

NOTHING_SAID = "Nothing said yet"
_OWN_VIEWS = {view.value: view.label for view in rules.OwnView}
_ASSURANCES = {kind.value: kind.label for kind in rules.AssuranceKind}
_INSPECTORATES = {status.value: status.label for status in rules.InspectorateStatus}
_WHOSE = {whose.value: whose.label for whose in rules.Whose}
_STATES = {state.value: state.label for state in rules.ActionState}
_RATINGS = {rating.value: rating.label for rating in rules.Rating}
COLOURS = {
    rules.Timeliness.NO_DATE: "grey",
    rules.Timeliness.RUNNING: "blue",
    rules.Timeliness.LATE: "red",
    rules.Timeliness.SAID_IN_TIME: "yellow",
    rules.Timeliness.SAID_LATE: "orange",
    rules.Timeliness.DONE_IN_TIME: "green",
    rules.Timeliness.DONE_LATE: "orange",
    rules.Timeliness.DROPPED: "grey",
}
"""Beside the words, never instead of them."""


@dataclass(frozen=True, slots=True)
class ShownDates:
    """The original date beside the one worked to now, and how the row stands against the first."""

    original: str
    now: str
    """Empty where it never moved."""
    moved: str
    """Such as "moved 3 times"; empty where it never did."""
    whose: str
    timeliness: str
    colour: str

    @property
    def in_a_line(self) -> str:
        """All of them, for a card or a sentence."""
        parts = [self.timeliness]
        if self.original != NO_DATE:
            parts.append(f"original date {self.original}")
        if self.moved:
            parts.append(f"{self.moved}, to {self.now}")
        return "; ".join(parts)


NO_DATE = "No date"


@dataclass(frozen=True, slots=True)
class ListedCommitment:
    """One commitment in a list."""

    id: int
    href: str
    heading: str
    summary: str
    organisation: str
    report: str
    owner: str
    dates: ShownDates
    own_view: str
    assurance: str
    inspectorate: str
    paused: str


@dataclass(frozen=True, slots=True)
class ListedAction:
    """One action in a list."""

    id: int
    href: str
    title: str
    organisation: str
    owner: str
    dates: ShownDates
    state: str
    rating: str


def listed_commitment(line: Line, *, on: date) -> ListedCommitment:
    """A line of `queries.listed_commitments`, seen from a day."""
    return ListedCommitment(
        id=line.id,
        href=COMMITMENT.of(line.id),
        heading=commitment_heading(line),
        summary=line.summary,
        organisation=line.organisation,
        report=line.inspection,
        owner=line.owner or "Nobody",
        dates=shown_dates(line, on=on),
        own_view=own_view_in_words(line.own_view),
        assurance=assurance_in_words(line),
        inspectorate=_INSPECTORATES.get(line.inspectorate, NOTHING_SAID),
        paused=_paused(line.paused_until, on),
    )


def listed_action(line: ActionLine, *, on: date) -> ListedAction:
    """A line of `queries.listed_actions`, seen from a day."""
    return ListedAction(
        id=line.id,
        href=ACTION.of(line.id),
        title=line.title,
        organisation=line.organisation,
        owner=line.owner or "Nobody",
        dates=shown_dates(line, on=on),
        state=_STATES[line.state],
        rating=_RATINGS.get(line.rating, ""),
    )


def shown_dates(line: Line | ActionLine, *, on: date) -> ShownDates:
    """Both dates of a line in words. Whether it is late follows from the original alone."""
    moved = line.revisions > 0 and line.target_on is not None
    kind = rules.timeliness(line.dates, on=on)
    return ShownDates(
        original=date_in_words(line.original_on) if line.original_on else NO_DATE,
        now=date_in_words(line.target_on) if moved and line.target_on else "",
        moved=times_moved(line.revisions),
        whose=_WHOSE.get(line.whose_date, ""),
        timeliness=rules.in_words(line.dates, on=on),
        colour=COLOURS[kind],
    )


def commitment_heading(line: Line) -> str:
    """ "Recommendation 4", with its sub-point."""
    heading = heading_of(line.kind, line.number, line.text)
    if line.limb_position is None:
        return heading
    return f"{heading}, sub-point {line.limb or line.limb_position}"


def times_moved(revisions: int) -> str:
    """Such as "moved twice"; empty for never."""
    match revisions:
        case 0:
            return ""
        case 1:
            return "moved once"
        case 2:
            return "moved twice"
        case _:
            return f"moved {revisions} times"


def own_view_in_words(value: str) -> str:
    """What the organisation says of itself."""
    return _OWN_VIEWS.get(value, NOTHING_SAID)


def assurance_in_words(line: Line) -> str:
    """What the office judged, by the name that it gave the level."""
    return line.assurance_name or _ASSURANCES.get(line.assurance, NOTHING_SAID)


def state_in_words(value: str) -> str:
    """A state of a board."""
    return _OWN_VIEWS.get(value) or _ASSURANCES.get(value) or NOTHING_SAID


def _paused(until: date | None, on: date) -> str:
    return f"Paused until {date_in_words(until)}" if until and until >= on else ""
