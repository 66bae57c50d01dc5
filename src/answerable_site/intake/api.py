"""What a system of an organisation sends of its extracts, and reads of what came of them."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Annotated, Any

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import File, Form, Header, Path, Query, Router, Schema, Status, UploadedFile
from pydantic import ConfigDict, Field

from answerable_site.intake import operations, queries, tasks
from answerable_site.intake.rules import QueueState
from answerable_site.interface import (
    NOT_CHANGED,
    Key,
    Page,
    Paging,
    Problem,
    Told,
    check_size,
    page_down,
    page_of,
)
from answerable_site.people.api import MachineToken, done_once, scoped
from answerable_site.people.operations import GivenAnswer
from answerable_site.people.requests import Request
from answerable_site.people.rules import Scope

router = Router(tags=["Loads of extracts"])
Number = Annotated[int, Field(ge=1, le=10**18)]


class SourceTold(Told):
    """A system whose extracts are loaded."""

    id: int
    name: str
    """That of its profile."""
    organisation: str
    force: str
    """Whose cases its rows are about."""
    profile_version: int


class SentTold(Told):
    """An extract that was sent and is loaded in the background."""

    id: int
    source: int
    sha256: str
    as_at: date
    state: QueueState
    percent: int
    """How much of it is done, in hundredths."""
    sent_at: datetime
    ended_at: datetime | None
    refusal: str
    """Why nothing was loaded and what to do; empty unless it was refused."""
    load: int | None
    """The number of the load, once it is there."""


class LoadTold(Told):
    """The receipt of a load: what was read and what it brought. It names no case."""

    id: int
    source: int
    organisation: str
    sha256: str
    """Of the file."""
    size: int
    as_at: date
    """The day of the extract."""
    loaded_at: datetime
    loaded_by: str
    rows_read: int
    """The four numbers of rows below add up to it."""
    rows_loaded: int
    rows_unchanged: int
    rows_set_aside: int
    rows_blank: int
    rows_waiting: int
    """Of those that were set aside, how many wait to be corrected or given up."""
    cases_added: int
    events_added: int
    events_changed: int
    events_withdrawn: int
    root_digest: str
    """Of all its events."""
    supersedes: int | None
    """The load that it corrects."""
    undone_at: datetime | None


class NewExtract(Schema):
    """What is said of an extract that is sent."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    source: Number
    """Which source it is from: its `id`."""
    as_at: date
    """The day of the extract."""
    sheet: str = Field("", max_length=200, pattern=r"^[^\x00]*$")
    """Which sheet of a workbook, or which file of a ZIP, where there are several."""
    supersedes: Number | None = None
    """The load that this extract corrects."""


@router.get(
    "/loads/sources",
    response={200: list[SourceTold], **NOT_CHANGED},
    auth=MachineToken(Scope.SEND_EXTRACTS, Scope.READ_LOADS),
    openapi_extra=scoped(Scope.SEND_EXTRACTS, Scope.READ_LOADS),
    url_name="sources",
)
def sources(request: Request) -> Any:
    """The sources of the organisation whose machine account asks."""
    return [
        {
            "id": source.pk,
            "name": source.name,
            "organisation": source.organisation.name,
            "force": source.force.name,
            "profile_version": queries.latest_profile(source).version,
        }
        for source in queries.sources_of(request.viewer)
    ]


@router.get(
    "/loads",
    response={200: Page[LoadTold], **NOT_CHANGED},
    auth=MachineToken(Scope.READ_LOADS),
    openapi_extra=scoped(Scope.READ_LOADS),
    url_name="loads",
)
def loads(request: Request, response: HttpResponse, wanted: Query[Paging]) -> Any:
    """Receipts of the loads of the organisation, the latest first."""
    rows, following = page_down(
        queries.loads_seen_by(request.viewer), by=("pk",), of="loads", paging=wanted
    )
    waiting = queries.waiting_in(rows)
    told = [_load(batch, waiting.get(batch.pk, 0)) for batch in rows]
    return page_of(told, following, request=request, response=response)


