"""The one way to write to the record."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Protocol

from django.db import transaction

from answerable_site.audit import rules
from answerable_site.audit.models import AuditEntry, ChainHead


class Actor(Protocol):
    """Whoever acts: a person, or the product itself (`user_id` None)."""

    @property
    def user_id(self) -> int | None: ...
    @property
    def name(self) -> str: ...
    @property
    def acting_as(self) -> str: ...


@transaction.atomic
def record(
    *, by: Actor, at: datetime, act: str, subject: str, details: dict[str, Any] | None = None
) -> AuditEntry:
    """Append one entry to the chain, inside the caller's transaction.

    Args:
        by: who acts, with the assignment relied on.
        at: when, with a time zone.
        act: app and operation, such as "responses.sign_response".
        subject: kind and identifier of the record, such as "responses.response:12".
        details: plain JSON data; never the text of a file or of a person's words.
    """
    head, _ = ChainHead.objects.select_for_update().get_or_create(
        id=1, defaults={"hash": rules.GENESIS}
    )
    entry = rules.Entry(
        sequence=head.sequence + 1,
        at=at.astimezone(UTC).isoformat(timespec="microseconds"),
        actor_id=by.user_id,
        actor_name=by.name,
        acting_as=by.acting_as,
        act=act,
        subject=subject,
        details=details or {},
    )
    chained = rules.chained_hash(entry, head.hash)
    row = AuditEntry.objects.create(
        sequence=entry.sequence,
        at=at,
        actor_id=entry.actor_id,
        actor_name=entry.actor_name,
        acting_as=entry.acting_as,
        act=act,
        subject=subject,
        details=entry.details,
        previous_hash=head.hash,
        hash=chained,
    )
    head.sequence, head.hash = entry.sequence, chained
    head.save()
    return row
