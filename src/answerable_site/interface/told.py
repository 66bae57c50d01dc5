"""How things are told to programs, and how programs learn that nothing changed."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.http import HttpResponse
from django.utils.http import http_date
from ninja import Schema
from pydantic import ConfigDict

SLUG: Final = r"^[-a-zA-Z0-9_]+$"
"""What parts of addresses are made of."""
NOT_CHANGED: Final[dict[int, None]] = {304: None}
"""The answer to whoever holds what is told already; a part of every answer to a reading."""


class Told(Schema):
    """Something that the interface tells. Its docstrings are its descriptions in the reference."""

    model_config = ConfigDict(use_attribute_docstrings=True, extra="forbid")


def changed_at(response: HttpResponse, at: datetime | None) -> None:
    """Say when what is told changed last, so that programs can ask for what is newer."""
    if at is not None:
        response["Last-Modified"] = http_date(at.timestamp())
