"""Every read of scrutiny."""

from answerable_site.scrutiny.queries.exceptions import Proposal, commitments_to_add, proposals
from answerable_site.scrutiny.queries.facts import called, facts_of
from answerable_site.scrutiny.queries.meetings import (
    attendances_kept_by,
    bodies_kept,
    items_kept_by,
    items_of,
    meetings_kept_by,
    meetings_visible_to,
    next_of,
    organisations_asked,
    owners_of_decided,
    questions_due_from,
    questions_visible_to,
    questions_waiting_for,
    series_kept_by,
    whole_meetings,
)
from answerable_site.scrutiny.queries.public import (
    pack_files_of,
    packs_visible_to,
    proceedings_of,
    public_address_of,
    public_document,
    public_items,
    was_announced,
)

__all__ = [
    "Proposal",
    "attendances_kept_by",
    "bodies_kept",
    "called",
    "commitments_to_add",
    "facts_of",
    "items_kept_by",
    "items_of",
    "meetings_kept_by",
    "meetings_visible_to",
    "next_of",
    "organisations_asked",
    "owners_of_decided",
    "pack_files_of",
    "packs_visible_to",
    "proceedings_of",
    "proposals",
    "public_address_of",
    "public_document",
    "public_items",
    "questions_due_from",
    "questions_visible_to",
    "questions_waiting_for",
    "series_kept_by",
    "was_announced",
    "whole_meetings",
]
