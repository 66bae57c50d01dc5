"""Open items of plans that are past their original target, month end by month end."""

from datetime import date

from answerable.measures.conditions import denied, holds, some
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="plan_items_overdue",
    title="Open items of plans that are overdue, at each month end",
    asks="Of what plans still asked for at the end of a month, how much was overdue?",
    recommendations=("4",),
    subject="open_items",
    population=(
        "Items of investigation plans and action plans that were open at the end of the last day "
        "of a month: an item is there once for each such month"
    ),
    numerator="Its original target day was over on that day, or it had no target day",
    not_applicable="",
    unknown_means="",
    met=some(holds("is_overdue"), denied("has_target")),
    basis=Basis.PERIOD,
    dated_by="month_end_on",
    breakdowns=("plan", "has_target"),
    good=Good.LOWER,
    owner="Head of investigations of the force",
    source="Recommendation 4 of the joint inspection of July 2021",
    cautions=(
        "Read it by month. Over several months an item that stays open counts in each.",
        "An item without a target day counts as overdue: to leave the day out helps nothing.",
        "A target day that was moved counts by the day that it had first.",
        "The last month is the last one that had ended on the as-of day.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
