"""Items of plans done by the target day that they first had."""

from datetime import date

from answerable.measures.conditions import missing
from answerable.measures.definition import Basis, Definition, DueOn, Good, Version

DEFINITION = Definition(
    name="plan_items_done",
    title="Items of plans done by their original target",
    asks="Was what a plan asked for done by the day that was first set for it?",
    recommendations=("4",),
    subject="items",
    population="Items of investigation plans and action plans, done, overdue and open ones alike",
    numerator="Nothing more was asked of the item by its original target day",
    not_applicable="",
    unknown_means="",
    fails=missing("original_on"),
    clock=DueOn(due="original_on", done="ended_on"),
    basis=Basis.COHORT,
    dated_by="asked_on",
    breakdowns=("plan",),
    good=Good.HIGHER,
    owner="Head of investigations of the force",
    source="Recommendation 4 of the joint inspection of July 2021",
    cautions=(
        (
            "A target that was moved counts by the day that it had first: moving it makes nothing "
            "better."
        ),
        "An item that never had a target day counts as not done in time.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
