"""Early advice considered in every case."""

from datetime import date

from answerable.measures.conditions import missing
from answerable.measures.definition import Basis, Clock, Definition, Good, Version

DEFINITION = Definition(
    name="advice_considered",
    title="Early advice considered in time",
    asks="Was early advice from the prosecutors considered in every case?",
    recommendations=("5",),
    subject="cases",
    population="Cases, ended or not",
    numerator="Whether to seek early advice was recorded, or it was requested, in time",
    not_applicable="The case was found to be no recorded crime",
    unknown_means="",
    applies=missing("not_a_crime_on"),
    clock=Clock(starts="reported_on", done="considered_on", limit="consider_advice"),
    basis=Basis.COHORT,
    dated_by="reported_on",
    good=Good.HIGHER,
    owner="Head of investigations of the force",
    source=(
        "Recommendation 5 of the joint inspection of July 2021; chapter 7 of the Director’s "
        "Guidance on Charging, sixth edition; the limit is this product’s starting value"
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
