"""Seeds of second factors are kept encrypted: the database alone does not give them away."""

from __future__ import annotations

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes


def encrypted(text: str) -> str:
    """The text under a key made from the secret key of the installation."""
    return _keys().encrypt(text.encode()).decode()


def decrypted(text: str) -> str:
    """What was encrypted under the secret key or a former one.

    Raises:
        cryptography.fernet.InvalidToken: under none of them.
    """
    return _keys().decrypt(text.encode()).decode()


def _keys() -> MultiFernet:
    return MultiFernet([_key(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str | bytes) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"second factor")
    return Fernet(urlsafe_b64encode(derived.derive(force_bytes(secret))))
