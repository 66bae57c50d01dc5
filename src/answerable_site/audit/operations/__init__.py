"""The writes to the record."""

from answerable_site.audit.operations.erasing import AlreadyErased, erase_content
from answerable_site.audit.operations.recording import Actor, record

__all__ = ["Actor", "AlreadyErased", "erase_content", "record"]
