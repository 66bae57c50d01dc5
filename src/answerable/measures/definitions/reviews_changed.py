"""Reviews that changed the decision."""

from datetime import date

from answerable.measures.conditions import one_of
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="reviews_changed",
    title="Reviews that changed the decision",
    asks="After how many completed reviews was the decision changed?",
    recommendations=("7",),
    subject="review_requests",
    population="Requests whose latest result says whether the decision was right",
    numerator="The decision was changed",
    not_applicable=("No result yet, or the request was withdrawn, out of time or not qualifying"),
    unknown_means="",
    applies=one_of("result", "decision_stood", "decision_changed", "cannot_be_recommenced"),
    met=one_of("result", "decision_changed"),
    basis=Basis.PERIOD,
    dated_by="result_on",
    breakdowns=("scheme",),
    good=Good.NEITHER,
    owner="Head of criminal justice of the force",
    source="Recommendation 7 of the joint inspection of July 2021",
    cautions=(
        (
            "A decision that was wrong but cannot be recommenced is in the denominator and "
            "does not count as changed."
        ),
        "“Upheld” is not used: it means opposite things to the two bodies.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
