"""Requests for a review acknowledged in time."""

from datetime import date

from answerable.measures.conditions import one_of
from answerable.measures.definition import Basis, Clock, Definition, Good, Version

DEFINITION = Definition(
    name="reviews_acknowledged",
    title="Requests for a review acknowledged in time",
    asks=("Were requests for a review by the police acknowledged within ten working days?"),
    recommendations=("7",),
    subject="review_requests",
    population="Requests for a review of a decision of the police",
    numerator="The request was acknowledged or decided by the last day in time",
    not_applicable=(
        "The decision falls under another scheme, which has no such limit, or under none"
    ),
    unknown_means="",
    applies=one_of("scheme", "police"),
    clock=Clock(starts="happened_on", done="acknowledged_on", limit="acknowledge_review_police"),
    basis=Basis.COHORT,
    dated_by="happened_on",
    good=Good.HIGHER,
    owner="Head of criminal justice of the force",
    source=(
        "Recommendation 7 of the joint inspection of July 2021; the police scheme of the "
        "Victims’ Right to Review"
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
