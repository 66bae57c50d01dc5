"""How reviews of case files are worded."""

from answerable_site.casereviews.presenters.asking import question
from answerable_site.casereviews.presenters.panels import (
    clues_in_words,
    conclusions,
    opinions,
    shown_bundle,
    shown_sitting,
)
from answerable_site.casereviews.presenters.programmes import (
    own_reviews,
    shown_file,
    shown_programme,
    title_of,
)
from answerable_site.casereviews.presenters.results import (
    sentence_of,
    shown_release,
    shown_releases,
    shown_results,
)
from answerable_site.casereviews.presenters.scores import compared, missing_in_words

__all__ = [
    "clues_in_words",
    "compared",
    "conclusions",
    "missing_in_words",
    "opinions",
    "own_reviews",
    "question",
    "sentence_of",
    "shown_bundle",
    "shown_file",
    "shown_programme",
    "shown_release",
    "shown_releases",
    "shown_results",
    "shown_sitting",
    "title_of",
]
