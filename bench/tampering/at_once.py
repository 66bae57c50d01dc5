"""Several writers to one record at the same time, while it is checked."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from django.db import connection
from django.utils import timezone

from answerable_site.audit import operations, queries
from answerable_site.audit.models import AuditEntry
from answerable_site.audit.rules import Processing
from answerable_site.people.rules import PRODUCT

WRITERS = 3


class Writers:
    """A record that grows with each round, and is never taken back."""

    def __init__(self, folder: Path) -> None:
        self.key, self.file = folder / "key.pem", folder / "heads.jsonl"
        operations.make_key(self.key)

    def act_at_once(self) -> list[str]:
        """One round; gives what the check found while it went on and after it."""
        with ThreadPoolExecutor(WRITERS) as pool:
            rounds = [pool.submit(self._write, number) for number in range(WRITERS)]
            found = self._faults()
            for one in rounds:
                one.result()
        return found + self._faults()

    def entries(self) -> int:
        """How long the record is."""
        return AuditEntry.objects.count()

    def _write(self, number: int) -> None:
        try:
            for _ in range(2):
                entry = operations.record(
                    by=PRODUCT,
                    at=timezone.now(),
                    act="casework.open_list",
                    subject="casework.list:1",
                    kind=Processing.CONSULTATION,
                    records=[f"casework.case:{number}", "casework.case:9"],
                )
            if number == 0:
                operations.erase_content(
                    by=PRODUCT, at=timezone.now(), entry=entry, reason="Its term is over"
                )
            else:
                operations.sign_head(by=PRODUCT, at=timezone.now(), key=self.key, file=self.file)
        finally:
            connection.close()

    def _faults(self) -> list[str]:
        found = queries.verify(
            own=partial(queries.read_if_begun, self.file),
            trusted=frozenset({queries.fingerprint_of(self.key)}),
        )
        return [fault.sentence for fault in found.faults]
