"""Files that prove a step: taken in as they are, under random names."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from answerable.documents import Unreadable, recognise
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.register.operations import StoredFile
from answerable_site.responses import access
from answerable_site.responses.models import KeptFile, Response
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.rules.files import MOST_BYTES

UNKNOWN_TYPE = "application/octet-stream"


class FileTooLarge(ValueError):
    """The file is larger than anything that is kept as proof."""


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that somebody added, or a message that the product sent."""

    name: str
    """As the sender named it; shown, never used as a path."""
    content: bytes

    def keep(self, response: Response, *, at: datetime, by_id: int | None) -> KeptFile:
        """Keep it byte for byte beside a response; part of the caller's transaction.

        Args:
            response: what it belongs to.
            at: when it was added.
            by_id: who added it; None for what the product itself made, which has no limit.

        Raises:
            FileTooLarge: somebody added more than `MOST_BYTES`.
        """
        if by_id is not None and len(self.content) > MOST_BYTES:
            raise FileTooLarge(
                f"The file is larger than {MOST_BYTES // 1024 // 1024} MB. Add a smaller one."
            )
        stored = StoredFile.of(ContentFile(self.content), name=self.name, folder="proof")
        return KeptFile.objects.create(
            response=response,
            media_type=_media_type(self.content),
            kept_at=at,
            kept_by_id=by_id,
            **asdict(stored),
        )


@transaction.atomic
def keep_letter(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    letter: ReceivedFile,
) -> KeptFile:
    """Keep the chief officer's letter as it was received; what it says is entered apart from it.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        FileTooLarge: it is too large to keep.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    response = LockedResponse.of(inspection, body, by=by, at=at)
    kept = letter.keep(response.row, at=at, by_id=response.person_id)
    record(
        by=by,
        at=at,
        act="responses.keep_letter",
        subject=response.subject,
        details={"file": str(kept.pk), "sha256": kept.sha256, "size": kept.size},
    )
    return kept


def _media_type(content: bytes) -> str:
    """What the bytes are, where that can be told; names and declared types are not looked at."""
    try:
        return recognise(content)
    except Unreadable:
        return UNKNOWN_TYPE
