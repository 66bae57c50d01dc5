"""What an extract is refused for, each with a sentence for whoever sent it."""

from __future__ import annotations

from typing import Final

from answerable.documents import Unreadable
from answerable.mappings import EngineMissing, NotThisSource
from answerable_site.casework.sealing import CaseKeysMissing, SealBroken
from answerable_site.intake.operations.loading import CannotSupersede
from answerable_site.people.access import Refused

REFUSALS: Final = (
    *(Unreadable, NotThisSource, EngineMissing),
    *(CaseKeysMissing, SealBroken, Refused, CannotSupersede),
)
"""Nothing was changed where checking, trying or loading ends with one of these."""
