"""An extract that waits to be confirmed, and what is kept beside it."""

from __future__ import annotations

import gzip
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Final

import msgspec
from django.core.files.storage import default_storage

from answerable_site.intake.rules import Differing, SentExtract, Tried
from answerable_site.people.models import User
from answerable_site.people.queries import viewer_for
from answerable_site.people.rules import Viewer

TRIED: Final = "tried"
"""What came of trying it."""
DIFFERING: Final = "differing"
"""Each event that it tells otherwise than the load that it corrects, one a line."""
TRYING, LOADING = "trying", "loading"
"""How far somebody has come with it: one byte for each hundredth, so that it never goes back."""
BESIDE: Final = (TRIED, DIFFERING, TRYING, LOADING)
_AT_ONCE: Final = 1024 * 1024
_line = msgspec.json.Decoder(Differing)


def beside(stored_as: str, what: str) -> str:
    """Where something is kept beside an extract: one of `BESIDE`."""
    return f"{stored_as}.{what}"


def sender_of(sent: SentExtract, *, on: date) -> Viewer:
    """Whoever sent an extract, with the posts that they hold on a day."""
    return viewer_for(User.objects.get(pk=sent.user_id), on=on)


@contextmanager
def sent_file(stored_as: str, *, sha256: str) -> Iterator[Path | None]:
    """An extract as a file of its own; None if it is not kept any more as it was sent.

    It is copied piece by piece, so that no extract is ever held in memory, and what is read is what
    was compared with the digest. The copy lies beside the extract, and is erased with it where
    whoever reads it is killed.
    """
    if sent_at(stored_as) is None:
        yield None
        return
    with _room_beside(stored_as) as copy:
        yield copy if _copied(stored_as, copy) == sha256 else None


@contextmanager
def _room_beside(stored_as: str) -> Iterator[Path]:
    """An empty file that `forgotten_extracts` takes as the extract’s, until it is used no more."""
    file, name = tempfile.mkstemp(prefix=f"{Path(stored_as).name}.", dir=_folder_of(stored_as))
    os.close(file)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _folder_of(stored_as: str) -> Path | None:
    """Where this machine keeps it; None where it is on no disk of it."""
    try:
        kept = Path(default_storage.path(stored_as))
    except NotImplementedError:
        return None
    return kept.parent if kept.exists() else None


def _copied(stored_as: str, copy: Path) -> str:
    """The digest of an extract as it was copied; empty if it is kept no more."""
    digest = hashlib.sha256()
    try:
        with default_storage.open(stored_as) as kept, copy.open("wb") as file:
            while piece := kept.read(_AT_ONCE):
                digest.update(piece)
                file.write(piece)
    except FileNotFoundError:
        return ""
    return digest.hexdigest()


def tried_extract(stored_as: str) -> Tried | None:
    """What came of trying an extract; None where nobody has yet."""
    try:
        with default_storage.open(beside(stored_as, TRIED)) as kept:
            return msgspec.json.decode(kept.read(), type=Tried)
    except FileNotFoundError:
        return None


def would_differ(stored_as: str) -> Iterator[Differing]:
    """Each event that an extract tells otherwise than the load that it corrects."""
    try:
        with (
            default_storage.open(beside(stored_as, DIFFERING)) as kept,
            gzip.open(kept) as lines,
        ):
            yield from map(_line.decode, lines)
    except FileNotFoundError:
        return


def hundredths(stored_as: str, what: str) -> int:
    """How far somebody has come with an extract: `TRYING` or `LOADING`; 0 where nobody began."""
    try:
        return default_storage.size(beside(stored_as, what))
    except FileNotFoundError:
        return 0


def sent_at(stored_as: str) -> datetime | None:
    """When an extract was sent; None if it is kept no more."""
    try:
        return default_storage.get_modified_time(stored_as)
    except FileNotFoundError:
        return None
