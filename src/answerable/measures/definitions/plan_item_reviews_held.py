"""Looks at the progress of items, held by the day that was set for them."""

from datetime import date

from answerable.measures.definition import Basis, Definition, DueOn, Good, Version

DEFINITION = Definition(
    name="plan_item_reviews_held",
    title="Reviews of items held in time",
    asks="Was the progress of an item looked at by the day that was set for it?",
    recommendations=("4",),
    subject="item_reviews",
    population="Every look at the progress of an item for which a day was set",
    numerator="It was looked at again, or the item ended, by that day",
    not_applicable="",
    unknown_means="",
    clock=DueOn(due="review_on", done="seen_on"),
    basis=Basis.COHORT,
    dated_by="review_on",
    breakdowns=("plan",),
    good=Good.HIGHER,
    owner="Head of investigations of the force",
    source="Recommendation 4 of the joint inspection of July 2021",
    cautions=(
        "An item without a day for a review is in no denominator: see how many items have one.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
