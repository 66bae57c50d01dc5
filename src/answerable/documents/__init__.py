"""A file from outside becomes a `Document` of pages and blocks, in a limited child process."""

from answerable.documents.limits import Limits
from answerable.documents.model import (
    Block,
    BlockKind,
    Box,
    Cell,
    Document,
    MediaType,
    Page,
    Style,
    place,
)
from answerable.documents.reading import picture, read
from answerable.documents.recognition import recognise
from answerable.documents.refusal import Reason, Unreadable

__all__ = [
    "Block",
    "BlockKind",
    "Box",
    "Cell",
    "Document",
    "Limits",
    "MediaType",
    "Page",
    "Reason",
    "Style",
    "Unreadable",
    "picture",
    "place",
    "read",
    "recognise",
]
