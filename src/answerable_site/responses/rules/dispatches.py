"""How far a copy or notice has come, and what is shown before it goes out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from answerable.statute import (
    COPY_TO_INSPECTORS,
    COPY_TO_SECRETARY,
    INVITE_CHIEF_OFFICER,
    Provision,
)
from answerable_site.responses.rules.words import Channel, DispatchState, Purpose

AFTER_PUBLICATION = (
    Purpose.COPY_TO_INSPECTORS,
    Purpose.COPY_TO_SECRETARY,
    Purpose.PLACE_TOLD,
    Purpose.PANEL_TOLD,
)
"""What is sent once a version is public; each version anew."""
ASKED = (Purpose.COPY_TO_INSPECTORS, Purpose.COPY_TO_SECRETARY)
"""The two copies of section 55(6) of the Police Act 1996; the text names no period for them."""
BY_OTHER_MEANS = (Channel.EMAIL, Channel.POST, Channel.PORTAL, Channel.BY_HAND)

TAKEN_UP_WITHIN = timedelta(minutes=10)
"""An e-mail that waited longer is not sent any more: somebody may have sent another meanwhile."""
NOT_KNOWN_AFTER = timedelta(minutes=15)
"""From then on an e-mail that waits is neither sent nor failed for all that is known."""

_PROVISIONS: dict[Purpose, Provision] = {
    Purpose.INVITATION: INVITE_CHIEF_OFFICER,
    Purpose.COPY_TO_INSPECTORS: COPY_TO_INSPECTORS,
    Purpose.COPY_TO_SECRETARY: COPY_TO_SECRETARY,
}


class Standing(StrEnum):
    """How the sending of one version for one purpose stands."""

    NOT_SENT = "not_sent"
    EARLIER_VERSION = "earlier_version"
    """An earlier version was sent, this one was not."""
    ON_ITS_WAY = "on_its_way"
    NOT_KNOWN = "not_known"
    """The product began to send and never learned what came of it."""
    FAILED = "failed"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One dispatch, as far as its standing goes."""

    version: int | None
    """The published version; None for the invitation, which has none."""
    state: DispatchState
    recorded_at: datetime
    taken_up: bool = False
    """Whether the product began to send it."""


def provision_of(purpose: Purpose) -> Provision | None:
    """The law that asks for it; None where none does and an office does it all the same."""
    return _PROVISIONS.get(purpose)


def state_of(attempt: Attempt, *, at: datetime) -> Standing:
    """How one attempt stands at a moment."""
    match attempt.state:
        case DispatchState.SENT:
            return Standing.SENT
        case DispatchState.FAILED:
            return Standing.FAILED
        case DispatchState.WAITING:
            if at - attempt.recorded_at <= NOT_KNOWN_AFTER:
                return Standing.ON_ITS_WAY
            return Standing.NOT_KNOWN if attempt.taken_up else Standing.FAILED


def standing(attempts: Sequence[Attempt], *, version: int | None, at: datetime) -> Standing:
    """How the sending of a version stands, its attempts taken together.

    Once sent it stays sent, whatever a later attempt came to.

    Args:
        attempts: those for one purpose, oldest first.
        version: the version that stands; None for the invitation.
        at: the moment of looking.
    """
    own = [state_of(attempt, at=at) for attempt in attempts if attempt.version == version]
    if Standing.SENT in own:
        return Standing.SENT
    if own:
        return own[-1]
    earlier = any(attempt.state is DispatchState.SENT for attempt in attempts)
    return Standing.EARLIER_VERSION if earlier else Standing.NOT_SENT


def too_late_to_take_up(*, recorded_at: datetime, at: datetime) -> bool:
    """Whether an e-mail has waited so long that the product leaves it to people."""
    return at - recorded_at > TAKEN_UP_WITHIN


def digest(
    *,
    purpose: Purpose,
    recipient: str,
    address: str,
    letter_hash: str,
    attachments: Iterable[tuple[str, str]],
) -> str:
    """What stands for everything that a person was shown before sending.

    Args:
        purpose: what it is for.
        recipient: name, as typed.
        address: e-mail address, as typed.
        letter_hash: content hash of the letter.
        attachments: name and SHA-256 of each further file.
    """
    shown = [purpose, recipient, address, letter_hash, [list(file) for file in attachments]]
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()
