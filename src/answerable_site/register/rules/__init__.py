"""The register's words and pure rules. No Django."""

from answerable_site.register.rules.addressees import (
    Addressed,
    AddresseeKind,
    addressees_from_lines,
    kind_of,
    lines_from_addressees,
)
from answerable_site.register.rules.deadlines import (
    DeadlineForm,
    deadline_of_words,
    form_of,
    month,
    month_in_words,
    period,
    resolved,
)
from answerable_site.register.rules.drafts import Draft, DraftLimb, joined_drafts
from answerable_site.register.rules.inspections import InspectionFacts
from answerable_site.register.rules.numbers import (
    STEP,
    free_position,
    missing_numbers,
    position_by_hand,
)
from answerable_site.register.rules.printed import days_late_at_least, first_possible_day
from answerable_site.register.rules.readings import (
    LEFT_BEHIND_AFTER,
    MOST_PICTURES,
    PageText,
    left_behind,
    page_texts,
    storable,
    without_doubts,
)
from answerable_site.register.rules.similarity import Similar, similar
from answerable_site.register.rules.titles import (
    Part,
    likely_same_report,
    part_of_series,
    same_force,
)
from answerable_site.register.rules.words import (
    DECIDED,
    AddresseeStatus,
    DateSource,
    InspectionKind,
    InspectionLinkKind,
    ReadingState,
    RecommendationKind,
    RecommendationLinkKind,
    Verdict,
)

__all__ = [
    "DECIDED",
    "LEFT_BEHIND_AFTER",
    "MOST_PICTURES",
    "STEP",
    "Addressed",
    "AddresseeKind",
    "AddresseeStatus",
    "DateSource",
    "DeadlineForm",
    "Draft",
    "DraftLimb",
    "InspectionFacts",
    "InspectionKind",
    "InspectionLinkKind",
    "PageText",
    "Part",
    "ReadingState",
    "RecommendationKind",
    "RecommendationLinkKind",
    "Similar",
    "Verdict",
    "addressees_from_lines",
    "days_late_at_least",
    "deadline_of_words",
    "first_possible_day",
    "form_of",
    "free_position",
    "joined_drafts",
    "kind_of",
    "left_behind",
    "likely_same_report",
    "lines_from_addressees",
    "missing_numbers",
    "month",
    "month_in_words",
    "page_texts",
    "part_of_series",
    "period",
    "position_by_hand",
    "resolved",
    "same_force",
    "similar",
    "storable",
    "without_doubts",
]
