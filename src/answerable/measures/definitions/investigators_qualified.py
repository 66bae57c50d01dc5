"""Investigators in post who are qualified, month end by month end."""

from datetime import date

from answerable.measures.conditions import one_of
from answerable.measures.definition import Basis, Definition, Good, Version
from answerable.records.codes.qualification import Qualification

DEFINITION = Definition(
    name="investigators_qualified",
    title="Investigators in post who are qualified, at each month end",
    asks="Of the investigators who were in post at the end of a month, how many were qualified?",
    recommendations=("12",),
    subject="in_post",
    population=(
        "Everybody posted as an investigator of the force on the last day of a month, that day "
        "included: a person is there once for each such month"
    ),
    numerator=(
        "Qualified on that day: passed a course, or holds a certificate of one, that counts then "
        "and has not run out"
    ),
    not_applicable="",
    unknown_means="",
    met=one_of("qualification", Qualification.QUALIFIED.value),
    basis=Basis.PERIOD,
    dated_by="month_end_on",
    breakdowns=("qualification",),
    good=Good.HIGHER,
    owner="Training coordinator of the force",
    source="Recommendation 12 of the joint inspection of July 2021",
    cautions=(
        "Read it by month. Over several months a person counts in each.",
        "The figure that is published each year is that of March.",
        (
            "Which courses qualify, from when to when and for how long, is what the force records "
            "with its source: forces that count differently are not compared."
        ),
        "Somebody in post without a training record is not known, and is in no denominator.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
