"""References under lock: a keyed hash to find them by, and encryption to keep them readable.

Both keys stay outside the database (`ANSWERABLE_CASE_KEYS`): a copy of the database alone tells no
reference, and cannot be searched by trying references.
"""

from __future__ import annotations

import base64
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from django.conf import settings

from answerable_site.casework.rules import ReferenceKind

_AT_ONCE: Final = 4096
_BLOCK: Final = 16
"""Bytes that the cipher takes at once, and of either half of a key."""
_PADDING: Final = tuple(bytes([missing]) * missing for missing in range(_BLOCK + 1))
_VERSION: Final = b"\x80"


class CaseKeysMissing(RuntimeError):
    """No keys are set; the message says how to make them."""

    def __init__(self) -> None:
        super().__init__(
            "Cases need keys that stay outside the database. Run “answerable make-case-keys” and "
            "set ANSWERABLE_CASE_HASH_KEY and ANSWERABLE_CASE_KEYS to what it prints."
        )


class SealBroken(RuntimeError):
    """A reference was encrypted with a key that is not among those set."""

    def __init__(self) -> None:
        super().__init__(
            "A reference was encrypted with a key that is not set. Add the former key to the end "
            "of ANSWERABLE_CASE_KEYS."
        )


def keyed_hash(kind: ReferenceKind, owner_id: int, canonical: str) -> str:
    """The hash under which a reference is found: HMAC-SHA-256 in hexadecimal.

    Args:
        kind: with the owner part of what is hashed, so that equal references of two organisations
            cannot be told to be equal.
        owner_id: the organisation whose reference it is.
        canonical: in the spelling of `rules.canonical_reference`.

    Raises:
        CaseKeysMissing: no keys are set.
    """
    (hashed,) = keyed_hashes(kind, owner_id, [canonical])
    return hashed


def keyed_hashes(kind: ReferenceKind, owner_id: int, canonical: Iterable[str]) -> Iterator[str]:
    """`keyed_hash` of many references of one kind and organisation, in their order.

    Raises:
        CaseKeysMissing: no keys are set.
    """
    if not settings.CASE_HASH_KEY:
        raise CaseKeysMissing
    begun = HMAC(settings.CASE_HASH_KEY.encode(), SHA256())
    begun.update(f"{kind}\n{owner_id}\n".encode())
    return (_finished(begun, one.encode()).hex() for one in canonical)


def seal(words: str) -> str:
    """Encrypt with the first key (Fernet: AES-128-CBC with HMAC-SHA-256).

    Raises:
        CaseKeysMissing: no keys are set.
    """
    return _fernet().encrypt(words.encode()).decode()


def seal_all(words: Iterable[str]) -> Iterator[str]:
    """What `seal` makes of many, one after the other, in a fifth of its time.

    Raises:
        CaseKeysMissing: no keys are set.
    """
    _fernet()
    return _sealed_each(base64.urlsafe_b64decode(settings.CASE_KEYS[0]), words)


def _sealed_each(key: bytes, words: Iterable[str]) -> Iterator[str]:
    texts = (one.encode() for one in words)
    while some := list(islice(texts, _AT_ONCE)):
        yield from _sealed(key, some)


def _sealed(key: bytes, texts: Sequence[bytes]) -> Iterator[str]:
    """Tokens of Fernet, of texts that are encrypted in one go.

    Before each text goes a block of fresh random bits: what the cipher makes of it is the
    initialisation vector of that text (NIST SP 800-38A, appendix C), and CBC goes on from there.
    """
    signing, encrypting = key[:_BLOCK], key[_BLOCK:]
    drawn = os.urandom(_BLOCK * len(texts))
    blocks: list[bytes] = []
    for place, text in enumerate(texts):
        fresh = drawn[_BLOCK * place : _BLOCK * (place + 1)]
        blocks += (fresh, text, _PADDING[_BLOCK - len(text) % _BLOCK])
    encryptor = Cipher(AES(encrypting), CBC(os.urandom(_BLOCK))).encryptor()
    encrypted = encryptor.update(b"".join(blocks)) + encryptor.finalize()
    head = _VERSION + int(time.time()).to_bytes(8, "big")
    begun = HMAC(signing, SHA256())
    begun.update(head)
    start = 0
    for text in texts:
        end = start + 2 * _BLOCK + len(text) // _BLOCK * _BLOCK
        told = encrypted[start:end]
        yield base64.urlsafe_b64encode(head + told + _finished(begun, told)).decode()
        start = end


def _finished(begun: HMAC, rest: bytes) -> bytes:
    """A keyed hash that was begun once for many, of one of them: quicker than from its key."""
    one = begun.copy()
    one.update(rest)
    return one.finalize()


def unseal(sealed: str) -> str:
    """Decrypt with whichever key fits.

    Raises:
        CaseKeysMissing: no keys are set.
        SealBroken: none fits.
    """
    try:
        return _fernet().decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise SealBroken from None


def sealed_anew(sealed: str) -> str:
    """The same words under the first key; as they are where they are under it already.

    Raises:
        CaseKeysMissing: no keys are set.
        SealBroken: none fits.
    """
    fernet = _fernet()
    try:
        Fernet(settings.CASE_KEYS[0]).decrypt(sealed.encode())
    except InvalidToken:
        try:
            return fernet.rotate(sealed.encode()).decode()
        except InvalidToken:
            raise SealBroken from None
    return sealed


def new_keys() -> tuple[str, str]:
    """A hash key and an encryption key, fresh from the system's source of randomness."""
    return Fernet.generate_key().decode(), Fernet.generate_key().decode()


def _fernet() -> MultiFernet:
    if not settings.CASE_KEYS:
        raise CaseKeysMissing
    return MultiFernet([Fernet(key) for key in settings.CASE_KEYS])
