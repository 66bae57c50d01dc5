"""Making the key that signs heads, and putting another in its place."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from answerable_site.audit.rules import fingerprint, public_half


class KeyExists(Exception):
    """There is a key already, and it is not written over."""


def make_key(path: Path) -> str:
    """Write a new key into a file that only its owner may read; gives its fingerprint.

    Raises:
        KeyExists: something is there already.
    """
    key = Ed25519PrivateKey.generate()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write_new(path, key)
    except FileExistsError:
        raise KeyExists(
            f"There is a key at {path} already. To change keys, use “answerable audit "
            "replace-key”: it lets the old key introduce the new one."
        ) from None
    return fingerprint(public_half(key))


def _write_new(path: Path, key: Ed25519PrivateKey) -> None:
    text = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
