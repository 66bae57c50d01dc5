"""Disagreements between police and prosecutors resolved in time."""

from datetime import date

from answerable.measures.definition import Basis, Clock, Definition, Good, Version

DEFINITION = Definition(
    name="disagreements_resolved",
    title="Disagreements resolved in time",
    asks="Were disagreements between police and prosecutors resolved in time?",
    recommendations=("5",),
    subject="disagreements",
    population="Disagreements that were raised, resolved or not",
    numerator="It ended, at whatever level, by the last day in time",
    not_applicable="",
    unknown_means="",
    clock=Clock(starts="happened_on", done="resolved_on", limit="resolve_disagreement"),
    basis=Basis.COHORT,
    dated_by="happened_on",
    breakdowns=("raised_by", "subject"),
    good=Good.HIGHER,
    owner="Head of investigations of the force, with the CPS Area",
    source=(
        "Recommendation 5 of the joint inspection of July 2021; the limit is this product’s "
        "starting value"
    ),
    cautions=(
        (
            "No disagreement in a year may mean a pathway that nobody uses: it is a prompt, not a "
            "success."
        ),
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
