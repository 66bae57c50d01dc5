"""Where identities, references and words of a case were found, and whether they belong there."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from django.apps import apps
from django.db import models
from django.db.models import Max
from tests.site.access.world import Somebody

from answerable.records.kinds import BY_TAG
from bench.carrying.filling import REFERENCES
from bench.marking.markers import Markers
from bench.marking.traces import Traces

OF_THE_CASE = {f"casework:{page}" for page in ("case", "event", "record", "letter", "notice")}
WORK_ON_IT = {
    *("own investigator", "own supervisor", "own gatekeeper"),
    *("own prosecutor", "own cps_manager", "own support_worker"),
}
SEEN_BY_SUPPORT = {
    *("report", "people", "characteristics", "support", "voice", "withdrawal", "decision"),
    *("telling", "review", "court"),
}
"""Steps of a case that support services see: written down here a second time."""
READERS = {
    "crime": {"investigator", "supervisor", "gatekeeper"},
    "urn": {"investigator", "supervisor", "gatekeeper", "prosecutor", "cps_manager"},
    "service": {"support_worker"},
}
"""Whose references are, by the kind: in the own office and the organisations around it."""
NOT_ABOUT_CASES = {"casework.LimitVersion"}
"""Tables of casework in which administrators, who read no case, write about limits."""


class Kept(Traces):
    """Looks for identities also in what the database keeps of cases and of acts from now on."""

    def __init__(self, markers: Any, log: io.StringIO, files: Path) -> None:
        super().__init__(markers, log, files)
        self._known = {
            model: model._default_manager.aggregate(Max("pk"))["pk__max"] or 0
            for model in _tables()
        }

    def look_around(self) -> None:
        """Search the new rows of cases and of the record, besides what `Traces` searches."""
        super().look_around()
        for model, known in self._known.items():
            for row in model._default_manager.filter(pk__gt=known):
                self.note(f"table {model._meta.label}", _words_of(row))


class Places:
    """Looks whether words and references stand where they belong, and nowhere else."""

    def __init__(self, markers: Markers) -> None:
        self.markers = markers
        self.misplaced: Counter[str] = Counter()
        self.in_place: set[str] = set()

    def look_at(self, somebody: Somebody, route: str, response: Any) -> None:
        """Search what an answer says."""
        for text in texts_of(response):
            for origin in self._found_in(text):
                if self._belongs(somebody, route, origin):
                    self.in_place.add(origin)
                else:
                    self.misplaced[f"{route} for {somebody.name}: {origin}"] += 1

    def _found_in(self, text: str) -> Iterator[str]:
        for origin in self.markers.found_in(text):
            if origin.startswith(("event ", "reason ")):
                yield origin
        lowered = text.lower()
        for kind, reference in REFERENCES.items():
            plain = re.sub(r"[^a-z0-9]", "", reference.lower())
            if reference.lower() in lowered or plain in lowered:
                yield f"reference {kind}"

    def _belongs(self, somebody: Somebody, route: str, origin: str) -> bool:
        what, _, name = origin.partition(" ")
        if what == "reference":
            return route.startswith("casework:") and bool(somebody.own & READERS[name])
        if route not in OF_THE_CASE or somebody.name not in WORK_ON_IT:
            return False
        step = BY_TAG[name.partition(".")[0]].STEP
        return "support_worker" not in somebody.own or step in SEEN_BY_SUPPORT


def texts_of(response: Any) -> Iterator[str]:
    """All that can be read in an answer, also in the parts of an office document and in a PDF."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            for name in parts.namelist():
                yield parts.read(name).decode(errors="replace")
    elif body.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(body)
        for page in document:
            yield page.get_textpage().get_text_bounded()
        document.close()
    else:
        yield body.decode(errors="replace")


def _tables() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in {"casework", "audit"}
        and model._meta.label not in NOT_ABOUT_CASES
    ]


def _words_of(row: models.Model) -> str:
    return "\n".join(str(getattr(row, field.attname)) for field in row._meta.concrete_fields)
