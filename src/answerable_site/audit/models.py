"""The append-only record of who did what, when. The database itself refuses changes to it."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from django.db import models

from answerable_site.audit.rules import Content, Leaf, Processing


class AuditEntry(models.Model):
    """One act. No foreign keys, on purpose: the record must not depend on what it records."""

    sequence = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    acting_as = models.TextField()
    act = models.CharField(max_length=100)
    kind = models.CharField(
        max_length=20, blank=True, choices=[(kind.value, kind.value) for kind in Processing]
    )
    subject = models.CharField(max_length=200, db_index=True)
    # Canonical text and salt; both are none once the content is erased.
    content = models.TextField(null=True)  # noqa: DJ001
    salt = models.CharField(max_length=64, null=True)  # noqa: DJ001
    content_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("sequence",)
        # Events of a kind are looked for in order, among very many looks at cases.
        indexes = (models.Index(fields=("act", "sequence"), name="audit_acts_in_order"),)

    @property
    def is_erased(self) -> bool:
        """Whether the content is gone; who, when and what remain."""
        return self.content is None

    @property
    def details(self) -> dict[str, Any]:
        """Plain data of the act; empty once erased."""
        return self._read().details

    @property
    def reason(self) -> str:
        """Why the record was looked at or changed, in the person's words; empty once erased."""
        return self._read().reason

    @property
    def recipients(self) -> tuple[str, ...]:
        """To whom something was disclosed; empty once erased."""
        return self._read().recipients

    @property
    def records(self) -> tuple[str, ...]:
        """Every case record that was read or handed out; empty once erased."""
        return self._read().records

    def leaf(self) -> Leaf:
        """The part of the entry that stays for good."""
        return Leaf(
            sequence=self.sequence,
            at=self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            actor_id=self.actor_id,
            actor_name=self.actor_name,
            acting_as=self.acting_as,
            act=self.act,
            kind=self.kind,
            subject=self.subject,
            content_hash=self.content_hash,
        )

    def _read(self) -> Content:
        return Content() if self.content is None else Content.read(self.content)


class AuditedRecord(models.Model):
    """The index of entries by case record: what `AuditEntry.records` holds, one row each."""

    entry = models.ForeignKey(AuditEntry, on_delete=models.PROTECT, related_name="audited_records")
    record = models.CharField(max_length=200, db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("entry", "record"), name="audit_record_once_an_entry"),
        )


class ChainHead(models.Model):
    """The one row whose lock makes writers to the chain take turns."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)
    # Roots of the full subtrees of the Merkle tree, largest first, 64 digits each.
    frontier = models.TextField(default="", blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(id=1), name="audit_chainhead_is_one_row"),
        )

    def peaks(self) -> list[str]:
        """The frontier, one hash each."""
        return [self.frontier[start : start + 64] for start in range(0, len(self.frontier), 64)]
