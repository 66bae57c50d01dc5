"""What every part of the programming interface does alike: problems, pages of long lists, answers.

It knows no record and no rule; each app's `api` says what of it others may read or send, and
`config.api` puts these parts together.
"""

from answerable_site.interface.paging import (
    LIMIT,
    Cursor,
    Page,
    Paging,
    page_down,
    page_of,
)
from answerable_site.interface.problems import (
    KINDS,
    MEDIA_TYPE,
    REFERENCE,
    Kind,
    Mistake,
    Problem,
    ProblemBody,
    problem_answer,
)
from answerable_site.interface.sending import (
    Key,
    check_size,
    fingerprint_of,
    say_repeated,
)
from answerable_site.interface.told import (
    NOT_CHANGED,
    SLUG,
    Told,
    changed_at,
)

__all__ = [
    "KINDS",
    "LIMIT",
    "MEDIA_TYPE",
    "NOT_CHANGED",
    "REFERENCE",
    "SLUG",
    "Cursor",
    "Key",
    "Kind",
    "Mistake",
    "Page",
    "Paging",
    "Problem",
    "ProblemBody",
    "Told",
    "changed_at",
    "check_size",
    "fingerprint_of",
    "page_down",
    "page_of",
    "problem_answer",
    "say_repeated",
]
