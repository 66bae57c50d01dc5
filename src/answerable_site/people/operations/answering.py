"""What a machine sends under a key is done once, however often it is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import IntegrityError, transaction

from answerable_site.audit.operations import Actor, record
from answerable_site.people import access, queries
from answerable_site.people.models import KeptAnswer
from answerable_site.people.rules import Viewer

ANSWERS_KEPT_FOR: Final = timedelta(days=7)
"""How long an answer is kept, and so how late something can be sent again."""


class KeyUsedOtherwise(ValueError):
    """The key was used for something else."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What a machine is answered."""

    status: int
    body: dict[str, Any]
    is_repeated: bool = False
    """Whether it was given before, and nothing was done now."""


@transaction.atomic
def answer_once(
    *,
    by: Viewer,
    at: datetime,
    key: str,
    fingerprint: str,
    act: Callable[[], GivenAnswer],
) -> GivenAnswer:
    """Do something and keep the answer, both or neither; or give the answer that was kept.

    Whatever `act` raises undoes everything and keeps nothing, so that it can be sent again.

    Args:
        by: a machine account.
        key: as the machine chose it.
        fingerprint: a digest of what was sent and where.
        act: what to do; it records itself.

    Raises:
        access.Refused: the viewer is no machine account.
        KeyUsedOtherwise: something else was sent under the key.
    """
    if by.machine is None:
        raise access.Refused("Only a machine account sends something under a key.")
    if (kept := _kept(by, key, fingerprint)) is not None:
        return kept
    try:
        with transaction.atomic():
            held = KeptAnswer.objects.create(
                account_id=by.machine.account_id,
                key=key,
                fingerprint=fingerprint,
                status=0,
                body={},
                at=at,
            )
    except IntegrityError:
        # The same was sent twice at once; the other one came first, and is done by now.
        if (kept := _kept(by, key, fingerprint)) is None:
            raise
        return kept
    given = act()
    held.status, held.body = given.status, given.body
    held.save(update_fields=["status", "body"])
    record(
        by=by,
        at=at,
        act="people.answer_once",
        subject=f"people.machineaccount:{by.machine.account_id}",
        details={"token": by.machine.token, "fingerprint": fingerprint},
    )
    return given


@transaction.atomic
def forget_answers(*, by: Actor, at: datetime) -> int:
    """Erase answers that nobody can be told again; how many.

    Args:
        by: `PRODUCT`.
    """
    forgotten, _ = queries.answers_to_forget(at - ANSWERS_KEPT_FOR).delete()
    if forgotten:
        record(
            by=by,
            at=at,
            act="people.forget_answers",
            subject="people.answers",
            details={"answers": forgotten},
        )
    return forgotten


def _kept(by: Viewer, key: str, fingerprint: str) -> GivenAnswer | None:
    held = queries.kept_answer(by, key)
    if held is None:
        return None
    if held.fingerprint != fingerprint:
        raise KeyUsedOtherwise(
            "Something else was sent under this key before. Use a new key for each thing."
        )
    return GivenAnswer(held.status, held.body, is_repeated=True)
