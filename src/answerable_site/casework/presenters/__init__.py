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
    "ListedCase",
    "ListedLimit",
    "ShownCase",
    "ShownLimit",
    "ShownLimitVersion",
    "ShownWork",
    "found_cases",
    "listed_cases",
    "listed_limit",
    "listed_limits",
    "shown_case",
    "shown_limit",
    "shown_limit_version",
    "title_of",
]
