"""The words of follow-up: three states that are never one, ratings, kinds of evidence."""

from __future__ import annotations

from enum import StrEnum


class OwnView(StrEnum):
    """What the organisation that has to act says of itself. A claim: it closes nothing."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    COMPLETE = "complete"

    @property
    def label(self) -> str:
        return _OWN_VIEWS[self]


_OWN_VIEWS = {
    OwnView.NOT_STARTED: "Not started",
    OwnView.ON_TRACK: "On track",
    OwnView.AT_RISK: "At risk",
    OwnView.OFF_TRACK: "Off track",
    OwnView.COMPLETE: "Complete, in its own view",
}


class AssuranceKind(StrEnum):
    """What a level of assurance amounts to. A body names its levels as it likes."""

    NONE = "none"
    PARTIAL = "partial"
    DEMONSTRATING = "demonstrating"
    """The work is done and has to show for a while that it lasts, before it may turn complete."""
    COMPLETE = "complete"

    @property
    def label(self) -> str:
        return _ASSURANCES[self]


_ASSURANCES = {
    AssuranceKind.NONE: "No assurance",
    AssuranceKind.PARTIAL: "Some assurance",
    AssuranceKind.DEMONSTRATING: "Done, and to be shown to last",
    AssuranceKind.COMPLETE: "Assured as complete",
}


class InspectorateStatus(StrEnum):
    """What the inspectorate says: the only closure from outside."""

    AWAITING_REVIEW = "awaiting_review"
    IN_PROGRESS = "in_progress"
    COMPLETE = "complete"
    NO_FURTHER_ACTION = "no_further_action"
    SUPERSEDED = "superseded"

    @property
    def label(self) -> str:
        return _INSPECTORATES[self]

    @property
    def is_closed(self) -> bool:
        """Whether the inspectorate looks at it no longer."""
        return self in {
            InspectorateStatus.COMPLETE,
            InspectorateStatus.NO_FURTHER_ACTION,
            InspectorateStatus.SUPERSEDED,
        }


_INSPECTORATES = {
    InspectorateStatus.AWAITING_REVIEW: "Awaiting review",
    InspectorateStatus.IN_PROGRESS: "In progress",
    InspectorateStatus.COMPLETE: "Complete",
    InspectorateStatus.NO_FURTHER_ACTION: "Closed: no further action",
    InspectorateStatus.SUPERSEDED: "Closed: superseded",
}


class Whose(StrEnum):
    """Whose date it is."""

    INSPECTORATE = "inspectorate"
    INTERNAL = "internal"

    @property
    def label(self) -> str:
        return "The inspectorate’s date" if self is Whose.INSPECTORATE else "Set inside"


class ActionKind(StrEnum):
    """What an action is."""

    ACTION = "action"
    MILESTONE = "milestone"
    TASK = "task"
    """A part of an action."""

    @property
    def label(self) -> str:
        return self.value.capitalize()


class ActionState(StrEnum):
    """How far an action has come."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return _ACTIONS[self]

    @property
    def is_open(self) -> bool:
        """Whether something is left to do."""
        return self in OPEN_STATES


OPEN_STATES = frozenset({ActionState.NOT_STARTED, ActionState.IN_PROGRESS})
_ACTIONS = {
    ActionState.NOT_STARTED: "Not started",
    ActionState.IN_PROGRESS: "In progress",
    ActionState.DONE: "Done",
    ActionState.CANCELLED: "Cancelled",
}


class Rating(StrEnum):
    """How a progress update rates what it tells. The word stands beside every colour."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def label(self) -> str:
        return _RATINGS[self]


_RATINGS = {
    Rating.GREEN: "Green: going to plan",
    Rating.AMBER: "Amber: needs attention",
    Rating.RED: "Red: not going to plan",
}


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    FILE = "file"
    LINK = "link"
    MINUTES = "minutes"
    MEASURE = "measure"
    CASE_REVIEW = "case_review"

    @property
    def label(self) -> str:
        return _EVIDENCE[self]

    @property
    def is_a_file(self) -> bool:
        return self in {EvidenceKind.FILE, EvidenceKind.MINUTES}


_EVIDENCE = {
    EvidenceKind.FILE: "A file",
    EvidenceKind.LINK: "A link to a page or a document",
    EvidenceKind.MINUTES: "Minutes of a meeting",
    EvidenceKind.MEASURE: "A measure",
    EvidenceKind.CASE_REVIEW: "The result of a review of case files",
}


class RiskRating(StrEnum):
    """How much a risk matters."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def label(self) -> str:
        return self.value.capitalize()


class Pathway(StrEnum):
    """What a practice review looks at; recommendations 5, 6 and 7 of the joint rape inspection ask
    for the first three at intervals."""

    ESCALATION = "escalation"
    TELLING_VICTIMS = "telling_victims"
    RIGHT_TO_REVIEW = "right_to_review"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _PATHWAYS[self]


_PATHWAYS = {
    Pathway.ESCALATION: "How police and prosecutors escalate a disagreement",
    Pathway.TELLING_VICTIMS: "How victims are told of a decision to take no further action",
    Pathway.RIGHT_TO_REVIEW: "Take-up of the right to review, and whether investigators know it",
    Pathway.OTHER: "Another practice",
}
