"""Words and pure rules of data cuts and figures. No Django."""

from answerable_site.figures.rules.asking import (
    MOST_ASKED,
    TOGETHER,
    Asked,
    NothingToAsk,
    breakdowns,
    questions_of,
)
from answerable_site.figures.rules.keeping import (
    LONGEST_KEPT,
    UnusablePlan,
    check_new_last_day,
    check_plan,
    erased_on,
    is_quarantine_over,
)
from answerable_site.figures.rules.numbers import MOST, Numbers
from answerable_site.figures.rules.progress import (
    GOING_ON,
    LEFT_BEHIND_AFTER,
    WORKING,
    CutState,
    WorkState,
    left_behind,
    percent_of,
)
from answerable_site.figures.rules.serving import Recommended, measures_serving
from answerable_site.figures.rules.shown import (
    HIDDEN,
    ShownFigure,
    ShownRow,
    Told,
    ToldFigure,
    shown_of,
    told_of,
    written,
)
from answerable_site.figures.rules.standing import (
    Standing,
    StandingRelease,
    ToldMeasure,
    standing_among,
    told_measure,
)
from answerable_site.figures.rules.yearly import YEARLY, Yearly

__all__ = [
    "GOING_ON",
    "HIDDEN",
    "LEFT_BEHIND_AFTER",
    "LONGEST_KEPT",
    "MOST",
    "MOST_ASKED",
    "TOGETHER",
    "WORKING",
    "YEARLY",
    "Asked",
    "CutState",
    "NothingToAsk",
    "Numbers",
    "Recommended",
    "ShownFigure",
    "ShownRow",
    "Standing",
    "StandingRelease",
    "Told",
    "ToldFigure",
    "ToldMeasure",
    "UnusablePlan",
    "WorkState",
    "Yearly",
    "breakdowns",
    "check_new_last_day",
    "check_plan",
    "erased_on",
    "is_quarantine_over",
    "left_behind",
    "measures_serving",
    "percent_of",
    "questions_of",
    "shown_of",
    "standing_among",
    "told_measure",
    "told_of",
    "written",
]
