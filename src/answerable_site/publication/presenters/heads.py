"""Signed heads of the record of acts, as the public sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from answerable.languages import say
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
        (say("Signed"), moment_in_words(head.moment)),
        (say("Entries in the record"), f"{head.size:,}"),
        (say("Root of the tree"), head.root),
        (say("Fingerprint of the key"), head.key),
        (say("Signature"), head.signature),
    ]
    if head.next_public_key:
        rows.append((say("Key from now on"), head.next_key))
    if head.lost_key:
        rows.append((say("Key before it, which the office lost"), head.lost_key))
    return ShownHead(
        title=say("Head {number}", number=head.number), rows=[_row(*row) for row in rows]
    )


def _row(key: str, value: str) -> dict[str, Any]:
    return {
        "key": {"text": key},
        "value": {"text": value, "classes": "govuk-!-text-break-word"},
    }
