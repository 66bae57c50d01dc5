"""The writes to the record."""

from answerable_site.audit.operations.erasing import AlreadyErased, erase_content
from answerable_site.audit.operations.heads import (
    HeadsAreGone,
    replace_key,
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
    "erase_content",
    "make_key",
    "record",
    "replace_key",
    "sign_head",
    "sign_head_if_due",
]
