"""Tables of items: a row each, or a form of labels and values for each."""

from __future__ import annotations

from answerable.extraction.find.tables.drafting import drafts_of
from answerable.extraction.find.tables.labels import label_of
from answerable.extraction.find.tables.model import ItemTable
from answerable.extraction.find.tables.recognition import item_tables

__all__ = ["ItemTable", "drafts_of", "item_tables", "label_of"]
