"""Every read of reviews of case files."""

from answerable_site.casereviews.queries.programmes import (
    Progress,
    drawn_entries,
    drawn_seen_by,
    forces_planned_for,
    programmes_planned_by,
    progress_of,
    reviewers_of,
    reviewers_to_ask,
    reviews_taken_back_by,
    stratum_of_entry,
    subject_of,
)
from answerable_site.casereviews.queries.released import (
    prepared_seen_by,
    released_seen_by,
    standing_release,
)
from answerable_site.casereviews.queries.scores import (
    apart_in,
    is_finished,
    locked_reviews,
    own_scores,
    reviews_of,
    scored_entry,
    scored_files,
)

__all__ = [
    "Progress",
    "apart_in",
    "drawn_entries",
    "drawn_seen_by",
    "forces_planned_for",
    "is_finished",
    "locked_reviews",
    "own_scores",
    "prepared_seen_by",
    "programmes_planned_by",
    "progress_of",
    "released_seen_by",
    "reviewers_of",
    "reviewers_to_ask",
    "reviews_of",
    "reviews_taken_back_by",
    "scored_entry",
    "scored_files",
    "standing_release",
    "stratum_of_entry",
    "subject_of",
]
