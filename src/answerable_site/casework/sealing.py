"""References under lock: a keyed hash to find them by, and encryption to keep them readable.

Both keys stay outside the database (`ANSWERABLE_CASE_KEYS`): a copy of the database alone tells no
reference, and cannot be searched by trying references.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from answerable_site.casework.rules import ReferenceKind


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
    if not settings.CASE_HASH_KEY:
        raise CaseKeysMissing
    told = f"{kind}\n{owner_id}\n{canonical}".encode()
    return hmac.digest(settings.CASE_HASH_KEY.encode(), told, "sha256").hex()


def seal(words: str) -> str:
    """Encrypt with the first key (Fernet: AES-128-CBC with HMAC-SHA-256).

    Raises:
        CaseKeysMissing: no keys are set.
    """
    return _fernet().encrypt(words.encode()).decode()


def seal_all(words: Iterable[str]) -> Iterator[str]:
    """Encrypt many, one after the other, under the first key.

    Raises:
        CaseKeysMissing: no keys are set.
    """
    encrypt = _fernet().encrypt
    return (encrypt(one.encode()).decode() for one in words)


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
