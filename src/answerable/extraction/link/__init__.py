"""From drafts to findings: the same item printed in several places counts once."""

from __future__ import annotations

from answerable.extraction.link.findings import Finding, Linked, link

__all__ = ["Finding", "Linked", "link"]
