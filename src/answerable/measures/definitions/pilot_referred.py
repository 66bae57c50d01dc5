"""Cases that went to the prosecutors within a year, in the pilot and beside it."""

from datetime import date

from answerable.measures.cautions import BESIDE_THE_PILOT
from answerable.measures.conditions import missing
from answerable.measures.definition import Basis, Definition, Good, Version, Within

DEFINITION = Definition(
    name="pilot_referred",
    title="Submitted to the prosecutors within a year of the report",
    asks="In how many cases was a charging decision asked for within a year?",
    recommendations=("pilot",),
    subject="pilot_cases",
    population="Cases, ended or not, in the pilot or not",
    numerator="It was first submitted for a charging decision within 365 days",
    not_applicable="The case was found to be no recorded crime",
    unknown_means="",
    applies=missing("not_a_crime_on"),
    clock=Within(starts="reported_on", done="submitted_on", days=365),
    basis=Basis.COHORT,
    dated_by="reported_on",
    breakdowns=("pilot",),
    good=Good.NEITHER,
    owner="Head of investigations of the force, with the CPS Area",
    source=(
        "What is claimed of the Early Advice Pilot Scheme; 365 days are this product’s own choice"
    ),
    cautions=BESIDE_THE_PILOT,
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
