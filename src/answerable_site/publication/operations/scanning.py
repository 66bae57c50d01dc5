"""Nothing becomes public before it was looked through; everything public can be, again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from answerable.leaks import SCANNER_VERSION, Finding, FindingKind, look_through
from answerable_site.audit.operations import Actor, record
from answerable_site.publication import queries
from answerable_site.publication.rules import Piece, possible_references

PUBLIC = "publication.public"
"""What entries about a scan are about."""
SCANNED = "publication.scan_public"
_SAID = 5
"""So many findings are told in one sentence."""


class WouldLeak(ValueError):
    """What was to become public has something that has no place there; the message says where."""

    def __init__(self, findings: list[Finding]) -> None:
        """Takes what was found."""
        self.findings = findings
        more = len(findings) - _SAID
        super().__init__(
            "Nothing was published. "
            + " ".join(one.sentence for one in findings[:_SAID])
            + (f" There are {more} more findings." if more > 0 else "")
            + " Have it taken out and prepare it again."
        )


@dataclass(frozen=True, slots=True)
class PublicScan:
    """What came of looking through everything that is public."""

    scanner: str
    pieces: int
    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "scanner": self.scanner,
            "pieces": self.pieces,
            "findings": [one.as_json() for one in self.findings],
        }

    def lines(self) -> list[str]:
        """For people."""
        counted = (
            f"Public pages and files looked through by scanner {self.scanner}: {self.pieces:,}."
        )
        return [
            *(one.sentence for one in self.findings),
            f"{counted} Findings: {len(self.findings):,}.",
        ]


def _check_no_leak(pieces: Iterable[Piece], *, by: Actor) -> None:
    """Look through what is about to become public.

    Args:
        pieces: every page and file of it.
        by: whoever makes it public.

    Raises:
        WouldLeak: something hidden is in it, it cannot be looked through, or it names a reference
            of a case.
    """
    found = [one for piece in pieces for one in _findings(piece, by)]
    if found:
        raise WouldLeak(found)


@transaction.atomic
def scan_public(*, by: Actor, at: datetime) -> PublicScan:
    """Look through everything that the public can get now, and record with which scanner.

    The record keeps counts and names of pieces, and no word that was found.
    """
    pieces = 0
    found: list[Finding] = []
    for piece in queries.public_pieces():
        pieces += 1
        found += _findings(piece, by)
    scan = PublicScan(SCANNER_VERSION, pieces, tuple(found))
    record(
        by=by,
        at=at,
        act=SCANNED,
        subject=PUBLIC,
        details={
            "scanner": scan.scanner,
            "pieces": pieces,
            "findings": len(found),
            "in": sorted({one.path[0] for one in found}),
        },
    )
    return scan


def _findings(piece: Piece, by: Actor) -> Iterator[Finding]:
    yield from look_through(piece.name, piece.content)
    text = piece.content.decode(errors="ignore") if _is_text(piece.content) else ""
    candidates = set(possible_references(text))
    if candidates:
        held = import_string(settings.HELD_REFERENCES)(candidates, by=by)
        if held:
            yield Finding(FindingKind.HELD, (piece.name,), "a reference of a case")


def _is_text(content: bytes) -> bool:
    """Whether a piece is words as they stand: the files of a document say the same as its page."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
