"""Honest records: acts, heads and keys, each a minute after the one before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from answerable_site.audit import queries
from answerable_site.audit.models import AuditEntry
from answerable_site.audit.operations import (
    erase_content,
    make_key,
    record,
    replace_key,
    replace_lost_key,
    sign_head,
)
from answerable_site.audit.queries import Verification
from answerable_site.audit.rules import Head, Processing
from answerable_site.people.rules import PRODUCT

BEGIN = datetime(2026, 3, 1, 12, 30, 0, 123456, tzinfo=UTC)


@dataclass
class Office:
    """An office that acts, and keeps its key and its heads in a folder."""

    folder: Path
    now: datetime = BEGIN

    @property
    def key(self) -> Path:
        return self.folder / "key.pem"

    @property
    def file(self) -> Path:
        return self.folder / "heads" / "heads.jsonl"

    def later(self) -> datetime:
        """A minute later."""
        self.now += timedelta(minutes=1)
        return self.now

    def act(self, count: int = 1) -> AuditEntry:
        """Leave entries; gives the last."""
        for _ in range(count):
            entry = record(
                by=PRODUCT,
                at=self.later(),
                act="casework.open_list",
                subject="casework.list:1",
                kind=Processing.CONSULTATION,
                details={"minute": self.now.minute},
                reason="Review of July",
                recipients=["Office for Wexmoor"],
                records=["casework.case:12", "casework.case:7"],
            )
        return entry

    def erase(self, sequence: int) -> AuditEntry:
        """Erase the content of an entry."""
        entry = AuditEntry.objects.get(sequence=sequence)
        return erase_content(by=PRODUCT, at=self.later(), entry=entry, reason="Its term is over")

    def begin_heads(self) -> None:
        """Make the key."""
        make_key(self.key)

    def sign(self) -> Head:
        """Sign a head and write it."""
        return sign_head(by=PRODUCT, at=self.later(), key=self.key, file=self.file)

    def rotate(self) -> Head:
        """Let a new key take over."""
        return replace_key(by=PRODUCT, at=self.later(), key=self.key, file=self.file)

    def lose_key(self) -> str:
        """Lose the key; gives its fingerprint."""
        lost = queries.fingerprint_of(self.key)
        self.key.unlink()
        return lost

    def go_on_without(self) -> Head:
        """Begin with a new key, for the old one is lost."""
        return replace_lost_key(
            by=PRODUCT, at=self.later(), key=self.key, file=self.file, reason="The disk broke."
        )

    def verify(self, *copies: Path, trusted: Iterable[str] = ()) -> Verification:
        """Check the record against the office’s own heads and copies of them.

        Args:
            trusted: fingerprints; that of the office’s key if there are none.
        """
        if not trusted and self.key.exists():
            trusted = [queries.fingerprint_of(self.key)]
        return queries.verify(
            own=partial(queries.read_if_begun, self.file),
            copies=[queries.read_heads(path) for path in copies],
            trusted=frozenset(trusted),
        )
