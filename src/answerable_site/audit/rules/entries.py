"""What one act leaves behind, and how it is chained to what came before.

An entry has two parts. Its `Leaf` stays for good: who, when, what, on which record, and the digest
of the other part. Its `Content` may have to be erased: details, reason, recipients, records. The
digest is taken over a random salt and the content, so that once both are gone nobody can try out
what was there, and the chain still verifies.

The canonical form of both is JSON in UTF-8: keys in order, no spaces, no escapes but those that
JSON asks for, no floats, and text kept code point for code point. Text is not normalised: two
spellings of one word are two texts, and a record must not make one of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

GENESIS = "0" * 64
SALT_BYTES = 32
ERASE_CONTENT = "audit.erase_content"
"""The act that lets the database, and whoever follows the chain, accept that content is gone."""
SIGN_HEAD = "audit.sign_head"
"""The act that names a head which was written outside the database."""
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)
_LEAF, _LINK = b"\x00", b"\x02"
"""Set before what is hashed, so that no hash can be taken for one of another kind; 1 is for the
inner nodes of the Merkle tree (RFC 9162, section 2.1.1)."""


class Processing(StrEnum):
    """What was done with personal data: section 62(1) of the Data Protection Act 2018."""

    COLLECTION = "collection"
    ALTERATION = "alteration"
    CONSULTATION = "consultation"
    DISCLOSURE = "disclosure"
    COMBINATION = "combination"
    ERASURE = "erasure"


class CannotBeKept(ValueError):
    """Content has no canonical form; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Content:
    """The part of an entry that may have to be erased."""

    details: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    recipients: tuple[str, ...] = ()
    """To whom something was disclosed, in words."""
    records: tuple[str, ...] = ()
    """Every case record that was read or handed out, such as "casework.case:12", each once."""

    def canonical(self) -> str:
        """The text that is kept and hashed.

        Raises:
            CannotBeKept: something in it is no plain JSON data, or a float.
        """
        return canonical(asdict(self))

    @classmethod
    def read(cls, text: str) -> Content:
        """The content of a canonical text."""
        parts = json.loads(text)
        return cls(
            details=parts["details"],
            reason=parts["reason"],
            recipients=tuple(parts["recipients"]),
            records=tuple(parts["records"]),
        )


@dataclass(frozen=True, slots=True)
class Leaf:
    """The part of an entry that stays for good; every field is part of its hash."""

    sequence: int
    at: str
    """ISO 8601 in UTC with microseconds."""
    actor_id: int | None
    actor_name: str
    acting_as: str
    """The assignment relied on, in words: "response officer, Office for Wexmoor"."""
    act: str
    """App and operation: "responses.sign_response"."""
    kind: str
    """A `Processing`, or empty for an act that processes no case data."""
    subject: str
    """Kind and identifier of the record acted on: "responses.response:12"."""
    content_hash: str
    """What `content_hash` gives for the salt and the content."""

    def hash(self) -> str:
        """The leaf's hash in the Merkle tree, in hexadecimal (RFC 9162, section 2.1.1)."""
        # No check of the data: every field is text or a number already.
        plain = {name: getattr(self, name) for name in _LEAF_FIELDS}
        return hashlib.sha256(_LEAF + _written(plain)).hexdigest()


_LEAF_FIELDS = tuple(field.name for field in fields(Leaf))


def content_hash(salt: str, content: str) -> str:
    """SHA-256 over salt and canonical content, in hexadecimal.

    Args:
        salt: `SALT_BYTES` random bytes in hexadecimal; the fixed length keeps the two apart.
        content: what `Content.canonical` gave.
    """
    return hashlib.sha256(bytes.fromhex(salt) + content.encode()).hexdigest()


def is_content(content: str, salt: str | None, expected: str) -> bool:
    """Whether content and salt are those of a digest."""
    try:
        return salt is not None and content_hash(salt, content) == expected
    except ValueError:
        return False


def chained_hash(leaf_hash: str, previous_hash: str) -> str:
    """SHA-256 over the hash of the entry before and this entry's leaf, in hexadecimal."""
    return hashlib.sha256(
        _LINK + bytes.fromhex(previous_hash) + bytes.fromhex(leaf_hash)
    ).hexdigest()


def is_chained(leaf_hash: str, previous_hash: str, expected: str) -> bool:
    """Whether an entry’s hash is that of its leaf behind the entry before."""
    try:
        return chained_hash(leaf_hash, previous_hash) == expected
    except ValueError:
        return False


def subject_of_entry(sequence: int) -> str:
    """How the record names one of its own entries as a subject."""
    return f"audit.entry:{sequence}"


def each_once(records: Iterable[str]) -> tuple[str, ...]:
    """Identifiers in their first order, each once."""
    return tuple(dict.fromkeys(records))


def canonical(value: object) -> str:
    """The one text for plain data.

    Raises:
        CannotBeKept: something in it is no plain JSON data, a float, or text that is no Unicode.
    """
    _check(value)
    return _written(value).decode()


def _written(value: object) -> bytes:
    try:
        return _ENCODER.encode(value).encode()
    except UnicodeEncodeError:
        raise CannotBeKept("A text holds half a character, which no file can keep.") from None


def _check(value: object) -> None:
    match value:
        case None | bool() | int() | str():
            return
        case dict():
            for key, inner in value.items():
                if not isinstance(key, str):
                    raise CannotBeKept(f"A key must be text; {key!r} is none.")
                _check(inner)
        case list() | tuple():
            for inner in value:
                _check(inner)
        case float():
            raise CannotBeKept(f"A float has no exact form; write {value!r} as text.")
        case _:
            raise CannotBeKept(f"{type(value).__name__} is no plain data; write it as text.")
