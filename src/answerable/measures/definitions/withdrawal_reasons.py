"""Why victims withdraw, reason by reason."""

from datetime import date

from answerable.measures.conditions import holds
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="withdrawal_reasons",
    title="Why victims withdraw",
    asks="For which reasons did victims withdraw?",
    recommendations=("3",),
    subject="withdrawal_reasons",
    population="Each withdrawal with each reason of the list: read it by reason",
    numerator="The withdrawal names the reason",
    not_applicable="",
    unknown_means="",
    met=holds("is_named"),
    basis=Basis.PERIOD,
    dated_by="happened_on",
    breakdowns=("reason", "stage"),
    good=Good.NEITHER,
    owner="Head of investigations of the force",
    source=(
        "Recommendation 3 of the joint inspection of July 2021; the list is this product’s own"
    ),
    cautions=(
        ("Several reasons may apply, so the shares of all reasons add up to more than one."),
        ("One reason above 60% in a unit is a prompt to look at how it is recorded."),
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
