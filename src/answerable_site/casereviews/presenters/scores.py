"""What two reviewers said of one file, side by side, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.casereviews.ratings import Rating
from answerable_site.casereviews.rules import Asked

if TYPE_CHECKING:
    from answerable_site.casereviews.models import FileReview, FrameEntry


@dataclass(frozen=True, slots=True)
class ShownScore:
    """A question with everything that was said of it."""

    asks: str
    said: tuple[tuple[str, str, str], ...]
    """Who, which rating, and in which words."""
    decided: str
    differ: bool


def compared(
    questions: Iterable[Asked], reviews: Iterable[FileReview], entry: FrameEntry
) -> list[ShownScore]:
    """Each question with what every reviewer said, and what was decided.

    Args:
        reviews: as `queries.locked_reviews` gives them.
    """
    given = list(reviews)
    by_reviewer = [
        (one.reviewer.full_name, {score.question: score for score in one.scores.all()})
        for one in given
        if not one.missing_because
    ]
    decided = {one.question: one for one in entry.reconciliations.all()}
    found = []
    for question in questions:
        said = tuple(
            (who, Rating(scores[question.key].rating).label, scores[question.key].words)
            for who, scores in by_reviewer
            if question.key in scores
        )
        row = decided.get(question.key)
        found.append(
            ShownScore(
                asks=question.asks,
                said=said,
                decided=f"{Rating(row.rating).label}. {row.words}" if row else "",
                differ=len({rating for _, rating, _ in said}) > 1,
            )
        )
    return found


def missing_in_words(reviews: Iterable[FileReview]) -> list[str]:
    """Who could not find the file, and where they looked."""
    return [
        f"{one.reviewer.full_name} could not find the file: {one.missing_because}"
        for one in reviews
        if one.missing_because
    ]
