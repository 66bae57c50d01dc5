"""Cases with a charge within two years, in the pilot and beside it."""

from datetime import date

from answerable.measures.cautions import BESIDE_THE_PILOT
from answerable.measures.conditions import missing
from answerable.measures.definition import Basis, Definition, Good, Version, Within

DEFINITION = Definition(
    name="pilot_charged",
    title="Charged within two years of the report",
    asks="In how many cases was a suspect charged within two years?",
    recommendations=("pilot",),
    subject="pilot_cases",
    population="Cases, ended or not, in the pilot or not",
    numerator="A suspect was charged within 730 days",
    not_applicable="The case was found to be no recorded crime",
    unknown_means="",
    applies=missing("not_a_crime_on"),
    clock=Within(starts="reported_on", done="charged_on", days=730),
    basis=Basis.COHORT,
    dated_by="reported_on",
    breakdowns=("pilot",),
    good=Good.NEITHER,
    owner="Head of investigations of the force, with the CPS Area",
    source=(
        "What is claimed of the Early Advice Pilot Scheme; 730 days are this product’s own choice"
    ),
    cautions=BESIDE_THE_PILOT,
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
