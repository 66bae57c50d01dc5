"""What an invented inspection report is: the document, and the facts that a reader should find."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.extraction.model import DocumentKind, InspectionType, ItemKind
from answerable.writing.blocks import WrittenDocument

FORCE = "Wexmoor Police"
POLICING_BODY = "Police and Crime Commissioner for Wexmoor"
NEIGHBOUR = "Sallowfen Constabulary"

WRITER = "Answerable demonstration"
SYNTHETIC = "SYNTHETIC: invented for demonstration. No such inspection took place."


@dataclass(frozen=True, slots=True)
class InventedItem:
    """A finding as the document words it, in the terms of `answerable.extraction.model.Item`."""

    text: str
    number: str | None = None
    kind: ItemKind = ItemKind.RECOMMENDATION
    sub_points: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    deadline: str | None = None
    deadline_worded: str | None = None
    parent: int | None = None
    """Index of the cause of concern that a recommendation stands under."""


class Course(StrEnum):
    """What an explanation says was done about a recommendation."""

    TAKEN = "taken"
    PROPOSED = "proposed"
    NONE = "none"
    OTHERS = "others"
    """It is addressed to others."""
    ELSEWHERE = "elsewhere"
    """The response to an earlier report answers it."""


class InventedPriority(StrEnum):
    """A priority of the invented body's Police and Crime Plan."""

    CALLS = "An answer for everybody who calls"
    VICTIMS = "Victims know what happens next"
    CUSTODY = "Nobody comes to harm in custody"


@dataclass(frozen=True, slots=True)
class InventedExplanation:
    """The explanation for one item: the action taken or proposed, or why there is none."""

    item: int
    """Index in `InventedReport.items`."""
    course: Course
    text: str
    serves: InventedPriority | None = None
    earlier_report: str = ""
    """For what is answered elsewhere: `InventedReport.key` of the report answered there."""


@dataclass(frozen=True, slots=True)
class InventedAnswer:
    """The published response to a report; it explains every recommendation, or says why not."""

    published: date
    chief_officer_comments: str
    reply: str
    explanations: tuple[InventedExplanation, ...]
    comments_came: date | None = None
    """When the chief officer's comments came, if that was after publication."""
    incomplete_because: str = ""
    """Why it was published although an explanation is missing."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """An item that asks again for what an earlier report asked for."""

    number: str
    earlier_report: str
    """`InventedReport.key` of the earlier one."""
    earlier_number: str


@dataclass(frozen=True, slots=True)
class InventedReport:
    """A report for the demonstration and what is true of it."""

    key: str
    """A short name, stable between releases."""
    document: WrittenDocument
    published: date
    inspection_type: InspectionType
    document_kind: DocumentKind
    inspectorates: tuple[str, ...]
    items: tuple[InventedItem, ...]
    series: str | None = None
    """The name that the parts of one inspection share."""
    repeats: tuple[Repeat, ...] = ()
    answer: InventedAnswer | None = None

    @property
    def title(self) -> str:
        """The title as printed."""
        return self.document.title
