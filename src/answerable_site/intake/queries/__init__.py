"""Every read of sources, loads and rows that were set aside."""

from answerable_site.intake.queries.batches import (
    earlier_load,
    load_seen_by,
    loads_seen_by,
    rows_waiting_for,
    waiting_in,
)
from answerable_site.intake.queries.differing import (
    cases_named,
    cases_of,
    correcting_load,
    differing_events,
    differing_of,
    sees_restricted,
)
from answerable_site.intake.queries.digests import digest_of_rows
from answerable_site.intake.queries.queued import going_on_for, is_cancelled, queued_seen_by
from answerable_site.intake.queries.retaining import (
    erased_in,
    forgotten_extracts,
    rows_to_erase,
)
from answerable_site.intake.queries.sent import (
    BESIDE,
    DIFFERING,
    LOADING,
    TRIED,
    TRYING,
    beside,
    hundredths,
    sender_of,
    sent_at,
    sent_file,
    tried_extract,
    would_differ,
)
from answerable_site.intake.queries.sources import (
    forces_told_of,
    latest_profile,
    organisations_loaded_by,
    profile_seen_by,
    sources_of,
)

__all__ = [
    "BESIDE",
    "DIFFERING",
    "LOADING",
    "TRIED",
    "TRYING",
    "beside",
    "cases_named",
    "cases_of",
    "correcting_load",
    "differing_events",
    "differing_of",
    "digest_of_rows",
    "earlier_load",
    "erased_in",
    "forces_told_of",
    "forgotten_extracts",
    "going_on_for",
    "hundredths",
    "is_cancelled",
    "latest_profile",
    "load_seen_by",
    "loads_seen_by",
    "organisations_loaded_by",
    "profile_seen_by",
    "queued_seen_by",
    "rows_to_erase",
    "rows_waiting_for",
    "sees_restricted",
    "sender_of",
    "sent_at",
    "sent_file",
    "sources_of",
    "tried_extract",
    "waiting_in",
    "would_differ",
]
