"""Reads of the record and of the heads kept outside the database."""

from answerable_site.audit.queries.entries import (
    acts_after,
    entries_about,
    is_head_due,
    last_sequence,
)
from answerable_site.audit.queries.head_files import (
    CannotReadHeads,
    HeadsFile,
    last_head,
    latest_heads,
    own_file,
    read_heads,
    read_if_begun,
)
from answerable_site.audit.queries.keys import (
    NoKey,
    fingerprint_of,
    key_path,
    read_key,
    successor_path,
)
from answerable_site.audit.queries.proofs import CannotProve, prove_entry, prove_growth
from answerable_site.audit.queries.verification import Verification, as_of_one_moment, verify

__all__ = [
    "CannotProve",
    "CannotReadHeads",
    "HeadsFile",
    "NoKey",
    "Verification",
    "acts_after",
    "as_of_one_moment",
    "entries_about",
    "fingerprint_of",
    "is_head_due",
    "key_path",
    "last_head",
    "last_sequence",
    "latest_heads",
    "own_file",
    "prove_entry",
    "prove_growth",
    "read_heads",
    "read_if_begun",
    "read_key",
    "successor_path",
    "verify",
]
