"""Which events there are, how a delivery is signed, when it is tried again, and where it may go."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any, Final
from urllib.parse import urlsplit

from answerable_site.publication.rules import Happened

SECRET_BYTES: Final = 32
SECRET_PREFIX: Final = "whsec_"  # noqa: S105 - it names a secret and is none
PING: Final = "ping"
"""An event that only says that deliveries arrive."""
WAITS: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(hours=24),
)
"""How long after each attempt that failed the next one is made; after the last there is none."""
HTTPS: Final = 443
_NOT_OURS_TO_ASK: Final = (
    # Addresses of IPv4 in the form of IPv6 (RFC 6052, RFC 8215): they lead where those lead.
    IPv6Network("64:ff9b::/96"),
    IPv6Network("64:ff9b:1::/48"),
)


class OwnEvent(StrEnum):
    """What an organisation is told of its own work, which is not public."""

    STATUS_CHANGED = "commitment.status_changed"
    TRACKER_LOADED = "tracker.loaded"
    LOAD_FINISHED = "load.finished"
    LOAD_REFUSED = "load.refused"

    @property
    def in_words(self) -> str:
        """What happened, as a sentence without its end."""
        return _IN_WORDS[self]


_IN_WORDS: Final = {
    OwnEvent.STATUS_CHANGED: "What one side says of a commitment of yours was changed",
    OwnEvent.TRACKER_LOADED: "A tracker of yours was loaded",
    OwnEvent.LOAD_FINISHED: "An extract of yours was loaded",
    OwnEvent.LOAD_REFUSED: "An extract of yours could not be loaded",
}
OWN_ACTS: Final = {
    "followup.state_own_view": OwnEvent.STATUS_CHANGED,
    "followup.give_assurance": OwnEvent.STATUS_CHANGED,
    "followup.record_inspectorate_status": OwnEvent.STATUS_CHANGED,
    "followup.close_commitment": OwnEvent.STATUS_CHANGED,
    "followup.reopen_commitment": OwnEvent.STATUS_CHANGED,
    "followup.load_tracker": OwnEvent.TRACKER_LOADED,
    "intake.load_batch": OwnEvent.LOAD_FINISHED,
    "intake.refuse_queued_load": OwnEvent.LOAD_REFUSED,
}
"""What each act is to the organisation whose work it is."""
EVENTS: Final[dict[str, str]] = {one.value: one.in_words for one in (*Happened, *OwnEvent)}
"""Every event by its name, with what it tells."""


class NotAReceiver(ValueError):
    """An address to which nothing is sent; the sentence says why."""


class UnknownEvents(ValueError):
    """No event was chosen, or one that does not exist."""


class DeliveryState(StrEnum):
    """What became of a delivery."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class EventToTell:
    """Something that happened, for whom it is."""

    name: str
    """Which event: a key of `EVENTS`."""
    number: str
    """Its identifier: the same in every attempt and for every receiver."""
    at: datetime
    data: dict[str, Any]
    """Numbers and addresses alone."""
    organisation_ids: frozenset[int] | None
    """Whose it is; None where it is everybody’s."""

    def body(self) -> str:
        """What is sent."""
        told = {
            "id": self.number,
            "type": self.name,
            "timestamp": self.at.isoformat(),
            "data": self.data,
        }
        return json.dumps(told, ensure_ascii=False, sort_keys=True)


def check_events(names: list[str]) -> None:
    """Raises UnknownEvents unless events were chosen, all of which exist."""
    if not names or not set(names) <= EVENTS.keys():
        raise UnknownEvents("Select the events of which it is to be told.")


def check_receiver(address: str, *, may_stay_here: bool) -> None:
    """Raises NotAReceiver unless deliveries may be sent to an address, as far as it shows itself.

    Args:
        may_stay_here: whether plain addresses of this machine count, as where the product is tried.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as wrong:
        raise NotAReceiver("Enter a whole address, such as https://example.org/hook.") from wrong
    if may_stay_here and parts.scheme in {"http", "https"} and parts.hostname:
        return
    if parts.scheme != "https" or not parts.hostname:
        raise NotAReceiver("Enter an address that begins with https://.")
    if parts.username is not None or parts.password is not None:
        raise NotAReceiver("Leave out a name and password: every delivery is signed instead.")
    if port not in (None, HTTPS):
        raise NotAReceiver("Leave out the port: deliveries go to port 443 alone.")
    if parts.fragment:
        raise NotAReceiver("Leave out what follows the sign #.")


def is_reachable(address: str) -> bool:
    """Whether a number of the network is one of the public internet, and none within an office.

    Args:
        address: of IPv4 or IPv6, as a look-up gives it.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return _is_public(found)


def _is_public(found: IPv4Address | IPv6Address) -> bool:
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if inner is not None:
            return _is_public(inner)
        if any(found in network for network in _NOT_OURS_TO_ASK):
            return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def next_attempt(at: datetime, attempts: int) -> datetime | None:
    """When to try again after a number of attempts; None where there were enough."""
    return at + WAITS[attempts - 1] if attempts <= len(WAITS) else None


def secret_text(secret: bytes) -> str:
    """A secret as it is shown, once (Standard Webhooks)."""
    return SECRET_PREFIX + base64.b64encode(secret).decode()


def signature(secret: str, *, number: str, timestamp: int, body: str) -> str:
    """The value of the header “webhook-signature” (Standard Webhooks, version 1).

    Args:
        secret: as `secret_text` gives it.
        number: the identifier of the event.
        timestamp: seconds since 1970 at the attempt.
        body: what is sent.
    """
    key = base64.b64decode(secret.removeprefix(SECRET_PREFIX))
    signed = f"{number}.{timestamp}.{body}".encode()
    return "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
