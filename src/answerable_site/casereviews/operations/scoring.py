"""What a reviewer says of a file, locked once; what is decided where two differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from answerable.casereviews.ratings import Rating
from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casereviews import access, queries
from answerable_site.casereviews.models import FileReview, FrameEntry, Reconciliation, Score
from answerable_site.casereviews.rules import (
    OutOfOrder,
    completed,
    unanswered,
    unexplained,
    unreconciled,
)
from answerable_site.casework.subjects import subject_of
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer

_LOCKED = "This review is locked: what was said stays."


class Unfinished(ValueError):
    """Questions that apply have no rating, or a word is missing; `questions` names them."""

    def __init__(self, sentence: str, questions: list[str]) -> None:
        super().__init__(sentence)
        self.questions = questions


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one question."""

    rating: Rating
    words: str = ""


@transaction.atomic
def save_scores(
    *, by: Viewer, at: datetime, review: FileReview, said: Mapping[str, Said]
) -> FileReview:
    """Keep what a reviewer says so far. It can be changed until the review is locked.

    Args:
        said: by the keys of questions; what is not in it is taken back.

    Raises:
        access.Refused: it is not the viewer’s to review.
        OutOfOrder: it is locked, was taken back, or the review is closed.
    """
    held = _open(by, review)
    _keep(held, said)
    _record(by, at, held, "casereviews.save_scores", {"questions": len(said)})
    return held


@transaction.atomic
def lock_review(
    *, by: Viewer, at: datetime, review: FileReview, said: Mapping[str, Said]
) -> FileReview:
    """Keep what a reviewer says, for ever. They read the file until the review is closed, since two
    may have to talk about it.

    Raises:
        access.Refused: it is not the viewer’s to review.
        OutOfOrder: it is locked, was taken back, or the review is closed.
        Unfinished: a question that applies has no rating, or one was called not applicable without
            a word why.
    """
    held = _open(by, review)
    asked, stratum = held.entry.programme.asked, queries.stratum_of_entry(held.entry)
    ratings = {key: one.rating for key, one in said.items()}
    words = {key: one.words for key, one in said.items()}
    if missing := unanswered(asked, stratum, ratings):
        raise Unfinished("Rate every question that applies", [one.key for one in missing])
    if silent := unexplained(asked, stratum, ratings, words):
        raise Unfinished("Say why it does not apply", [one.key for one in silent])
    whole = completed(asked, stratum, ratings)
    _keep(held, {key: Said(rating, words.get(key, "")) for key, rating in whole.items()})
    _lock(at, held)
    _record(by, at, held, "casereviews.lock_review", {"questions": len(whole)})
    return held


@transaction.atomic
def record_missing(*, by: Viewer, at: datetime, review: FileReview, words: str) -> FileReview:
    """Record that the file cannot be found: a finding, and no other file takes its place.

    Raises:
        access.Refused: it is not the viewer’s to review.
        OutOfOrder: it is locked, was taken back, the review is closed, or nothing is said.
    """
    held = _open(by, review)
    if not words.strip():
        raise OutOfOrder("Say where you looked for it")
    Score.objects.filter(review=held).delete()
    held.missing_because = words.strip()
    _lock(at, held)
    _record(by, at, held, "casereviews.record_missing", {})
    return held


@transaction.atomic
def reconcile(
    *, by: Viewer, at: datetime, entry: FrameEntry, decided: Mapping[str, Said]
) -> list[Reconciliation]:
    """Decide what counts where two reviewers differ. What they said stays.

    Raises:
        access.Refused: the viewer does not supervise in the force, or scored the file themselves.
        OutOfOrder: a review is not locked yet, or this is no question about which they differ.
        Unfinished: a decision has no words.
    """
    held = (
        FrameEntry.objects.select_for_update(of=("self",))
        .select_related("programme")
        .get(pk=entry.pk)
    )
    reviews = list(held.reviews.standing())
    access.check_can_reconcile(by, held.programme, {one.reviewer_id for one in reviews})
    scored = queries.scored_entry(held)
    if scored is None:
        raise OutOfOrder("Both reviews must be locked first.")
    open_keys = {one.key for one in unreconciled(held.programme.asked, scored)}
    if not decided or not set(decided) <= open_keys:
        raise OutOfOrder("The reviewers agree about this, or it is decided already.")
    if silent := [key for key, one in decided.items() if not one.words.strip()]:
        raise Unfinished("Say what decides it", silent)
    added = Reconciliation.objects.bulk_create(
        Reconciliation(
            entry=held,
            question=key,
            rating=one.rating,
            words=one.words.strip(),
            at=at,
            by_id=signed_in(by),
        )
        for key, one in decided.items()
    )
    record(
        by=by,
        at=at,
        act="casereviews.reconcile",
        subject=queries.subject_of(held.programme),
        details={"entry": held.pk, "questions": len(added)},
    )
    return added


def _open(by: Viewer, review: FileReview) -> FileReview:
    held = (
        FileReview.objects.select_for_update(of=("self",))
        .select_related("entry__programme", "entry__case", "work")
        .get(pk=review.pk)
    )
    access.check_can_score(by, held)
    if held.locked_at is not None:
        raise OutOfOrder(_LOCKED)
    if held.taken_back_at is not None or held.entry.programme.closed_at is not None:
        raise OutOfOrder("This file is no longer yours to review.")
    return held


def _keep(review: FileReview, said: Mapping[str, Said]) -> None:
    known = {one.key for one in review.entry.programme.asked}
    Score.objects.filter(review=review).delete()
    Score.objects.bulk_create(
        Score(review=review, question=key, rating=one.rating, words=one.words.strip())
        for key, one in said.items()
        if key in known
    )


def _lock(at: datetime, review: FileReview) -> None:
    review.locked_at = at
    review.save()


def _record(
    by: Viewer, at: datetime, review: FileReview, act: str, details: dict[str, int]
) -> None:
    # Work in the case: it explains why the file was read.
    record(
        by=by,
        at=at,
        act=act,
        kind=Processing.COLLECTION,
        subject=queries.subject_of(review.entry.programme),
        details={"review": review.pk, **details},
        records=[subject_of(review.entry.case)],
    )
