"""Reviews that victims asked for."""

from datetime import date

from answerable.measures.conditions import every, holds, one_of, present
from answerable.measures.definition import Basis, Clock, Definition, Good, Version, When

DEFINITION = Definition(
    name="review_requested",
    title="Take-up of the right to a review",
    asks=("How many of the victims who were told of their right asked for a review?"),
    recommendations=("7",),
    subject="rights",
    population=(
        "Decisions that the police or the prosecutors’ scheme reviews, with each victim who "
        "may ask and was told so"
    ),
    numerator="A review was asked for by the last day for asking",
    not_applicable=(
        "The victim may not ask, or was not told of the right; the decision falls under the "
        "pilot, which has no such day"
    ),
    unknown_means="",
    applies=every(
        holds("is_entitled"), present("right_told_on"), one_of("scheme", "police", "cps")
    ),
    clock=Clock(
        starts="right_told_on",
        done="requested_on",
        limit="ask_review_police",
        otherwise=(When(one_of("scheme", "cps"), "ask_review_cps_latest"),),
    ),
    basis=Basis.COHORT,
    dated_by="right_told_on",
    breakdowns=("scheme", "maker"),
    good=Good.NEITHER,
    owner="Head of criminal justice of the force",
    source="Recommendation 7 of the joint inspection of July 2021",
    cautions=(
        (
            "Who is entitled and was not told is in no denominator here: read it beside how "
            "many were told."
        ),
        "Three months have to pass before a telling is counted.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
