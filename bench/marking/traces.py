"""The places where no word of the records may be found, and what was found there."""

from __future__ import annotations

import base64
import re
from collections import Counter
from email.message import EmailMessage as Message
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection

from bench.marking.markers import Markers

_ADDRESSES = re.compile(r'(?:href|action|src)="([^"]*)"')
_OF_SEARCHES = "query "
# What is an address by its nature: where to go after signing in, and where a meeting can be joined.
_TYPED_AS_ADDRESSES = {"query next", "record scrutiny.Meeting.link"}

_ADDRESSING = "field answerable_site.responses.forms.dispatching."
# What an addressee must see: a letter names its report, the office that writes and whom it is
# written to; the day's reminders name reports, whose answer is due, and their reader's own address;
# an invitation goes to the address of whom it invites. Nothing else that was typed goes out.
MEANT = {
    "letter": {
        "record register.Inspection.title",
        "record people.Organisation.name",
        f"{_ADDRESSING}Addressing.recipient",
        f"{_ADDRESSING}Addressing.address",
        f"{_ADDRESSING}InvitationAddressing.recipient",
        f"{_ADDRESSING}InvitationAddressing.address",
    },
    "reminder": {
        "record register.Inspection.title",
        "record people.Organisation.name",
        "record people.User.email",
        "field answerable_site.people.forms.accounts.AddPerson.email",
    },
}


class Traces:
    """Counts what was found, by place and origin."""

    def __init__(self, markers: Markers, log: StringIO, files: Path) -> None:
        self.markers, self.log, self.files = markers, log, files
        self.found: Counter[str] = Counter()
        self.meant: Counter[str] = Counter()
        self.mails: Counter[str] = Counter()
        self._sessions: dict[str, str] = {}

    def note(self, place: str, text: str) -> None:
        """Search a text that stands in a place."""
        for origin in self.markers.found_in(text):
            self.found[f"{place}: {origin}"] += 1

    def look_at(self, response: Any) -> None:
        """Search what one answer leaves: where it leads, and what it says when it is an error."""
        for origin in self.markers.found_in(response.get("Location", "")):
            if origin not in _TYPED_AS_ADDRESSES:
                self.found[f"redirection: {origin}"] += 1
        if response.streaming or not response["Content-Type"].startswith("text/html"):
            return
        page = response.content.decode()
        for address in _ADDRESSES.findall(page):
            for origin in self.markers.found_in(address):
                # Words that somebody searches for stand in the addresses of that very search.
                if not origin.startswith(_OF_SEARCHES) and origin not in _TYPED_AS_ADDRESSES:
                    self.found[f"address in a page: {origin}"] += 1
        if response.status_code >= 500 or response.status_code in {400, 404}:
            # Above it stands who is signed in.
            self.note(f"error page {response.status_code}", page[max(0, page.find("<main")) :])

    def look_around(self) -> None:
        """Search what stays behind on the machine after a request, and forget it."""
        for session in Session.objects.all():
            if self._sessions.get(session.session_key) != session.session_data:
                self._sessions[session.session_key] = session.session_data
                self.note("session", str(session.get_decoded()))
        self.note("cache", _cached())
        self.note("log", self.log.getvalue())
        self.log.seek(0)
        self.log.truncate()
        for message in mail.outbox:
            self._look_at_mail(message.message())
        mail.outbox.clear()

    def look_at_files(self) -> None:
        """Search the names of all files and folders that were kept."""
        for path in self.files.rglob("*"):
            self.note("name of a file", str(path.relative_to(self.files)))

    def _look_at_mail(self, message: Message) -> None:
        kind = "reminder" if message["Auto-Submitted"] else "letter"
        self.mails[kind] += 1
        parts = [
            part.get_payload(decode=True).decode()
            for part in message.walk()
            if part.get_content_type() == "text/plain"
        ]
        names = [part.get_filename() or "" for part in message.walk()]
        told = "\n".join((*(str(value) for value in message.values()), *parts, *names))
        for origin in self.markers.found_in(told):
            if origin in MEANT[kind]:
                self.meant[f"{kind}: {origin}"] += 1
            else:
                self.found[f"{kind}: {origin}"] += 1


def _cached() -> str:
    """What stands in the cache, which is a table: keys, and values as they were pickled."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT cache_key, value FROM {settings.CACHES['default']['LOCATION']}")
        rows = cursor.fetchall()
    return "\n".join(
        f"{key} {base64.b64decode(value).decode(errors='replace')}" for key, value in rows
    )
