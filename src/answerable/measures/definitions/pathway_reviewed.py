"""Whether the escalation pathway was reviewed as often as it was to be, and how long ago."""

from datetime import date

from answerable.measures.conditions import on_or_before
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="pathway_reviewed",
    title="Escalation pathway reviewed, at each month end",
    asks=(
        "At the end of a month, was the review of how police and prosecutors escalate a "
        "disagreement up to date, and how many days ago was it held?"
    ),
    recommendations=("5",),
    subject="pathways",
    population=(
        "Each force and each CPS Area that cases belong to, at the end of each month from that of "
        "its first report on"
    ),
    numerator="A review had been held, and the day that it named for the next one was not over",
    not_applicable="",
    unknown_means="",
    met=on_or_before("month_end_on", "next_review_on"),
    basis=Basis.PERIOD,
    dated_by="month_end_on",
    breakdowns=("grouping", "days_since_review"),
    good=Good.HIGHER,
    owner="Head of investigations of the force, with the CPS Area",
    source=(
        "Recommendation 5 of the joint inspection of July 2021, which asks for reviews and names "
        "no interval: the day by which the next is held is the one that each review names"
    ),
    cautions=(
        (
            "By month, `force` and `days_since_review` it says how many days ago the last review "
            "was; without a number none had been held."
        ),
        "A review that names a late day for the next is up to date for long: see the days.",
        "That a review was held says nothing about what it found.",
        (
            "In a cut that the site makes, a review of the force’s policing body is of the Area "
            "too where a commitment of the Area asked for it."
        ),
        "Forces and Areas are counted alike: read one or the other, by `grouping`.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
