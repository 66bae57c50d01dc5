"""Early advice sought within 28 days."""

from datetime import date

from answerable.measures.conditions import missing
from answerable.measures.definition import Basis, Clock, Definition, Good, Version

DEFINITION = Definition(
    name="advice_sought",
    title="Early advice sought in time",
    asks="In how many cases was early advice sought within 28 days of the report?",
    recommendations=("5",),
    subject="cases",
    population="Cases, ended or not",
    numerator="Early advice was requested by the last day in time",
    not_applicable="The case was found to be no recorded crime",
    unknown_means="",
    applies=missing("not_a_crime_on"),
    clock=Clock(starts="reported_on", done="advice_requested_on", limit="consider_advice"),
    basis=Basis.COHORT,
    dated_by="reported_on",
    good=Good.NEITHER,
    owner="Head of investigations of the force",
    source=(
        "Recommendation 5 of the joint inspection of July 2021; the limit is this product’s "
        "starting value"
    ),
    cautions=("Not every case needs early advice: read it beside whether it was considered.",),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
