"""What is kept of a one-time code: a digest that only this installation can make."""

from __future__ import annotations

from django.utils.crypto import salted_hmac


def digest_of(code: str) -> str:
    """The digest of a code.

    Args:
        code: as `answerable.surveys.codes.canonical_code` writes it.
    """
    return salted_hmac("answerable survey code", code, algorithm="sha256").hexdigest()
