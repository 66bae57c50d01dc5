"""Signing heads and writing them outside the database."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import transaction

from answerable_site.audit import queries, rules
from answerable_site.audit.models import AuditEntry, ChainHead
from answerable_site.audit.operations.keys import make_key
from answerable_site.audit.operations.recording import Actor, locked_head, record
from answerable_site.audit.queries import read_key, successor_path
from answerable_site.audit.rules import Frontier, Head

SUBJECT = "audit.heads"


class HeadsAreGone(Exception):
    """The file does not hold heads that the record names; the sentence says what to do."""


class KeyIsNotLost(Exception):
    """The key that should sign is there, or there is none yet; the sentence says what to do."""


@transaction.atomic
def sign_head(*, by: Actor, at: datetime, key: Path, file: Path) -> Head:
    """Sign the record as it stands, and append the head to a file outside the database.

    The file is written and flushed to the disk before the record names the head, so the record
    never names one that was not written. Writers take turns by the lock of the chain.

    Args:
        by: who acts.
        at: when, with a time zone.
        key: where the key is.
        file: where heads are appended, one a line.

    Raises:
        NoKey: there is no key that can be used.
        CannotReadHeads: the last line of the file is no head.
        HeadsAreGone: the file lacks heads that the record names, or cannot be written.
    """
    chain = locked_head()
    return _append_signed(by, at, chain, _usable_key(key, file), file)


@transaction.atomic
def sign_head_if_due(*, by: Actor, at: datetime, key: Path, file: Path) -> Head | None:
    """Do what `sign_head` does if a head is due; of several runs at once only one does.

    Raises:
        NoKey, CannotReadHeads, HeadsAreGone: as for `sign_head`.
    """
    chain = locked_head()
    if not queries.is_head_due(at, file):
        return None
    return _append_signed(by, at, chain, _usable_key(key, file), file)


@transaction.atomic
def replace_key(*, by: Actor, at: datetime, key: Path, file: Path) -> Head:
    """Put a new key in place of the old one; a head that both sign introduces it.

    The old key is gone afterwards. If this is interrupted, the next head completes it.

    Args:
        by: who acts.
        at: when, with a time zone.
        key: where the key is, and the new one will be.
        file: where heads are appended.

    Raises:
        NoKey, CannotReadHeads, HeadsAreGone: as for `sign_head`.
    """
    chain = locked_head()
    old, waiting = _usable_key(key, file), successor_path(key)
    if not waiting.exists():
        make_key(waiting)
    head = _append_signed(by, at, chain, old, file, next_key=read_key(waiting))
    waiting.replace(key)
    return head


@transaction.atomic
def replace_lost_key(*, by: Actor, at: datetime, key: Path, file: Path, reason: str) -> Head:
    """Go on with a new key where the old one is lost; a head says so, for everybody to see.

    The key that stands in the place of the lost one is taken, or else one is made. If this is
    interrupted, it may be done again.

    Args:
        by: who acts.
        at: when, with a time zone.
        key: where the lost key was, and the new one will be.
        file: where heads are appended.
        reason: how it was lost, in words. It stands in the record, not in the head.

    Raises:
        KeyIsNotLost: the key that should sign is there, or no head was signed yet.
        NoKey, CannotReadHeads, HeadsAreGone: as for `sign_head`.
    """
    chain = locked_head()
    last = queries.last_head(file)
    _check_file_holds(_last_named(), last, file)
    if last is None:
        raise KeyIsNotLost("No head was signed yet. Make a key with “answerable audit make-key”.")
    _put_successor_in_place(key, file)
    if not key.exists():
        make_key(key)
    new = read_key(key)
    if rules.fingerprint(rules.public_half(new)) == last.next_key:
        raise KeyIsNotLost(
            f"The key at {key} is the one with which the heads end, so it is not lost. To change "
            "it, use “answerable audit replace-key” without --lost."
        )
    return _append_signed(by, at, chain, new, file, lost_key=last.next_key, reason=reason)


def _usable_key(path: Path, file: Path) -> Ed25519PrivateKey:
    """The key; first put in place where a head introduced it and its file was not moved yet."""
    _put_successor_in_place(path, file)
    return read_key(path)


def _put_successor_in_place(path: Path, file: Path) -> None:
    last, waiting = queries.last_head(file), successor_path(path)
    if last and last.next_public_key and waiting.exists():
        successor = read_key(waiting)
        if rules.public_half(successor) == last.next_public_key:
            waiting.replace(path)


def _append_signed(
    by: Actor,
    at: datetime,
    chain: ChainHead,
    key: Ed25519PrivateKey,
    file: Path,
    *,
    next_key: Ed25519PrivateKey | None = None,
    lost_key: str = "",
    reason: str = "",
) -> Head:
    last = queries.last_head(file)
    _check_file_holds(_last_named(), last, file)
    head = rules.sign(
        after=last,
        size=chain.sequence,
        root=Frontier(chain.sequence, chain.peaks()).root(),
        at=at,
        key=key,
        next_key=next_key,
        lost_key=lost_key,
    )
    if last and not lost_key and head.key != last.next_key:
        raise queries.NoKey(
            f"The heads in {file} end with the key {last.next_key}, and the key in use is "
            f"{head.key}. Put the right key back; if it is lost, go on with “answerable audit "
            "replace-key --lost --reason …”."
        )
    _append(file, head.line())
    record(
        by=by,
        at=at,
        act=rules.SIGN_HEAD,
        subject=SUBJECT,
        details={
            "number": head.number,
            "size": head.size,
            "root": head.root,
            "digest": head.digest(),
        }
        | ({"lost_key": lost_key} if lost_key else {}),
        reason=reason,
    )
    return head


def _last_named() -> AuditEntry | None:
    """The last entry that names a head."""
    named = AuditEntry.objects.filter(subject=SUBJECT, act=rules.SIGN_HEAD, content__isnull=False)
    return named.order_by("sequence").last()


def _check_file_holds(named: AuditEntry | None, last: Head | None, file: Path) -> None:
    number = named.details["number"] if named else 0
    is_held = not named or (last is not None and last.number >= number)
    if is_held and named and last and last.number == number:
        is_held = last.digest() == named.details["digest"]
    if not is_held:
        raise HeadsAreGone(
            f"The record says that head {number} was signed, and it is not in {file}. Put the "
            "file back, from a copy if need be: a new one would hide what was lost."
        )


def _append(file: Path, line: str) -> None:
    """Write a whole line behind the last whole one, down to the disk.

    Half a line, left by a crash, was never a head and gives way.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        is_new = not file.exists()
        with file.open("ab+") as opened:
            end = _end_of_last_line(opened)
            if end != opened.seek(0, os.SEEK_END):
                opened.truncate(end)
            opened.write(line.encode() + b"\n")
            opened.flush()
            os.fsync(opened.fileno())
        if is_new and os.name == "posix":
            _flush_folder(file.parent)
    except OSError as problem:
        raise HeadsAreGone(
            f"The head cannot be written to {file}: {problem.strerror}. Nothing was signed."
        ) from None


def _flush_folder(folder: Path) -> None:
    """Without this a crash could take away the name of a file whose content is on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _end_of_last_line(opened: BinaryIO) -> int:
    position = opened.seek(0, os.SEEK_END)
    while position:
        start = max(0, position - 4096)
        opened.seek(start)
        newline = opened.read(position - start).rfind(b"\n")
        if newline >= 0:
            return start + newline + 1
        position = start
    return 0
