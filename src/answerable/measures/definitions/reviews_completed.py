"""Reviews completed, and the victim told, in time."""

from datetime import date

from answerable.measures.conditions import one_of
from answerable.measures.definition import Basis, Clock, Definition, Good, Version, When

DEFINITION = Definition(
    name="reviews_completed",
    title="Reviews completed in time",
    asks="Did victims know the result of their review in time?",
    recommendations=("7",),
    subject="review_requests",
    population="Requests for a review of a decision that a scheme reviews",
    numerator=(
        "The victim knew of a result by the last day in time; who withdrew the request knows "
        "that it ended"
    ),
    not_applicable="The decision falls under no scheme",
    unknown_means="",
    applies=one_of("scheme", "police", "cps", "pilot"),
    clock=Clock(
        starts="happened_on",
        done="result_told_on",
        limit="complete_review_police",
        otherwise=(
            When(one_of("scheme", "cps"), "complete_review_cps_local"),
            When(one_of("scheme", "pilot"), "complete_review_pilot"),
        ),
    ),
    basis=Basis.COHORT,
    dated_by="happened_on",
    breakdowns=("scheme",),
    good=Good.HIGHER,
    owner="Head of criminal justice of the force",
    source=(
        "Recommendation 7 of the joint inspection of July 2021; the schemes of the Victims’ "
        "Right to Review"
    ),
    cautions=(
        ("Of the prosecutors’ scheme the local stage is counted; its limit is to be verified."),
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
