"""How casework is worded."""

from answerable_site.casework.presenters.cases import (
    ListedCase,
    ShownCase,
    ShownWork,
    found_cases,
    listed_cases,
    shown_case,
    title_of,
)
from answerable_site.casework.presenters.due import (
    ListedDue,
    ShownBreach,
    ShownDue,
    ShownRule,
    listed_dues,
    shown_breaches,
    shown_dues,
    shown_rule,
)
from answerable_site.casework.presenters.events import (
    Choice,
    Naming,
    ShownEvent,
    choices_of_kinds,
    facts_in_words,
    numbers_of_people,
    numbers_of_services,
    shown_events,
    worded_event,
)

__all__ = [
    "Choice",
    "ListedCase",
    "ListedDue",
    "Naming",
    "ShownBreach",
    "ShownCase",
    "ShownDue",
    "ShownEvent",
    "ShownRule",
    "ShownWork",
    "choices_of_kinds",
    "facts_in_words",
    "found_cases",
    "listed_cases",
    "listed_dues",
    "numbers_of_people",
    "numbers_of_services",
    "shown_breaches",
    "shown_case",
    "shown_dues",
    "shown_events",
    "shown_rule",
    "title_of",
    "worded_event",
]
