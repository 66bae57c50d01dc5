"""The key that signs heads: a file outside the database."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.conf import settings

from answerable_site.audit.rules import fingerprint, public_half


class NoKey(Exception):
    """There is no key that can be used; the sentence says what to do."""


def key_path() -> Path:
    """Where the key is, or would be."""
    path: Path = settings.AUDIT_KEY
    return path


def successor_path(path: Path) -> Path:
    """Where the next key waits while the old one introduces it."""
    return path.with_name(f"{path.name}.next")


def fingerprint_of(path: Path) -> str:
    """The fingerprint of the key of a file.

    Raises:
        NoKey: as for `read_key`.
    """
    return fingerprint(public_half(read_key(path)))


def read_key(path: Path) -> Ed25519PrivateKey:
    """The key of a file.

    Raises:
        NoKey: there is none, others may read it, or it is no Ed25519 key.
    """
    try:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise NoKey(
                f"Others on this machine may read the key {path}. Take their rights away "
                f"(chmod 600 {path}), and replace the key if they may have read it "
                "(answerable audit replace-key)."
            )
        key = load_pem_private_key(path.read_bytes(), password=None)
    except FileNotFoundError:
        raise NoKey(
            f"There is no key at {path}. Make one with “answerable audit make-key”, or set "
            "ANSWERABLE_AUDIT_KEY to where it is."
        ) from None
    except OSError as problem:
        raise NoKey(f"The key {path} cannot be read: {problem.strerror}.") from None
    except (TypeError, ValueError, UnsupportedAlgorithm):
        raise NoKey(f"The file {path} holds no key that was made by this product.") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise NoKey(f"The key {path} is of another kind; heads are signed with Ed25519.")
    return key
