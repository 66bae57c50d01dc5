"""From drafts to findings: the same item printed in several places counts once."""

from __future__ import annotations

from answerable.extraction.link.findings import Finding, link

__all__ = ["Finding", "link"]
