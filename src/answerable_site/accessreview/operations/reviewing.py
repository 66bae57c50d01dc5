"""Reading who looked, and judging glass that was broken."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable_site.accessreview import access
from answerable_site.accessreview.models import GlassReview
from answerable_site.accessreview.rules.verdicts import Verdict, check_words
from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework.models import CaseOpening
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer

LOG = "accessreview.looks"
"""What an auditor reads, as the audit record names it. It names no case: reading that somebody
looked at a case is no look at the case."""


@transaction.atomic
def note_review(*, by: Viewer, at: datetime, page: str, asked: dict[str, str]) -> None:
    """Leave an entry that somebody reads who looked. The log may be used for few purposes, so its
    own readers are on record: section 62(4) of the Data Protection Act 2018.

    Args:
        page: which page, by the name of its route.
        asked: the filters, or the record of the page, in words.
    """
    record(
        by=by,
        at=at,
        act="accessreview.note_review",
        kind=Processing.CONSULTATION,
        subject=LOG,
        details={"page": page, "asked": asked},
    )


@transaction.atomic
def note_exported(*, by: Viewer, at: datetime, asked: dict[str, str], looks: int) -> None:
    """Leave an entry that somebody takes looks away as a file.

    Args:
        asked: the filters, in words.
        looks: how many lines the file holds.
    """
    record(
        by=by,
        at=at,
        act="accessreview.note_exported",
        kind=Processing.DISCLOSURE,
        subject=LOG,
        details={"asked": asked, "looks": looks},
        recipients=[by.name],
    )


@transaction.atomic
def review_glass(
    *, by: Viewer, at: datetime, opening: CaseOpening, verdict: Verdict, words: str
) -> GlassReview:
    """Say whether breaking the glass was justified. What was said before stays; the latest counts.

    Raises:
        access.Refused: the viewer does not audit access here, or opened the case themselves.
        TooFewWords: nobody could follow why.
    """
    access.check_can_review(by, opening)
    words = words.strip()
    check_words(words)
    review = GlassReview.objects.create(
        opening=opening,
        verdict=verdict,
        words=words,
        reviewed_at=at,
        reviewed_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="accessreview.review_glass",
        subject=f"casework.opening:{opening.pk}",
        details={"verdict": verdict, "review": review.pk},
    )
    return review
