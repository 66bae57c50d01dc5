"""Victims told of their right to a review."""

from datetime import date

from answerable.measures.conditions import holds
from answerable.measures.definition import Basis, Clock, Definition, Good, Version, When

DEFINITION = Definition(
    name="review_right_told",
    title="Victims told of the right to a review",
    asks=(
        "Were victims who may ask for a review told so when they were to be told of the decision?"
    ),
    recommendations=("7",),
    subject="rights",
    population=("Decisions that a scheme reviews, with each victim who may ask for a review"),
    numerator=("The victim was told of the right by the last day for telling them of the decision"),
    not_applicable=(
        "The victim may not ask, by the rules or by a person’s judgement with a reason; no "
        "limit was in force"
    ),
    unknown_means="",
    applies=holds("is_entitled"),
    clock=Clock(
        starts="since_on",
        done="right_told_on",
        limit="tell_victim",
        otherwise=(When(holds("enhanced_rights"), "tell_victim_enhanced"),),
    ),
    basis=Basis.COHORT,
    dated_by="since_on",
    breakdowns=("scheme", "maker"),
    good=Good.HIGHER,
    owner="Head of criminal justice of the force",
    source=(
        "Recommendation 7 of the joint inspection of July 2021; the schemes of the Victims’ "
        "Right to Review"
    ),
    cautions=(
        ("Whether a victim may ask is judged on what had happened by the day of the decision."),
        "Outcomes 14, 16 and 18 of the police normally give no right.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
