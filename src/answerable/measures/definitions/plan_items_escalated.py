"""Overdue items of plans taken further up."""

from datetime import date

from answerable.measures.conditions import every, on_or_before, present, unless
from answerable.measures.definition import Basis, Clock, Definition, Good, Version

DEFINITION = Definition(
    name="plan_items_escalated",
    title="Overdue items of plans taken further up",
    asks="Was an item that stayed overdue taken further up in time?",
    recommendations=("4",),
    subject="items",
    population="Items of plans that were still open on the last day for taking them further up",
    numerator="The item was taken further up by the last day in time",
    not_applicable="The item never had a target day, or was settled before it had to go up",
    unknown_means="",
    applies=every(present("original_on"), unless(on_or_before("ended_on", "due_on"))),
    clock=Clock(starts="original_on", done="escalated_on", limit="escalate_overdue_item"),
    basis=Basis.COHORT,
    dated_by="original_on",
    breakdowns=("plan",),
    good=Good.HIGHER,
    owner="Head of investigations of the force",
    source=(
        "Recommendation 4 of the joint inspection of July 2021; the limit is this product’s "
        "starting value"
    ),
    cautions=("Counted from the original target day, whether or not it was moved since.",),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
