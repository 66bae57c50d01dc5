"""The one way to write to the record."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Protocol

from django.db import transaction

from answerable_site.audit import rules
from answerable_site.audit.models import AuditedRecord, AuditEntry, ChainHead
from answerable_site.audit.rules import Processing


class Actor(Protocol):
    """Whoever acts: a person, or the product itself (`user_id` None)."""

    @property
    def user_id(self) -> int | None: ...
    @property
    def name(self) -> str: ...
    @property
    def acting_as(self) -> str: ...


# Whoever cannot be recorded has not acted: a savepoint to go back to would be of no use.
@transaction.atomic(savepoint=False)
def record(
    *,
    by: Actor,
    at: datetime,
    act: str,
    subject: str,
    details: dict[str, Any] | None = None,
    kind: Processing | None = None,
    reason: str = "",
    recipients: Iterable[str] = (),
    records: Iterable[str] = (),
) -> AuditEntry:
    """Append one entry to the chain, inside the caller's transaction.

    What section 62 of the Data Protection Act 2018 asks of a log of consultation and disclosure
    (when, who, to whom) goes into the same entry. It does not ask for a reason; the product keeps
    one where experience shows its worth.

    Args:
        by: who acts, with the assignment relied on.
        at: when, with a time zone.
        act: app and operation, such as "responses.sign_response".
        subject: kind and identifier of the record, such as "responses.response:12".
        details: plain JSON data without floats; never the text of a file or of a person's words.
        kind: what was done with personal data; None for an act that processes no case data.
        reason: why, in the person's words.
        recipients: to whom something was disclosed, in words.
        records: identifiers of all case records that were read or handed out by the act, such as
            "casework.case:12"; many for a list or an export.

    Raises:
        CannotBeKept: the details are no plain data.
    """
    head = locked_head()
    content = rules.Content(details or {}, reason, tuple(recipients), rules.each_once(records))
    salt, text = secrets.token_hex(rules.SALT_BYTES), content.canonical()
    row = AuditEntry(
        sequence=head.sequence + 1,
        at=at.astimezone(UTC),
        actor_id=by.user_id,
        actor_name=by.name,
        acting_as=by.acting_as,
        act=act,
        kind=kind or "",
        subject=subject,
        content=text,
        salt=salt,
        content_hash=rules.content_hash(salt, text),
        previous_hash=head.hash,
    )
    _chain(row, head)
    AuditedRecord.objects.bulk_create(
        AuditedRecord(entry=row, record=name) for name in content.records
    )
    return row


def locked_head() -> ChainHead:
    """The end of the chain, held against other writers until the transaction ends."""
    head, _ = ChainHead.objects.select_for_update().get_or_create(
        id=1, defaults={"hash": rules.GENESIS}
    )
    return head


def _chain(row: AuditEntry, head: ChainHead) -> None:
    """Save the entry behind the head, and the head behind the entry."""
    leaf_hash = row.leaf().hash()
    row.hash = rules.chained_hash(leaf_hash, head.hash)
    row.save(force_insert=True)
    frontier = rules.Frontier(head.sequence, head.peaks())
    frontier.append(leaf_hash)
    head.sequence, head.hash, head.frontier = row.sequence, row.hash, "".join(frontier.peaks)
    head.save()
