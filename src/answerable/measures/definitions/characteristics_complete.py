"""All nine protected characteristics asked for within 28 days."""

from datetime import date

from answerable.measures.conditions import missing
from answerable.measures.definition import Basis, Clock, Definition, Good, Version

DEFINITION = Definition(
    name="characteristics_complete",
    title="All nine protected characteristics recorded in time",
    asks="Were victims asked for all nine protected characteristics within 28 days?",
    recommendations=("1",),
    subject="victims",
    population="Victims in recorded crimes",
    numerator=(
        "Each of the nine has an answer by the last day in time: recorded, prefers not to say, or "
        "does not know"
    ),
    not_applicable="The case was found to be no recorded crime",
    unknown_means="No day is recorded on which the crime was recorded, so no limit can start",
    applies=missing("not_a_crime_on"),
    clock=Clock(starts="start_on", done="nine_answered_on", limit="characteristics_complete"),
    basis=Basis.COHORT,
    dated_by="start_on",
    breakdowns=("enhanced_rights",),
    good=Good.HIGHER,
    owner="Data quality lead of the force",
    source=(
        "Recommendation 1 of the joint inspection of July 2021; the 28 days are this product’s "
        "starting value"
    ),
    cautions=(
        "“Not asked”, even with a good reason, is not an answer and does not count.",
        "Where many prefer not to say, ask whether they were asked: see the checks of a record.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
