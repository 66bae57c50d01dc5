"""What is asked about cases."""

from answerable_site.casework.forms.cases import (
    NO_IDENTITY,
    AddCase,
    AddReference,
    Assign,
    LookUp,
    OpenCase,
    Share,
)
from answerable_site.casework.forms.limits import SetLimit

__all__ = [
    "NO_IDENTITY",
    "AddCase",
    "AddReference",
    "Assign",
    "LookUp",
    "OpenCase",
    "SetLimit",
    "Share",
]
