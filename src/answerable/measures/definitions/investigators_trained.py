"""Investigators in post who took part in a course that qualifies, month end by month end."""

from datetime import date

from answerable.measures.conditions import one_of
from answerable.measures.definition import Basis, Definition, Good, Version
from answerable.records.codes.qualification import Qualification

DEFINITION = Definition(
    name="investigators_trained",
    title="Investigators in post who are trained, at each month end",
    asks="Of the investigators who were in post at the end of a month, how many had been trained?",
    recommendations=("12",),
    subject="in_post",
    population="Those of `investigators_qualified`: everybody in post on the last day of a month",
    numerator=(
        "Had taken part in a course that qualifies, or holds a certificate of one, whether it was "
        "passed, still counts, has run out, or not"
    ),
    not_applicable="",
    unknown_means="",
    met=one_of("qualification", *(one.value for one in Qualification if one.is_trained)),
    basis=Basis.PERIOD,
    dated_by="month_end_on",
    good=Good.HIGHER,
    owner="Training coordinator of the force",
    source="Recommendation 12 of the joint inspection of July 2021",
    cautions=(
        "Attended is not qualified: see how many are qualified beside it.",
        "Read it by month. Over several months a person counts in each.",
        "Somebody in post without a training record is not known, and is in no denominator.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
