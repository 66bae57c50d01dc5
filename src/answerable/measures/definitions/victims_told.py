"""Victims told of decisions in time."""

from datetime import date

from answerable.measures.conditions import holds, on_or_before, some, unless
from answerable.measures.definition import Basis, Clock, Definition, Good, Version, When

DEFINITION = Definition(
    name="victims_told",
    title="Victims told of decisions in time",
    asks=(
        "Were victims told of a decision within one working day, or five without Enhanced Rights?"
    ),
    recommendations=("6",),
    subject="tellings",
    population=(
        "Decisions to charge, not to charge, not to investigate or to stop, with each known "
        "victim whom they concern"
    ),
    numerator="The victim was told by the last day in time",
    not_applicable=(
        "By the last day in time the victim did not want to be told, or telling them was given "
        "up after three attempts; no limit was in force on that day"
    ),
    unknown_means="",
    applies=some(on_or_before("told_on", "due_on"), unless(on_or_before("excused_on", "due_on"))),
    clock=Clock(
        starts="since_on",
        done="told_on",
        limit="tell_victim",
        otherwise=(When(holds("enhanced_rights"), "tell_victim_enhanced"),),
    ),
    basis=Basis.COHORT,
    dated_by="since_on",
    breakdowns=("maker", "made", "enhanced_rights"),
    good=Good.HIGHER,
    owner="Head of criminal justice of the force",
    source=(
        "Recommendation 6 of the joint inspection of July 2021; Code of Practice for Victims "
        "of Crime (the paragraph is to be verified)"
    ),
    cautions=(
        ("Nearly every victim here has Enhanced Rights, so the limit is one working day."),
        (
            "Who was told before the decision is counted as told: the checks of a record show "
            "such days."
        ),
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
