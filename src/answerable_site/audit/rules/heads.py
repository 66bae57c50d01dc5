"""Signed heads: one line each that says how many entries the record had, and which.

A head names the root of the Merkle tree over all entries, and is signed with Ed25519 (RFC 8032).
Kept outside the database, it shows later that those entries were neither changed nor taken away.
Each head names the line before it. A new key is introduced by a head that the old key and the new
one both sign, so that neither can speak for the other. Where a key was lost, the head that begins
with a new one says so: nothing then vouches for the new key but the office’s own word.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from answerable_site.audit.rules.entries import GENESIS, canonical

_STATEMENT = b"Answerable, head of the record of acts, version 1\n"
_HASH = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")


class NotAHead(ValueError):
    """A line is no head in its one form; the sentence says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Head:
    """How the record stood at a moment."""

    number: int
    """1 for the first head of a record, then one more each."""
    size: int
    """How many entries the record had."""
    root: str
    """The root of the Merkle tree over their leaves."""
    at: str
    """ISO 8601 in UTC with microseconds."""
    previous: str
    """SHA-256 of the line before, or `GENESIS`."""
    key: str
    """Fingerprint of the key that signs."""
    public_key: str
    """That key, 32 bytes in hexadecimal."""
    next_public_key: str = ""
    """The key that signs from the next head on, where it changes."""
    signature: str = ""
    next_signature: str = ""
    """The same statement signed with the next key, where it changes."""
    lost_key: str = ""
    """Fingerprint of the key that should have signed, where it was lost and another begins."""

    def plain(self) -> dict[str, Any]:
        """The head as plain data. It says nothing of a lost key where none was lost."""
        told = asdict(self)
        if told["lost_key"] == "":
            del told["lost_key"]
        return told

    def line(self) -> str:
        """The one form in which the head is kept, without the end of the line."""
        return canonical(self.plain())

    def digest(self) -> str:
        """What the next head names as the line before it."""
        return hashlib.sha256(self.line().encode()).hexdigest()

    def statement(self) -> bytes:
        """The bytes that are signed: everything but the signatures."""
        return _STATEMENT + replace(self, signature="", next_signature="").line().encode()

    @property
    def next_key(self) -> str:
        """Fingerprint of the key that signs the next head."""
        return fingerprint(self.next_public_key) if self.next_public_key else self.key

    @property
    def moment(self) -> datetime:
        """When the head was signed."""
        return datetime.fromisoformat(self.at)


def fingerprint(public_key: str) -> str:
    """SHA-256 of a public key, in hexadecimal.

    Args:
        public_key: its 32 bytes in hexadecimal.
    """
    return hashlib.sha256(bytes.fromhex(public_key)).hexdigest()


def public_half(key: Ed25519PrivateKey) -> str:
    """The public key of a private one, 32 bytes in hexadecimal."""
    return key.public_key().public_bytes_raw().hex()


def sign(
    *,
    after: Head | None,
    size: int,
    root: str,
    at: datetime,
    key: Ed25519PrivateKey,
    next_key: Ed25519PrivateKey | None = None,
    lost_key: str = "",
) -> Head:
    """The head that follows another.

    Args:
        after: the last head, if there is one.
        size: entries in the record.
        root: root of their tree.
        at: when, with a time zone.
        key: signs the head.
        next_key: signs from the next head on, where the key changes.
        lost_key: fingerprint of the key that should sign, where it was lost.
    """
    public_key = public_half(key)
    head = Head(
        number=after.number + 1 if after else 1,
        size=size,
        root=root,
        at=at.astimezone(UTC).isoformat(timespec="microseconds"),
        previous=after.digest() if after else GENESIS,
        key=fingerprint(public_key),
        public_key=public_key,
        next_public_key=public_half(next_key) if next_key else "",
        lost_key=lost_key,
    )
    statement = head.statement()
    return replace(
        head,
        signature=key.sign(statement).hex(),
        next_signature=next_key.sign(statement).hex() if next_key else "",
    )


