"""Each of the nine protected characteristics asked for within 28 days, one by one."""

from datetime import date

from answerable.measures.conditions import missing
from answerable.measures.definition import Basis, Clock, Definition, Good, Version

DEFINITION = Definition(
    name="characteristic_recorded",
    title="Each protected characteristic recorded in time",
    asks="Was a victim asked for this protected characteristic within 28 days?",
    recommendations=("1",),
    subject="characteristics",
    population="The nine characteristics of each victim in recorded crimes: nine rows a victim",
    numerator=(
        "It has an answer by the last day in time: recorded, prefers not to say, or does not know"
    ),
    not_applicable="The case was found to be no recorded crime",
    unknown_means="No day is recorded on which the crime was recorded, so no limit can start",
    applies=missing("not_a_crime_on"),
    clock=Clock(starts="start_on", done="answered_on", limit="characteristics_complete"),
    basis=Basis.COHORT,
    dated_by="start_on",
    breakdowns=("characteristic",),
    good=Good.HIGHER,
    owner="Data quality lead of the force",
    source=(
        "Recommendation 1 of the joint inspection of July 2021; the 28 days are this product’s "
        "starting value"
    ),
    cautions=(
        (
            "Read it by characteristic. The share over all nine is not the share of victims of "
            "whom all nine are recorded."
        ),
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
