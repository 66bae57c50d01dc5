"""What is asked in follow-up."""

from answerable_site.followup.forms.changing import ChangeMany
from answerable_site.followup.forms.listing import (
    FilterActions,
    FilterCommitments,
    SaveFilter,
    Since,
    asked_of,
)

__all__ = [
    "ChangeMany",
    "FilterActions",
    "FilterCommitments",
    "SaveFilter",
    "Since",
    "asked_of",
]
