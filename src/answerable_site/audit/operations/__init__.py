"""The writes to the record."""

from answerable_site.audit.operations.erasing import AlreadyErased, erase_content
from answerable_site.audit.operations.heads import (
    HeadsAreGone,
    KeyIsNotLost,
    replace_key,
    replace_lost_key,
    sign_head,
    sign_head_if_due,
)
from answerable_site.audit.operations.keys import KeyExists, make_key
from answerable_site.audit.operations.recording import Actor, record

__all__ = [
    "Actor",
    "AlreadyErased",
    "HeadsAreGone",
    "KeyExists",
    "KeyIsNotLost",
    "erase_content",
    "make_key",
    "record",
    "replace_key",
    "replace_lost_key",
    "sign_head",
    "sign_head_if_due",
]
