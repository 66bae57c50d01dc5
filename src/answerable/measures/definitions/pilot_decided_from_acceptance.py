"""Decisions within three weeks, counted from the full file."""

from datetime import date

from answerable.measures.conditions import present
from answerable.measures.definition import Basis, Clock, Definition, Good, Version

DEFINITION = Definition(
    name="pilot_decided_from_acceptance",
    title="Decided within 21 days of the full file",
    asks="Did the prosecutors decide within three weeks of the full file?",
    recommendations=("pilot",),
    subject="submissions",
    population="Submissions for a charging decision that were accepted as a full file",
    numerator=(
        "The prosecutors had decided for the last of its suspects within 21 days, whatever "
        "they decided"
    ),
    not_applicable=(
        "It was not accepted as a full file, so that this clock has not started; no limit was "
        "in force"
    ),
    unknown_means="",
    applies=present("full_file_on"),
    clock=Clock(starts="full_file_on", done="decided_on", limit="pilot_decision_from_acceptance"),
    basis=Basis.COHORT,
    dated_by="full_file_on",
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
