"""What a person has typed and not saved: kept for them alone, no part of the response."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses import access
from answerable_site.responses.models import UnsavedText, Version
from answerable_site.responses.operations.drafting import NotOfThisReport
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.rules import unsaved


class BegunFromNewer(ValueError):
    """The same person keeps a text that began from a newer version."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of it."""

    row: UnsavedText
    changed_meanwhile: bool
    """Somebody saved another version since the writer began. It is kept all the same."""


@transaction.atomic
def keep_unsaved(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    form: str,
    answers: unsaved.Answers,
    version: int,
) -> Kept:
    """Keep what the writer has typed in a page, in place of what was kept there before.

    Args:
        form: the page, such as "own_comments" or "explain:12".
        answers: what was sent, by control; what does not belong to the page is dropped.
        version: the latest version that the writer saw; 0 for none.

    Raises:
        unsaved.NotKept: there is no such page, or it is too long.
        access.Refused: the viewer may not write in this page.
        NotOfThisReport: the finding stands in another report.
        BegunFromNewer: an older window must not overwrite what a newer one keeps.
        ResponsePublished: the response is published.
    """
    _check_can_write(by, body, form)
    kept = unsaved.kept_answers(form, answers)
    response = LockedResponse.of(inspection, body, by=by, at=at)
    held = _version_of(response, inspection, form)
    if version > held:
        raise unsaved.NotKept("There is no such version. Open the page again.")
    row = response.row.unsaved_texts.filter(person_id=response.person_id, form=form).first()
    if row and row.version > version:
        raise BegunFromNewer(
            "Another window keeps a newer text of yours here. This one is not kept: save it, or "
            "copy it into the other."
        )
    begins = row is None
    row = row or UnsavedText(response=response.row, person_id=response.person_id, form=form)
    row.version, row.answers, row.kept_at = version, kept, at
    row.save()
    if begins:
        # One entry for each draft that begins, not for each keeping: every fifteen seconds of
        # typing would bury what people did under what a page did by itself.
        record(
            by=by,
            at=at,
            act="responses.keep_unsaved",
            subject=response.subject,
            details={"form": form, "version": version},
        )
    return Kept(row, changed_meanwhile=version != held)


@transaction.atomic
def discard_unsaved(
    *, by: Viewer, at: datetime, inspection: Inspection, body: Organisation, form: str
) -> bool:
    """Throw away what the person kept in a page; whether there was anything.

    It needs no lock on the response: it is no part of it, and may go after publication too.

    Raises:
        access.Refused: the viewer may not write in this page.
        unsaved.NotKept: there is no such page.
    """
    _check_can_write(by, body, form)
    row = (
        UnsavedText.objects.select_for_update()
        .filter(
            response__inspection=inspection, response__body=body, person_id=by.user_id, form=form
        )
        .first()
    )
    if row is None:
        return False
    subject = f"responses.response:{row.response_id}"
    row.delete()
    record(by=by, at=at, act="responses.discard_unsaved", subject=subject, details={"form": form})
    return True


def _check_can_write(by: Viewer, body: Organisation, form: str) -> None:
    unsaved.finding_of(form)
    if form == "submit_comments":
        access.check_can_submit_comments(by, body.pk)
    else:
        access.check_can_draft(by, body.pk)


def _version_of(response: LockedResponse, inspection: Inspection, form: str) -> int:
    latest = _latest(response, inspection, form)
    return latest.version if latest else 0


def _latest(response: LockedResponse, inspection: Inspection, form: str) -> Version | None:
    finding_id = unsaved.finding_of(form)
    if finding_id is not None:
        if not inspection.recommendations.filter(pk=finding_id).exists():
            raise NotOfThisReport("This finding stands in another report.")
        return response.row.explanations.filter(recommendation=finding_id).last()
    match form:
        case "own_comments":
            return response.row.body_comments.last()
        case "reply":
            return response.row.replies.last()
        case _:
            return response.row.chief_officer_comments.last()
