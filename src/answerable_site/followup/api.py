"""Trackers that the system of a policing body sends, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.utils import timezone
from ninja import File, Form, Header, Path, Query, Router, Schema, Status, UploadedFile
from pydantic import ConfigDict, Field

from answerable.documents import Unreadable
from answerable.documents.tables import read_table
from answerable_site.followup import operations, presenters, queries
from answerable_site.followup.rules import tracker as rules
from answerable_site.interface import (
    NOT_CHANGED,
    Key,
    Mistake,
    Page,
    Paging,
    Problem,
    Told,
    changed_at,
    check_size,
    page_down,
    page_of,
)
from answerable_site.people.api import MachineToken, done_once, scoped
from answerable_site.people.operations import GivenAnswer
from answerable_site.people.queries import policing_bodies
from answerable_site.people.requests import Request
from answerable_site.people.rules import Role, Scope

router = Router(tags=["Trackers of follow-up"])
_MOST_MISTAKES = 200


class TrackerTold(Told):
    """A tracker that was loaded whole: its receipt."""

    id: int
    name: str
    """Of the file."""
    sha256: str
    mapping: str
    """How it was read: the name under which somebody kept it."""
    as_at: date
    """The civil date of which the tracker speaks."""
    rows: int
    added: int
    changed: int
    unchanged: int
    loaded_at: datetime
    loaded_by: str


class NewTracker(Schema):
    """What is said of a tracker that is sent."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    mapping: str = Field(min_length=1, max_length=60, pattern=r"^[^\x00]+$")
    """How it is read: the name under which somebody kept its columns and words on its page."""
    as_at: date
    """The civil date of which the tracker speaks."""
    sheet: str = Field("", max_length=200, pattern=r"^[^\x00]*$")
    """Which sheet of a workbook, where there are several."""


@router.get(
    "/trackers",
    response={200: Page[TrackerTold], **NOT_CHANGED},
    auth=MachineToken(Scope.READ_TRACKERS),
    openapi_extra=scoped(Scope.READ_TRACKERS),
    url_name="trackers",
)
def trackers(request: Request, response: HttpResponse, wanted: Query[Paging]) -> Any:
    """Receipts of the trackers of the body, the latest first."""
    found = queries.trackers_loaded(request.viewer)
    rows, following = page_down(found, by=("pk",), of="trackers", paging=wanted)
    return page_of([_told(one) for one in rows], following, request=request, response=response)


@router.get(
    "/trackers/{tracker_id}",
    response={200: TrackerTold, **NOT_CHANGED},
    auth=MachineToken(Scope.READ_TRACKERS),
    openapi_extra=scoped(Scope.READ_TRACKERS),
    url_name="tracker",
)
def tracker(
    request: Request,
    response: HttpResponse,
    tracker_id: Path[Annotated[int, Field(ge=1, le=10**18)]],
) -> Any:
    """The receipt of one tracker."""
    found = queries.trackers_loaded(request.viewer).filter(pk=tracker_id).first()
    if found is None:
        raise Problem("not-found", "Your body has no tracker of this number.")
    changed_at(response, found.at)
    return _told(found)


@router.post(
    "/trackers",
    response={201: TrackerTold},
    auth=MachineToken(Scope.SEND_TRACKERS),
    openapi_extra=scoped(Scope.SEND_TRACKERS),
    url_name="trackers",
    operation_id="send_tracker",
)
def send_tracker(
    request: Request,
    response: HttpResponse,
    idempotency_key: Header[Key],
    told: Form[NewTracker],
    file: File[UploadedFile],
) -> Any:
    """Load a tracker whole, or not at all where a row is refused: each is listed then.

    CSV, Excel or OpenDocument. It is read as a mapping says that a person kept before.
    """
    check_size(file, settings.MAX_UPLOAD_BYTES)
    try:
        given = done_once(request, response, key=idempotency_key, told=told, file=file, act=_take)
    except (operations.PlanChanged, operations.NothingToLoad) as problem:
        raise Problem("in-the-way", str(problem)) from problem
    return Status(given.status, given.body)


@dataclass(frozen=True, slots=True)
class _Read:
    """A tracker as its mapping reads it, and what loading it would do."""

    body: Any
    mapping: Any
    rows: tuple[rules.ReadRow, ...]
    columns: rules.Columns
    plan: rules.Plan


def _take(request: Request, told: NewTracker, file: UploadedFile) -> GivenAnswer:
    content = file.read()
    read = _read(request, told, content)
    refused = [row for row in read.plan.rows if row.outcome is rules.Outcome.REFUSED]
    if refused:
        raise Problem(
            "not-valid",
            f"Nothing was loaded: {len(refused)} of {len(read.plan.rows)} rows have a mistake.",
            tuple(
                Mistake(where=f"file.row.{row.number}", says=said)
                for row in refused[:_MOST_MISTAKES]
                for said in presenters.sentences(row, read.columns)
            ),
        )
    at = timezone.now()
    kept = operations.keep_tracker(
        by=request.viewer,
        at=at,
        body=read.body,
        name=file.name or "tracker",
        content=ContentFile(content),
    )
    loaded = operations.load_tracker(
        by=request.viewer,
        at=at,
        on=timezone.localdate(at),
        as_at=told.as_at,
        body=read.body,
        kept=kept,
        mapping=read.mapping,
        rows=read.rows,
        digest=read.plan.digest,
    )
    found = queries.trackers_loaded(request.viewer).get(pk=loaded.pk)
    return GivenAnswer(201, TrackerTold(**_told(found)).model_dump(mode="json"))


def _read(request: Request, told: NewTracker, content: bytes) -> _Read:
    [body_id] = request.viewer.organisations_where(Role.RESPONSE_OFFICER)
    mapping = queries.latest_mappings(request.viewer, body_id).get(told.mapping)
    if mapping is None:
        raise Problem(
            "not-found",
            "No mapping is kept under this name. Somebody sends the tracker once on its page, and "
            "keeps there how it is read.",
        )
    try:
        table = read_table(content, sheet=told.sheet or None)
    except Unreadable as refusal:
        raise _mistake("file", str(refusal)) from refusal
    if table.read is None:
        names = ", ".join(one.name for one in table.sheets)
        raise _mistake("form.sheet", f"The workbook has several sheets. Name one of: {names}.")
    said = rules.Mapping.from_json(mapping.told)
    columns = rules.columns_of(table.rows, said)
    if columns.problems:
        raise _mistake("file", *columns.problems)
    body, today = policing_bodies().get(pk=body_id), timezone.localdate()
    rows = tuple(rules.rows_of(table.rows, columns, said, today=today))
    known = queries.known_to_trackers(request.viewer, body, on=today)
    return _Read(body, mapping, rows, columns, rules.planned(rows, known, said, as_at=told.as_at))


def _mistake(where: str, *says: str) -> Problem:
    mistakes = tuple(Mistake(where=where, says=one) for one in says)
    return Problem("not-valid", "The tracker cannot be read as its mapping says.", mistakes)


def _told(loaded: Any) -> dict[str, Any]:
    return {
        "id": loaded.pk,
        "name": loaded.name,
        "sha256": loaded.sha256,
        "mapping": loaded.mapping.name,
        "as_at": loaded.as_at_on,
        "rows": loaded.rows,
        "added": loaded.added,
        "changed": loaded.changed,
        "unchanged": loaded.unchanged,
        "loaded_at": loaded.at,
        "loaded_by": loaded.by.full_name,
    }
