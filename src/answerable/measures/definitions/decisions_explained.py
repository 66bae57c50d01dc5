"""Decisions explained to the victim."""

from datetime import date

from answerable.measures.conditions import holds
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="decisions_explained",
    title="Decisions explained to victims",
    asks="When victims were told of a decision, were they told why?",
    recommendations=("6",),
    subject="notices",
    population="The first time that each victim was told of each decision",
    numerator="The decision was explained, with its reasons",
    not_applicable="",
    unknown_means="",
    met=holds("explained"),
    basis=Basis.PERIOD,
    dated_by="happened_on",
    breakdowns=("maker", "made", "method"),
    good=Good.HIGHER,
    owner="Head of criminal justice of the force",
    source=(
        "Recommendation 6 of the joint inspection of July 2021; Right 6 of the Code of "
        "Practice for Victims of Crime"
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
