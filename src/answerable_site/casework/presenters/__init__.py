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
    warnings_in,
    warnings_of,
    worded_event,
)
from answerable_site.casework.presenters.handing_over import (
    choices_of_posts,
    choices_of_work,
)
from answerable_site.casework.presenters.kinds import (
    kinds_page,
)
from answerable_site.casework.presenters.letters import (
    choices_of_victims,
    letter_as_document,
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
from answerable_site.casework.presenters.notices import (
    choices_of_notices,
    is_written,
    notice_as_document,
)
from answerable_site.casework.presenters.pathway import (
    ShownPathway,
    shown_pathway,
)
from answerable_site.casework.presenters.pilot import (
    shown_reckonings,
)
from answerable_site.casework.presenters.quality import (
    listed_findings,
)
from answerable_site.casework.presenters.sides import (
    ShownSide,
    shown_sides,
)
from answerable_site.casework.presenters.standing import (
    said_by_victims,
    shown_rights,
    shown_standing,
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
    "ShownPathway",
    "ShownRule",
    "ShownSide",
    "ShownWork",
    "choices_of_events",
    "choices_of_kinds",
    "choices_of_notices",
    "choices_of_posts",
    "choices_of_victims",
    "choices_of_work",
    "coded_facts",
    "facts_in_words",
    "fixed_facts",
    "found_cases",
    "is_written",
    "kinds_page",
    "letter_as_document",
    "listed_cases",
    "listed_dues",
    "listed_findings",
    "listed_limit",
    "listed_limits",
    "notice_as_document",
    "said_by_victims",
    "shown_breaches",
    "shown_case",
    "shown_dues",
    "shown_events",
    "shown_limit",
    "shown_limit_version",
    "shown_pathway",
    "shown_reckonings",
    "shown_rights",
    "shown_rule",
    "shown_sides",
    "shown_standing",
    "title_of",
    "warnings_in",
    "warnings_of",
    "worded_event",
]
