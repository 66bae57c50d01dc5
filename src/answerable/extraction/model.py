"""What a reading of an inspection document holds: facts, items, the response printed in it, doubts.

Everything here is a machine's proposal. A person turns items into recommendations on the site.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class ItemKind(StrEnum):
    """The three kinds of finding that an inspectorate asks somebody to act on."""

    RECOMMENDATION = "recommendation"
    AREA_FOR_IMPROVEMENT = "area_for_improvement"
    CAUSE_OF_CONCERN = "cause_of_concern"


class InspectionType(StrEnum):
    """Which bodies a report is about, as far as its text shows."""

    NATIONAL = "national"
    FORCE = "force"
    JOINT = "joint"
    REINSPECTION = "re-inspection"
    LETTER = "letter"


class DocumentKind(StrEnum):
    """What sort of paper this is."""

    REPORT = "report"
    LETTER = "letter"
    RESPONSE = "response"
    TRACKER = "tracker"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: page counted from 1, character span in `Document.text`, the words."""

    page: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is asked, as worded, and the kind of body it is."""

    name: str
    """As worded: "Police Forces", "the Home Office"; "the force" becomes its name where the text
    gives it."""
    kind: str
    """One of `addressees.KINDS`: forces, force, chief_constables, local_policing_bodies, cps,
    home_office, ministry_of_justice, college_of_policing, national_lead, inspectorate,
    support_services, fire_service, government, other."""
    conditional: str | None = None
    """The condition as worded ("that lacks a written policy"), if the address is conditional."""


@dataclass(frozen=True, slots=True)
class SubPoint:
    """A printed bullet of an item. Addressees and deadline are its own where it names them, else
    those of the item's lead-in."""

    text: str
    label: str | None
    """The printed label ("a", "i"); None for a mere bullet."""
    addressees: tuple[Addressee, ...]
    deadline: str | None
    deadline_worded: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation, area for improvement or cause of concern found in a document."""

    number: str | None
    """As printed, without the name of the kind ("4", "3a", "R4"); None where none is printed. A
    label, never a position."""
    kind: ItemKind
    text: str
    """Verbatim, without number and without the bullets held in `sub_points`."""
    sub_points: tuple[SubPoint, ...]
    addressees: tuple[Addressee, ...]
    deadline: str | None
    """ISO date, ISO month, "immediately", "within N days|weeks|months", or None."""
    deadline_worded: str | None
    deadline_from: str | None
    """What a relative deadline counts from, as worded ("of this letter"); None if not stated."""
    place: Place
    other_places: tuple[Place, ...]
    """The same item printed elsewhere (summary, appendix)."""
    parent: int | None
    """Index in `Reading.items` of the cause of concern that this recommendation stands under."""
    confidence: float
    """0 to 1: how sure the rules are that this is an item with these limits."""
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A graded judgement: the question and the grade, both as printed."""

    question: str
    grade: str
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """A key finding, verbatim."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class PrintedResponse:
    """Response texts printed in the document itself; None where there is none."""

    policing_body: str | None = None
    chief_officer: str | None = None
    individually_explained: tuple[str, ...] = ()
    """Numbers of items that the response explains one by one."""
    latest_mention: str | None = None
    """ISO date or month of the latest past date that the response speaks of: it cannot have been
    written before."""
    latest_mention_worded: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a document says about an inspection, with the places where it says so."""

    title: str | None
    published: str | None
    """ISO date of the inspection report or letter; None where the text does not show it."""
    published_worded: str | None
    inspection_type: InspectionType | None
    inspectorates: tuple[str, ...]
    """Short names: "HMICFRS", "HMCPSI"."""
    force: str | None
    """The one force that the report is about, as named."""
    document_kind: DocumentKind
    key_findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]
    items: tuple[Item, ...]
    response: PrintedResponse
    warnings: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The reading as plain data, in the shape that `answerable extract` prints."""
        return {
            "title": self.title,
            "published": self.published,
            "published_worded": self.published_worded,
            "inspection_type": self.inspection_type,
            "inspectorates": list(self.inspectorates),
            "force": self.force,
            "document_kind": self.document_kind,
            "key_findings": [finding.text for finding in self.key_findings],
            "judgements": [
                {"question": judgement.question, "grade": judgement.grade}
                for judgement in self.judgements
            ],
            "items": [_item_as_json(item) for item in self.items],
            "response": asdict(self.response),
            "warnings": list(self.warnings),
        }


def _item_as_json(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "kind": item.kind,
        "text": item.text,
        "sub_points": [point.text for point in item.sub_points],
        "sub_point_details": [
            {
                "label": point.label,
                "addressees": [addressee.name for addressee in point.addressees],
                "deadline": point.deadline,
                "deadline_worded": point.deadline_worded,
                **_place_as_json(point.place),
            }
            for point in item.sub_points
        ],
        "addressees": [addressee.name for addressee in item.addressees],
        "addressee_details": [asdict(addressee) for addressee in item.addressees],
        "deadline": item.deadline,
        "deadline_worded": item.deadline_worded,
        "deadline_from": item.deadline_from,
        **_place_as_json(item.place),
        "quote": item.place.quote,
        "other_places": [_place_as_json(place) for place in item.other_places],
        "parent": item.parent,
        "confidence": item.confidence,
        "doubts": list(item.doubts),
    }


def _place_as_json(place: Place) -> dict[str, Any]:
    return {"page": place.page, "span": [place.start, place.end]}
