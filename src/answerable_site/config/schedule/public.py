"""What is public is looked through again whenever the scanner finds more."""

from __future__ import annotations

from datetime import datetime

from answerable.leaks import SCANNER_VERSION
from answerable_site.audit.queries import entries_about
from answerable_site.config.schedule.jobs import Outcome
from answerable_site.people.rules import PRODUCT
from answerable_site.publication import operations
from answerable_site.publication.queries import public_pieces


def scan(at: datetime) -> Outcome:
    """Look through everything public, if there is anything, unless this scanner did before.

    Args:
        at: when the run begins.
    """
    if not _is_due():
        return Outcome()
    found = operations.scan_public(by=PRODUCT, at=at)
    said = (found.lines()[-1],)
    if not found.findings:
        return Outcome(done=said)
    return Outcome(failed=(*said, "Run “answerable public scan” to see where, and withdraw it."))


def foresee(_at: datetime) -> tuple[str, ...]:
    """What `scan` would do."""
    return ("Everything public would be looked through.",) if _is_due() else ()


def _is_due() -> bool:
    if next(public_pieces(), None) is None:
        return False
    last = entries_about(operations.PUBLIC).filter(act=operations.SCANNED).last()
    return last is None or last.details.get("scanner") != SCANNER_VERSION
