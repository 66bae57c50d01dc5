"""How reviews of case files are worded."""

from answerable_site.casereviews.presenters.asking import Question, question
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
    "Question",
    "compared",
    "missing_in_words",
    "own_reviews",
    "question",
    "sentence_of",
    "shown_file",
    "shown_programme",
    "shown_release",
    "shown_releases",
    "shown_results",
    "title_of",
]
