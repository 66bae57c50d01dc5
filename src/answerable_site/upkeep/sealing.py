"""A stream that only the holder of a key can read, and that says when a single byte was changed.

The format is age, version 1 (age-encryption.org/v1), written and read by its Rust implementation:
X25519 for the recipient, ChaCha20-Poly1305 in pieces of 64 KiB with their number and a mark on the
last, so that none can be changed, moved, dropped or cut off unnoticed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import BinaryIO, Final

import pyrage

_SECRET: Final = "AGE-SECRET-KEY-"  # noqa: S105 - how a line with a key begins
_OWN: Final = 0o600


class UnusableKey(ValueError):
    """The key file cannot be used; the sentence says what to do."""


class CannotBeOpened(ValueError):
    """An archive is no archive, was changed, or is for another key."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What a key file holds: for whom archives are made, and what opens them."""

    recipients: tuple[pyrage.x25519.Recipient, ...]
    identities: tuple[pyrage.x25519.Identity, ...]


def new_keys() -> tuple[str, str]:
    """A fresh secret key, and the recipient that belongs to it."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def make_key(path: Path) -> str:
    """Make a key in a file that its owner alone may read, over none; gives its recipient.

    Raises:
        OSError: it cannot be written, or is there already.
    """
    secret, recipient = new_keys()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWN), "w") as file:
        file.write(f"# recipient: {recipient}\n{secret}\n")
    return recipient


def read_keys(path: Path) -> Keys:
    """The keys of a file: one a line, secret ones or recipients alone; # begins a remark.

    Raises:
        UnusableKey: it cannot be read, or holds something else.
    """
    try:
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, UnicodeDecodeError):
        raise UnusableKey(
            f"The key of backups cannot be read from {path}. Make one with “answerable "
            "make-backup-key”, or say where it is with --key or ANSWERABLE_BACKUP_KEY."
        ) from None
    recipients, identities = [], []
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        try:
            if line.startswith(_SECRET):
                identity = pyrage.x25519.Identity.from_str(line)
                identities.append(identity)
                recipients.append(identity.to_public())
            else:
                recipients.append(pyrage.x25519.Recipient.from_str(line))
        except (pyrage.IdentityError, pyrage.RecipientError):
            raise UnusableKey(f"Line {number} of {path} is no key of backups.") from None
    if not recipients:
        raise UnusableKey(f"The file {path} holds no key of backups.")
    return Keys(tuple(recipients), tuple(identities))


@contextmanager
def sealed(path: Path, keys: Keys) -> Iterator[BinaryIO]:
    """Something to write into, of which an encrypted file is made that its owner alone may read.

    The file is whole on the disk when this ends; where it breaks off there is none.

    Raises:
        FileExistsError: there is one already.
        OSError: it cannot be written.
    """
    if path.exists():
        raise FileExistsError(f"{path} is there already.")
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    made = os.fdopen(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWN), "wb")
    reader, writer = _pipe()
    try:
        with made:

            def seal() -> None:
                pyrage.encrypt_io(reader, made, list(keys.recipients))

            with _beside(seal, its=reader, ours=writer):
                yield writer
            made.flush()
            os.fsync(made.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def opened(path: Path, keys: Keys) -> Iterator[BinaryIO]:
    """Something to read what is in an encrypted file from.

    What was read counts only once this has ended without an error: it reads to the last byte.

    Raises:
        UnusableKey: there is no secret key among the keys.
        CannotBeOpened: it was changed, is cut off, or is for another key.
        OSError: it cannot be read.
    """
    if not keys.identities:
        raise UnusableKey(
            "The key file holds a recipient alone, which makes archives and opens none. Name the "
            "file with the secret key: --key FILE."
        )
    with path.open("rb") as given:
        reader, writer = _pipe()

        def unseal() -> None:
            try:
                pyrage.decrypt_io(given, writer, list(keys.identities))
            except (pyrage.DecryptError, OSError) as problem:
                if isinstance(problem, OSError) and problem.errno:
                    raise
                raise CannotBeOpened(_why(path, str(problem))) from None

        with _beside(unseal, its=writer, ours=reader):
            yield reader
            while reader.read(1 << 20):
                pass


def _why(path: Path, problem: str) -> str:
    if "No matching keys" in problem:
        return f"{path.name} is for another key, or was changed at its beginning."
    return f"{path.name} was changed, is cut off, or is no backup. Do not use it."


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")


@contextmanager
def _beside(work: Callable[[], object], *, its: BinaryIO, ours: BinaryIO) -> Iterator[None]:
    """Do something beside the block; each has one end of a pipe, which is closed after it.

    Where the work breaks off, the block fails too, and what the work raised is told.
    """
    raised: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as problem:  # noqa: BLE001 - raised below, in the other thread
            raised.append(problem)
        finally:
            _close(its)

    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    except BaseException:
        first = raised[:]
        _close(ours)
        thread.join()
        if first:
            raise first[0] from None
        raise
    _close(ours)
    thread.join()
    if raised:
        raise raised[0]


def _close(end: BinaryIO) -> None:
    # Whoever was to read the rest has gone already.
    with suppress(BrokenPipeError):
        end.close()
