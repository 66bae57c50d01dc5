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
from answerable_site.casework.presenters.codes import (
    coded_facts,
    fixed_facts,
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
    ShownEvent,
    choices_of_events,
    choices_of_kinds,
    facts_in_words,
    shown_events,
    warnings_of,
    worded_event,
)
from answerable_site.casework.presenters.limits import (
    ListedLimit,
    ShownLimit,
    ShownLimitVersion,
    listed_limit,
    listed_limits,
    shown_limit,
    shown_limit_version,
)

__all__ = [
    "Choice",
    "ListedCase",
    "ListedDue",
    "ListedLimit",
    "ShownBreach",
    "ShownCase",
    "ShownDue",
    "ShownEvent",
    "ShownLimit",
    "ShownLimitVersion",
    "ShownRule",
    "ShownWork",
    "choices_of_events",
    "choices_of_kinds",
    "coded_facts",
    "facts_in_words",
    "fixed_facts",
    "found_cases",
    "listed_cases",
    "listed_dues",
    "listed_limit",
    "listed_limits",
    "shown_breaches",
    "shown_case",
    "shown_dues",
    "shown_events",
    "shown_limit",
    "shown_limit_version",
    "shown_rule",
    "title_of",
    "warnings_of",
    "worded_event",
]