@router.post(
    "/loads",
    response={202: SentTold},
    auth=MachineToken(Scope.SEND_EXTRACTS),
    openapi_extra=scoped(Scope.SEND_EXTRACTS),
    url_name="loads",
    operation_id="send_extract",
)
def send_extract(
    request: Request,
    response: HttpResponse,
    idempotency_key: Header[Key],
    told: Form[NewExtract],
    file: File[UploadedFile],
) -> Any:
    """Send an extract, to be loaded in the background whole or not at all.

    It is read by the profile of its source: CSV, Excel, OpenDocument, Parquet or a ZIP with one.
    """
    check_size(file, settings.MAX_EXTRACT_BYTES)
    given = done_once(request, response, key=idempotency_key, told=told, file=file, act=_take)
    where = reverse("api:sent_extract", kwargs={"sent_id": given.body["id"]})
    response["Location"] = f"{settings.PUBLIC_ADDRESS}{where}"
    return Status(given.status, given.body)


@router.get(
    "/loads/sent/{sent_id}",
    response={200: SentTold, **NOT_CHANGED},
    auth=MachineToken(Scope.SEND_EXTRACTS, Scope.READ_LOADS),
    openapi_extra=scoped(Scope.SEND_EXTRACTS, Scope.READ_LOADS),
    url_name="sent_extract",
)
def sent_extract(request: Request, sent_id: Path[Number]) -> Any:
    """How far an extract has come that was sent, and which load it became."""
    queued = queries.queued_seen_by(request.viewer).filter(pk=sent_id).first()
    if queued is None:
        raise Problem("not-found", "No extract of this number was sent for your organisation.")
    return _sent(queued)


@router.get(
    "/loads/{load_id}",
    response={200: LoadTold, **NOT_CHANGED},
    auth=MachineToken(Scope.READ_LOADS),
    openapi_extra=scoped(Scope.READ_LOADS),
    url_name="load",
)
def load(request: Request, load_id: Path[Number]) -> Any:
    """The receipt of one load."""
    batch = queries.load_seen_by(request.viewer, load_id)
    if batch is None:
        raise Problem("not-found", "Your organisation has no load of this number.")
    return _load(batch, queries.waiting_in([batch]).get(batch.pk, 0))


def _take(request: Request, told: NewExtract, file: UploadedFile) -> GivenAnswer:
    version = queries.profile_seen_by(request.viewer, told.source)
    if version is None:
        raise Problem("not-found", "Your organisation has no source of this number.")
    corrected = queries.load_seen_by(request.viewer, told.supersedes)
    if told.supersedes is not None and (corrected is None or corrected.undone_at):
        raise Problem("not-found", "Your organisation has no standing load of this number.")
    at = timezone.now()
    kept = operations.keep_extract(
        by=request.viewer, at=at, source=version.source, name=file.name or "extract", content=file
    )
    queued = operations.queue_load(
        by=request.viewer,
        at=at,
        source=version.source,
        stored_as=kept.stored_as,
        sha256=kept.sha256,
        as_at=told.as_at,
        sheet=told.sheet,
        supersedes=corrected,
    )
    transaction.on_commit(partial(tasks.load_extract.enqueue, queued.pk))
    return GivenAnswer(202, SentTold(**_sent(queued)).model_dump(mode="json"))


def _sent(queued: Any) -> dict[str, Any]:
    so_far = queries.hundredths(queued.stored_as, queries.LOADING)
    return {
        "id": queued.pk,
        "source": queued.source_id,
        "sha256": queued.sha256,
        "as_at": queued.as_at,
        "state": queued.state,
        "percent": 100 if queued.state == QueueState.LOADED else max(queued.percent, so_far),
        "sent_at": queued.queued_at,
        "ended_at": queued.ended_at,
        "refusal": queued.refusal,
        "load": queued.batch_id,
    }


def _load(batch: Any, waiting: int) -> dict[str, Any]:
    counts = (
        *("rows_read", "rows_loaded", "rows_unchanged", "rows_set_aside", "rows_blank"),
        *("cases_added", "events_added", "events_changed", "events_withdrawn"),
    )
    return {
        "id": batch.pk,
        "source": batch.source_id,
        "organisation": batch.organisation.name,
        "sha256": batch.sha256,
        "size": batch.size,
        "as_at": batch.as_at,
        "loaded_at": batch.loaded_at,
        "loaded_by": batch.loaded_by.full_name,
        **{name: getattr(batch, name) for name in counts},
        "rows_waiting": 0 if batch.undone_at else waiting,
        "root_digest": batch.root_digest,
        "supersedes": batch.supersedes_id,
        "undone_at": batch.undone_at,
    }
