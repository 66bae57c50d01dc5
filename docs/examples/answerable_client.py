"""Reads what an Answerable site publishes, sends extracts to it, and checks what it delivers.

An example to begin from: it needs Python 3.11 or later and nothing else. What can be asked stands in
docs/reference/api.md.

    client = Client("https://answerable.example.org")
    for inspection in client.inspections(state="overdue"):
        print(inspection["title"], inspection["last_lawful_day"])
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypedDict
from urllib.parse import quote, urlencode


class Inspection(TypedDict):
    """Some of what is told of an inspection."""

    body_slug: str
    slug: str
    title: str
    published_on: str
    last_lawful_day: str | None
    answered_on: str | None
    timeliness: str
    address: str


class Change(TypedDict):
    """Something that became public, or was taken back."""

    number: int
    what: str
    at: str
    body_slug: str
    address: str
    data_address: str | None


class Sent(TypedDict):
    """An extract that was sent."""

    id: int
    state: str
    percent: int
    refusal: str
    load: int | None


class Problem(Exception):
    """Why a request was not done, as the site tells it (RFC 9457)."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        super().__init__(f"{told['title']}. {told['detail']}")
        self.kind: str = str(told["type"]).rpartition("#")[2]
        self.status: int = told["status"]
        self.mistakes: list[dict[str, str]] = told["mistakes"]


@dataclass
class Client:
    """Asks one site."""

    site: str
    """Its address, such as https://answerable.example.org."""
    token: str = ""
    """Of a machine account; none is needed for what is published."""
    _held: dict[str, tuple[str, Any]] = field(default_factory=dict)
    """What was read before, with its tag: asked again, it comes only if it changed."""

    def inspections(self, **wanted: str | int) -> Iterator[Inspection]:
        """Inspections in the public register: `body`, `state` and `year` choose some."""
        yield from self._pages(f"inspections?{urlencode(wanted)}")

    def response(self, body: str, inspection: str, version: int) -> dict[str, Any]:
        """One published version of a response, with its document."""
        told: dict[str, Any] = self._get(f"responses/{quote(body)}/{quote(inspection)}/{version}")
        return told

    def changes(self, since: str = "") -> tuple[list[Change], str]:
        """What changed since an address that was handed out before, and the address to ask next.

        Keep the address, and ask it the next time: nothing is told twice and nothing is missed.
        """
        found: list[Change] = []
        address = since or "changes"
        while True:
            part = self._get(address)
            found += part["items"]
            address = part["next"]
            if not part["more"]:
                return found, address

    def send_extract(self, file: Path, *, source: int, as_at: str, key: str = "") -> Sent:
        """Send an extract, to be loaded in the background.

        Args:
            as_at: the day of the extract, such as 2026-05-31.
            key: of your own for this one extract; with the same key it is loaded once, however
                often it is sent.
        """
        fields = {"source": str(source), "as_at": as_at}
        sent: Sent = self._post("loads", fields, file, key or str(uuid.uuid4()))
        return sent

    def sent(self, number: int) -> Sent:
        """How far an extract has come."""
        told: Sent = self._get(f"loads/sent/{number}")
        return told

    def _pages(self, address: str) -> Iterator[Any]:
        following: str | None = address
        while following:
            page = self._get(following)
            yield from page["items"]
            following = page["next"]

    def _get(self, address: str) -> Any:
        whole = self._whole(address)
        headers = {"If-None-Match": self._held[whole][0]} if whole in self._held else {}
        status, tag, told = self._ask(urllib.request.Request(whole, headers=headers))  # noqa: S310
        if status == 304:  # noqa: PLR2004
            return self._held[whole][1]
        if tag:
            self._held[whole] = tag, told
        return told

    def _post(self, address: str, fields: Mapping[str, str], file: Path, key: str) -> Any:
        boundary = uuid.uuid4().hex
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        ]
        parts.append(
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; '
            f'filename="{file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n'
        )
        body = "".join(parts).encode() + file.read_bytes() + f"\r\n--{boundary}--\r\n".encode()
        headers = {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Idempotency-Key": key,
        }
        request = urllib.request.Request(self._whole(address), data=body, headers=headers)  # noqa: S310
        return self._ask(request)[2]

    def _ask(self, request: urllib.request.Request) -> tuple[int, str, Any]:
        """Status, tag and content of an answer."""
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
                return answer.status, answer.headers.get("ETag", ""), json.load(answer)
        except urllib.error.HTTPError as refused:
            with refused:
                if refused.code == 304:  # noqa: PLR2004
                    return 304, "", None
                if refused.code == 429:  # noqa: PLR2004
                    time.sleep(float(refused.headers.get("Retry-After", "1")))
                    return self._ask(request)
                raise Problem(json.load(refused)) from None

    def _whole(self, address: str) -> str:
        is_whole = address.startswith(("https://", "http://"))
        return address if is_whole else f"{self.site}/api/v1/{address}"


def is_from(secret: str, headers: Mapping[str, str], body: bytes, *, now: float) -> bool:
    """Whether a delivery of an event is from the site that shares the secret, and is fresh.

    Args:
        secret: as it was shown when somebody subscribed, with its beginning whsec_.
        headers: of the delivery, with small letters.
        body: of the delivery, byte for byte.
        now: seconds since 1970.
    """
    number, timestamp = headers["webhook-id"], headers["webhook-timestamp"]
    if abs(now - int(timestamp)) > 5 * 60:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = hmac.digest(key, f"{number}.{timestamp}.".encode() + body, hashlib.sha256)
    expected = "v1," + base64.b64encode(signed).decode()
    return any(
        hmac.compare_digest(expected, one) for one in headers["webhook-signature"].split(" ")
    )
