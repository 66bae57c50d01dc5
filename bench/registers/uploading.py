"""One file through the door that every upload takes, with the reading that follows.

Import this once Django is set up.
"""

from __future__ import annotations

import resource
import time
from dataclasses import dataclass
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from answerable_site.people.models import User
from answerable_site.register.models import DocumentReading

FAILURE = 500


@dataclass(frozen=True)
class Answer:
    """What became of one file."""

    name: str
    seconds: float
    """From the upload to its answer, the reading included."""
    statuses: tuple[int, ...]
    """Of the upload and of the pages that follow it."""
    state: str
    """Of the reading; "form" where the form itself refused the file."""
    sentence: str
    peak_mebibytes: float
    """The most memory that any child of this process has held so far."""


def upload(path: Path) -> Answer:
    """Upload a file as a response officer, have it read, and open the pages that follow."""
    officer = User.objects.get()
    client = Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)
    client.force_login(officer)
    body = officer.assignments.get().organisation_id
    started = time.perf_counter()
    answer = client.post(
        reverse("register:add_document"),
        {"file": SimpleUploadedFile(path.name, path.read_bytes()), "body": body},
    )
    seconds = time.perf_counter() - started
    statuses, state, sentence = [answer.status_code], "form", ""
    if answer.status_code == 302:
        document = client.get(answer["Location"])
        reading = DocumentReading.objects.filter(
            document=answer["Location"].rstrip("/").rpartition("/")[2]
        ).get()
        state, sentence = reading.state, reading.refusal
        statuses += [document.status_code, client.get(f"{answer['Location']}confirm/").status_code]
    return Answer(
        name=f"{path.parent.name}/{path.name}",
        seconds=seconds,
        statuses=tuple(statuses),
        state=state,
        sentence=sentence,
        peak_mebibytes=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    )
