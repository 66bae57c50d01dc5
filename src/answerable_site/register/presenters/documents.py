"""How a received document and the reading of it are worded."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.template.defaultfilters import filesizeformat

from answerable_site.people.rules import Viewer
from answerable_site.register import access, rules
from answerable_site.register.rules import ReadingState

if TYPE_CHECKING:
    from answerable_site.register.models import ReceivedDocument

_TAGS = {
    ReadingState.WAITING: ("Waiting to be read", "blue"),
    ReadingState.READING: ("Being read", "blue"),
    ReadingState.READ: ("Ready to confirm", "yellow"),
    ReadingState.REFUSED: ("Could not be read", "red"),
}


@dataclass(frozen=True, slots=True)
class ShownProgress:
    """How far a reading has come. `is_going_on` asks the page to look again."""

    is_going_on: bool
    is_left_behind: bool
    step: str
    percent: int
    refusal: str
    warnings: tuple[str, ...]

    @property
    def can_be_tried_again(self) -> bool:
        return bool(self.refusal) or self.is_left_behind


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document as received, and what became of it."""

    id: uuid.UUID
    name: str
    size: str
    sha256: str
    received_at: datetime
    received_by: str
    held_by: str
    state: str
    colour: str
    inspection_id: int | None
    inspection_title: str
    is_set_aside: bool
    can_handle: bool
    progress: ShownProgress


def shown_document(document: ReceivedDocument, *, viewer: Viewer, at: datetime) -> ShownDocument:
    """A document from `queries.documents_visible_to`."""
    inspection = next(iter(document.inspections.all()), None)
    state, colour = _state(document, inspection is not None)
    return ShownDocument(
        id=document.pk,
        name=document.name,
        size=filesizeformat(document.size).replace("\xa0", " "),
        sha256=document.sha256,
        received_at=document.received_at,
        received_by=document.received_by.full_name,
        held_by=document.held_by.name,
        state=state,
        colour=colour,
        inspection_id=inspection.pk if inspection else None,
        inspection_title=inspection.title if inspection else "",
        is_set_aside=document.set_aside_at is not None,
        can_handle=access.can_handle(viewer, document),
        progress=shown_progress(document, at=at),
    )


def shown_progress(document: ReceivedDocument, *, at: datetime) -> ShownProgress:
    """How far the latest reading of a document has come."""
    reading = document.readings.all()[0]
    behind = rules.left_behind(reading.state, last_sign_at=reading.last_sign_at, now=at)
    at_work = reading.state in {ReadingState.WAITING, ReadingState.READING}
    return ShownProgress(
        is_going_on=at_work and not behind,
        is_left_behind=behind,
        step=reading.step,
        percent=reading.percent,
        refusal=reading.refusal,
        warnings=(*reading.facts.get("warnings", ()), *reading.facts.get("notes", ())),
    )


def _state(document: ReceivedDocument, used: bool) -> tuple[str, str]:  # noqa: FBT001
    if used:
        return "In the register", "green"
    if document.set_aside_at is not None:
        return "Set aside", "grey"
    return _TAGS[ReadingState(document.readings.all()[0].state)]
