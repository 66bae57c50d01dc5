"""Scrutiny in words."""

from answerable_site.scrutiny.presenters.meetings import (
    Acts,
    Listed,
    ShownQuestion,
    acts,
    listed,
    shown_questions,
)
from answerable_site.scrutiny.presenters.packs import document_html, pack_files, pack_html

__all__ = [
    "Acts",
    "Listed",
    "ShownQuestion",
    "acts",
    "document_html",
    "listed",
    "pack_files",
    "pack_html",
    "shown_questions",
]
