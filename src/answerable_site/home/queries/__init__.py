"""What waits for whom, and what stands in whose calendar."""

from answerable_site.home.queries.calendars import (
    addresses_of,
    calendar_dates,
    standing_address,
)
from answerable_site.home.queries.digests import PersonalDigest, attempt_of, digests_to_send
from answerable_site.home.queries.proving import commitments_to_prove, meetings_to_come
from answerable_site.home.queries.steps import own_acts, waiting_for
from answerable_site.home.queries.stories import Story, story_of

__all__ = [
    "PersonalDigest",
    "Story",
    "addresses_of",
    "attempt_of",
    "calendar_dates",
    "commitments_to_prove",
    "digests_to_send",
    "meetings_to_come",
    "own_acts",
    "standing_address",
    "story_of",
    "waiting_for",
]
