"""What is the same for everything that programs send: a key, so that twice is once."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from pydantic import Field

from answerable_site.interface.problems import Problem

REPEATED: Final = "Idempotency-Replayed"
Key = Annotated[
    str,
    Field(
        min_length=8,
        max_length=100,
        pattern=r"^[\x21-\x7e]+$",
        description=(
            "A key of your own for this one thing, such as a UUID. Sent again with the same key, "
            "it is done once, and the first answer is given again for seven days."
        ),
    ),
]
_PIECE: Final = 1024 * 1024


def fingerprint_of(path: str, told: dict[str, Any], file: UploadedFile[Any]) -> str:
    """A digest of what was sent and where.

    Args:
        path: of the address.
        told: the fields beside the file, as plain data.
    """
    digest = hashlib.sha256(json.dumps([path, told, file.name], sort_keys=True).encode())
    file.seek(0)
    while piece := file.read(_PIECE):
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()


def check_size(file: UploadedFile[Any], most: int) -> None:
    """Raises Problem where a file is larger than may be sent.

    Args:
        most: in bytes.
    """
    if (file.size or 0) > most:
        raise Problem("too-large", f"The file is larger than {most:,} bytes.")


def say_repeated(response: HttpResponse, *, is_repeated: bool) -> None:
    """Say that an answer is one that was given before."""
    if is_repeated:
        response[REPEATED] = "true"
