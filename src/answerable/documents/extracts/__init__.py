"""A long list with known columns is read row by row in the limited child, however long it is."""

from answerable.documents.extracts.model import Column, Extract, Wanted, plain_heading
from answerable.documents.extracts.reading import limits_for, read_extract

__all__ = ["Column", "Extract", "Wanted", "limits_for", "plain_heading", "read_extract"]
