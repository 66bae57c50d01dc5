"""Every read of sources, loads and rows that were set aside."""

from answerable_site.intake.queries.digests import digest_of_rows
from answerable_site.intake.queries.loads import known_references, later_batch
from answerable_site.intake.queries.sources import latest_profile, sources_of

__all__ = [
    "digest_of_rows",
    "known_references",
    "later_batch",
    "latest_profile",
    "sources_of",
]
