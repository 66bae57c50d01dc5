"""Amounts in words."""

from __future__ import annotations

from django.template.defaultfilters import filesizeformat

from answerable.languages import say_count

_KILOBYTE = 1024


def size_in_words(size: int) -> str:
    """Such as "188 bytes" or "48.2 KB", with a space that no line breaks at.

    Args:
        size: in bytes.
    """
    if size < _KILOBYTE:
        return say_count("{count}\u00a0byte", "{count}\u00a0bytes", size)
    return filesizeformat(size)
