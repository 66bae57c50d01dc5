"""The one door by which something is sent to an address that somebody named.

A name is looked up once, every number that it has must be one of the public internet, and the
connection goes to a number that was looked at: whoever runs the name cannot lead us to a machine
behind our own walls. Nobody is followed who answers that it is elsewhere.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from answerable_site.webhooks.rules import check_receiver, is_reachable

SECONDS: Final = 10
"""For how long an answer is waited for, at each step."""
_ANSWER_BYTES: Final = 1024
_TAKEN: Final = range(200, 300)


class NotSent(Exception):
    """There was no answer; the words say why and name nothing of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the receiver answered."""

    status: int

    @property
    def problem(self) -> str:
        """What was wrong with it; empty if it took the delivery."""
        return "" if self.status in _TAKEN else f"It answered {self.status}."


def send(
    address: str, body: bytes, headers: Mapping[str, str], *, may_stay_here: bool = False
) -> Answer:
    """Send something and read the status of the answer.

    Args:
        address: as `rules.check_receiver` lets through.
        may_stay_here: whether it may be one of this machine, as where the product is tried.

    Raises:
        NotSent: there was no answer.
        NotAReceiver: nothing may be sent to the address.
    """
    check_receiver(address, may_stay_here=may_stay_here)
    parts = urlsplit(address)
    is_secure = parts.scheme == "https"
    host = parts.hostname or ""
    port = parts.port or (http.client.HTTPS_PORT if is_secure else http.client.HTTP_PORT)
    number = _looked_up(host, port, may_stay_here=may_stay_here)
    connection = _Pinned(host, port, number=number, is_secure=is_secure)
    target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    try:
        connection.request("POST", target, body=body, headers=dict(headers))
        answer = connection.getresponse()
        answer.read(_ANSWER_BYTES)
        return Answer(answer.status)
    except (OSError, http.client.HTTPException) as problem:
        raise NotSent(f"There was no answer ({type(problem).__name__}).") from problem
    finally:
        connection.close()


def _looked_up(host: str, port: int, *, may_stay_here: bool) -> str:
    """A number of the host, once all that it has were looked at."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise NotSent("The name of its host was not found.") from problem
    numbers = [str(place[0]) for *_, place in found]
    if not may_stay_here and not all(map(is_reachable, numbers)):
        raise NotSent("Its host is not on the public internet.")
    return numbers[0]


class _Pinned(http.client.HTTPConnection):
    """A connection to a number, that asks for a host and proves it by its certificate."""

    def __init__(self, host: str, port: int, *, number: str, is_secure: bool) -> None:
        super().__init__(host, port, timeout=SECONDS)
        self._number, self._is_secure = number, is_secure

    def connect(self) -> None:
        """Open it."""
        plain = socket.create_connection((self._number, self.port), timeout=SECONDS)
        if not self._is_secure:
            self.sock = plain
            return
        try:
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise
