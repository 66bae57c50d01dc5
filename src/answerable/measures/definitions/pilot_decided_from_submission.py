"""Decisions within three weeks, counted from the submission."""

from datetime import date

from answerable.measures.definition import Basis, Clock, Definition, Good, Version

DEFINITION = Definition(
    name="pilot_decided_from_submission",
    title="Decided within 21 days of the submission",
    asks="Did the prosecutors decide within three weeks of the submission?",
    recommendations=("pilot",),
    subject="submissions",
    population=(
        "Submissions for a charging decision, pending, rejected and admin finalised ones among them"
    ),
    numerator=(
        "The prosecutors had decided for the last of its suspects within 21 days, whatever "
        "they decided"
    ),
    not_applicable="No limit was in force on the day of the submission",
    unknown_means="",
    clock=Clock(starts="happened_on", done="decided_on", limit="pilot_decision_from_submission"),
    basis=Basis.COHORT,
    dated_by="happened_on",
    breakdowns=("is_enrolled", "track", "purpose", "in_custody"),
    good=Good.HIGHER,
    owner="Head of investigations of the force, with the CPS Area",
    source=(
        "What is claimed of the Early Advice Pilot Scheme; 21 days are this product’s reading "
        "of “within three weeks”"
    ),
    cautions=(
        ("Read it by `is_enrolled`: submissions of cases outside the pilot are the comparison."),
        ("What was decided quickly is counted only once the slow ones have had their 21 days too."),
        (
            "Cases were chosen for the pilot, and forces join when figures are poor: a "
            "difference is not yet an effect."
        ),
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
