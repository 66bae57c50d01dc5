"""What reviewers said: their own to themselves, everything to nobody until all is locked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from answerable.casereviews.ratings import Rating
from answerable.casereviews.strata import Stratum
from answerable_site.casereviews.models import FileReview, FrameEntry, Programme, Score
from answerable_site.casereviews.rules import Scored, reviews_wanted, unreconciled
from answerable_site.casework.queries import cases_open_to
from answerable_site.people.rules import Role, Viewer


def reviews_of(viewer: Viewer, *, at: datetime) -> QuerySet[FileReview]:
    """The viewer’s own reviews, those to be done first, where the case is open to them."""
    own = FileReview.objects.standing().filter(
        reviewer=viewer.user_id,
        organisation__in=viewer.organisations_where(Role.FILE_REVIEWER),
        entry__case__in=cases_open_to(viewer, at=at),
    )
    return (
        own.select_related("entry__programme__force", "entry__case__force")
        .defer("entry__programme__force__logo", "entry__case__force__logo")
        .order_by("locked_at", "entry__programme", "entry__place")
    )


def own_scores(review: FileReview) -> list[Score]:
    """What was said so far in a review that was found to be the viewer’s own."""
    return list(review.scores.all())


def scored_entry(entry: FrameEntry) -> Scored | None:
    """A drawn file with everything that was said of it; None until every review of it is locked."""
    return next(iter(_scored([entry.pk]).values()), None)


def locked_reviews(entry: FrameEntry) -> list[FileReview]:
    """The reviews of a drawn file with what was said; none until every one of them is locked."""
    if scored_entry(entry) is None:
        return []
    reviews = entry.reviews.standing().select_related("reviewer").prefetch_related("scores")
    return list(reviews)


def scored_files(programme: Programme) -> dict[int, Scored]:
    """The drawn files of which every review is locked, by the number of the entry."""
    drawn = programme.entries.filter(place__isnull=False)
    return _scored(drawn.values_list("pk", flat=True))


def apart_in(programme: Programme) -> list[FrameEntry]:
    """Drawn files about which two reviewers differ and nobody has decided."""
    apart = [
        number
        for number, scored in scored_files(programme).items()
        if unreconciled(programme.asked, scored)
    ]
    return list(FrameEntry.objects.filter(pk__in=apart).order_by("place"))


def is_finished(programme: Programme) -> bool:
    """Whether every drawn file is scored, and decided where two differ."""
    scored = scored_files(programme)
    return len(scored) == programme.sample > 0 and not any(
        unreconciled(programme.asked, one) for one in scored.values()
    )


def _scored(entries: Iterable[int]) -> dict[int, Scored]:
    reviews = FileReview.objects.standing().prefetch_related("scores")
    rows = FrameEntry.objects.filter(pk__in=list(entries)).prefetch_related(
        Prefetch("reviews", reviews), "reconciliations"
    )
    return {
        one.pk: Scored(
            stratum=Stratum(one.stratum),
            reviews=tuple(_said(review) for review in one.reviews.all()),
            reconciled={row.question: Rating(row.rating) for row in one.reconciliations.all()},
        )
        for one in rows
        if _is_whole(one)
    }


def _is_whole(entry: FrameEntry) -> bool:
    """Whether as many review the file as should, and all of them have locked what they say."""
    reviews = entry.reviews.all()
    return len(reviews) >= reviews_wanted(is_double=entry.is_double) and all(
        one.locked_at is not None for one in reviews
    )


def _said(review: FileReview) -> dict[str, Rating] | None:
    if review.missing_because:
        return None
    return {score.question: Rating(score.rating) for score in review.scores.all()}
