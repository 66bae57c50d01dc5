"""What reviews of case files are, when something may happen to one, and what it says."""

from answerable_site.casereviews.rules.handing_round import handed_round, reviews_wanted
from answerable_site.casereviews.rules.panels import PanelScore, drafted_bundle
from answerable_site.casereviews.rules.programmes import (
    MOST_OWN,
    Asked,
    OutOfOrder,
    ProgrammeState,
    Sharing,
    asked_of,
    check_state,
    own_questions,
    sizes_wanted,
)
from answerable_site.casereviews.rules.results import (
    Agreement,
    Answered,
    Design,
    Results,
    results_of,
)
from answerable_site.casereviews.rules.scoring import (
    Scored,
    completed,
    differing,
    final_ratings,
    unanswered,
    unexplained,
    unreconciled,
)
from answerable_site.casereviews.rules.telling import (
    Told,
    ToldAnswer,
    ToldResults,
    told_answer,
    told_results,
)

__all__ = [
    "MOST_OWN",
    "Agreement",
    "Answered",
    "Asked",
    "Design",
    "OutOfOrder",
    "PanelScore",
    "ProgrammeState",
    "Results",
    "Scored",
    "Sharing",
    "Told",
    "ToldAnswer",
    "ToldResults",
    "asked_of",
    "check_state",
    "completed",
    "differing",
    "drafted_bundle",
    "final_ratings",
    "handed_round",
    "own_questions",
    "results_of",
    "reviews_wanted",
    "sizes_wanted",
    "told_answer",
    "told_results",
    "unanswered",
    "unexplained",
    "unreconciled",
]
