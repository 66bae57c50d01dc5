"""How much a cut holds, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable_site.figures.models import DataCut

_KILOBYTE = 1000


def held_in_words(cut: DataCut) -> str:
    """Such as "12 cases with 30 events"."""
    return f"{_counted(cut.cases, 'case')} with {_counted(cut.events, 'event')}"


def files_in_words(cut: DataCut) -> str:
    """Such as "90 files of 1.2 MB"."""
    kilobytes = cut.size / _KILOBYTE
    size = f"{kilobytes / _KILOBYTE:.1f} MB" if kilobytes >= _KILOBYTE else f"{kilobytes:.0f} kB"
    return f"{_counted(cut.files, 'file')} of {size}"


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
