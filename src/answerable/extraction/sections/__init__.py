"""What the parts of a document are for, told from their headings."""

from answerable.extraction.sections.division import divide
from answerable.extraction.sections.model import Part, Section

__all__ = ["Part", "Section", "divide"]