def read_head(line: str) -> Head:
    """The head of a line, with its signatures checked.

    Raises:
        NotAHead: the line has another form, or a signature is not by the key that it names.
    """
    try:
        head = Head(**json.loads(line))
    except (TypeError, ValueError):
        raise NotAHead("is no head") from None
    if not _is_well_formed(head) or head.line() != line:
        raise NotAHead("is no head in its one form")
    if head.key != fingerprint(head.public_key):
        raise NotAHead("names a key that is not the one it holds")
    if not _is_signed(head.public_key, head.signature, head.statement()):
        raise NotAHead("is not signed by the key that it names")
    if bool(head.next_public_key) != bool(head.next_signature) or (
        head.next_public_key
        and not _is_signed(head.next_public_key, head.next_signature, head.statement())
    ):
        raise NotAHead("introduces a key that did not sign it")
    return head


def why_not_next(head: Head, after: Head | None) -> str:
    """What keeps a head from being the next one after another; empty if nothing does."""
    if head.number != (after.number + 1 if after else 1):
        return f"is numbered {head.number}, so lines before it are missing or were added"
    if head.previous != (after.digest() if after else GENESIS):
        return "does not follow from the line before it"
    if head.lost_key and head.lost_key != (after.next_key if after else ""):
        return "says that a key was lost which is not the one before it"
    if after and not head.lost_key and head.key != after.next_key:
        return "is signed with a key that no head before it introduced"
    if after and head.size < after.size:
        return "has fewer entries than the head before it"
    return ""


def why_not_later(head: Head, after: Head | None) -> str:
    """What keeps a head from being a later one than another; empty if nothing does."""
    if after and (head.number <= after.number or head.size < after.size):
        return "is older than the head before it"
    return ""


def vouched_keys(heads: Sequence[Head], trusted: Set[str]) -> frozenset[str]:
    """Fingerprints that are trusted, and of the keys that introduced them or that they introduced.

    Both keys sign an introduction, so each is the office’s if the other is.
    """
    keys = set(trusted)
    introductions = [head for head in heads if head.next_public_key]
    for head in [*reversed(introductions), *introductions]:
        if keys & {head.key, head.next_key}:
            keys |= {head.key, head.next_key}
    return frozenset(keys)


def keys_before_a_loss(heads: Sequence[Head], trusted: Set[str]) -> frozenset[str]:
    """Fingerprints of lost keys, and of their predecessors, that a trusted key says it follows.

    A trusted key vouches for what they signed, for its first head names the line before it. It
    works in this direction alone: a key that was lost vouches for nothing that came after.
    """
    keys: frozenset[str] = frozenset()
    for position, head in reversed(list(enumerate(heads))):
        if head.lost_key and head.key in trusted | keys:
            keys |= vouched_keys(heads[:position], {head.lost_key})
    return keys


def read_all(lines: Iterable[str], *, has_gaps: bool = False) -> tuple[list[Head], list[str]]:
    """The heads of a file up to the first line that is none, and a sentence on that line.

    What stands behind a false line is not read.

    Args:
        lines: without their ends.
        has_gaps: heads may be left out, as somebody keeps them who was sent some.
    """
    is_wrong = why_not_later if has_gaps else why_not_next
    heads: list[Head] = []
    for number, line in enumerate(lines, start=1):
        try:
            head = read_head(line)
        except NotAHead as problem:
            return heads, [f"Line {number} {problem}."]
        if why_not := is_wrong(head, heads[-1] if heads else None):
            return heads, [f"Line {number} {why_not}."]
        heads.append(head)
    return heads, []


def _is_well_formed(head: Head) -> bool:
    numbers = (head.number, head.size)
    keys = [head.public_key, *(key for key in (head.next_public_key, head.lost_key) if key != "")]
    signatures = [head.signature, *([head.next_signature] if head.next_signature != "" else [])]
    try:
        is_in_utc = datetime.fromisoformat(head.at).utcoffset() == UTC.utcoffset(None)
    except (TypeError, ValueError):
        return False
    return (
        is_in_utc
        and all(type(number) is int and number >= 0 for number in numbers)
        and all(_matches(_HASH, text) for text in (head.root, head.previous, head.key, *keys))
        and all(_matches(_SIGNATURE, text) for text in signatures)
    )


def _matches(pattern: re.Pattern[str], text: object) -> bool:
    return isinstance(text, str) and pattern.fullmatch(text) is not None


def _is_signed(public_key: str, signature: str, statement: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(
            bytes.fromhex(signature), statement
        )
    except (InvalidSignature, ValueError):
        return False
    return True
