"""How entries are written, chained and proved. No Django."""

from answerable_site.audit.rules.entries import (
    ERASE_CONTENT,
    GENESIS,
    SALT_BYTES,
    CannotBeKept,
    Content,
    Leaf,
    Processing,
    chained_hash,
    content_hash,
    each_once,
    subject_of_entry,
)
from answerable_site.audit.rules.merkle import Frontier

__all__ = [
    "ERASE_CONTENT",
    "GENESIS",
    "SALT_BYTES",
    "CannotBeKept",
    "Content",
    "Frontier",
    "Leaf",
    "Processing",
    "chained_hash",
    "content_hash",
    "each_once",
    "subject_of_entry",
]
