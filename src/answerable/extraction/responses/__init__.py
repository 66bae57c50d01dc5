"""The response printed in a document: whose words, what they explain, how late they speak."""

from __future__ import annotations

from answerable.extraction.responses.printed import response_of

__all__ = ["response_of"]
