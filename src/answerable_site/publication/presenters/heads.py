"""Signed heads of the record of acts, as the public sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from answerable_site.audit.rules import Head
from answerable_site.design.dates import moment_in_words


@dataclass(frozen=True, slots=True)
class ShownHead:
    """One head."""

    title: str
    rows: list[dict[str, Any]]
    """For a summary list."""


def shown_head(head: Head) -> ShownHead:
    """A head in words; the long numbers in full, for they are there to be compared."""
    rows = [
        ("Signed", moment_in_words(head.moment)),
        ("Entries in the record", f"{head.size:,}"),
        ("Root of the tree", head.root),
        ("Fingerprint of the key", head.key),
        ("Signature", head.signature),
    ]
    if head.next_public_key:
        rows.append(("Key from now on", head.next_key))
    if head.lost_key:
        rows.append(("Key before it, which the office lost", head.lost_key))
    return ShownHead(title=f"Head {head.number}", rows=[_row(*row) for row in rows])


def _row(key: str, value: str) -> dict[str, Any]:
    return {
        "key": {"text": key},
        "value": {"text": value, "classes": "govuk-!-text-break-word"},
    }
