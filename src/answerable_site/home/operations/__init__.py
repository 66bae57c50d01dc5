"""Every change to what the product tells people by itself."""

from answerable_site.home.operations.calendars import (
    AddressRevoked,
    MadeAddress,
    make_calendar_address,
    note_calendar_fetched,
    revoke_calendar_address,
)
from answerable_site.home.operations.digests import (
    claim_digest,
    note_digest_failed,
    note_digest_sent,
)

__all__ = [
    "AddressRevoked",
    "MadeAddress",
    "claim_digest",
    "make_calendar_address",
    "note_calendar_fetched",
    "note_digest_failed",
    "note_digest_sent",
    "revoke_calendar_address",
]
