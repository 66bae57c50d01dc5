"""Outcomes 14 and 16 with the victim’s reason behind them."""

from datetime import date

from answerable.measures.conditions import holds
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="withdrawals_explained",
    title="“Victim does not support” with the victim’s reason",
    asks=(
        "Where a case ended because the victim does not support it, does the record say when "
        "and why the victim said so?"
    ),
    recommendations=("3",),
    subject="unsupported_outcomes",
    population="Outcomes 14 and 16, with or without letters of the force",
    numerator=(
        "By that day a withdrawal was recorded, with its stage and at least one reason that "
        "came from the victim"
    ),
    not_applicable="",
    unknown_means="",
    met=holds("is_explained"),
    basis=Basis.PERIOD,
    dated_by="happened_on",
    breakdowns=("outcome",),
    good=Good.HIGHER,
    owner="Head of investigations of the force",
    source="Recommendation 3 of the joint inspection of July 2021",
    cautions=(
        (
            "A reason comes from the victim where they said it themselves, or through a "
            "support worker, a lawyer or a survey; not through an officer or a relative."
        ),
        "That contact was lost is no withdrawal.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
