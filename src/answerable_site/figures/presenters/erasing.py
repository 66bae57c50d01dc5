"""What is to become of a cut, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.figures.presenters.counting import files_in_words, held_in_words
from answerable_site.figures.rules import is_quarantine_over

if TYPE_CHECKING:
    from answerable_site.figures.models import DataCut, Erasure


@dataclass(frozen=True, slots=True)
class ShownErasure:
    """That a cut is to be erased, or is."""

    words: str
    """Who asked, when and why, and what follows."""
    waits: bool
    """Whether somebody else has to confirm it."""
    can_be_confirmed: bool
    can_be_called_off: bool


def shown_erasure(erasure: Erasure, *, on: date, can_confirm: bool) -> ShownErasure:
    """What is to become of a cut.

    Args:
        can_confirm: whether the viewer is one who may.
    """
    waits = erasure.confirmed_at is None
    asked = (
        f"{erasure.asked_by.full_name} asked on {moment_in_words(erasure.asked_at)} that it be "
        f"erased: {erasure.why}"
    )
    return ShownErasure(
        words=f"{asked} {_what_follows(erasure)}",
        waits=waits,
        can_be_confirmed=waits and can_confirm,
        can_be_called_off=not is_quarantine_over(erasure.erase_on, on=on),
    )


@dataclass(frozen=True, slots=True)
class ShownToErase:
    """A cut on the pages about erasing it."""

    pk: int
    title: str
    words: str
    """How much is erased with it, such as "12 cases with 30 events, in 90 files of 1.2 MB"."""


def shown_to_erase(cut: DataCut) -> ShownToErase:
    """A cut with how much is erased with it."""
    return ShownToErase(
        pk=cut.pk,
        title=f"{cut.force.name}, as of {date_in_words(cut.as_of)}",
        words=f"{held_in_words(cut)}, in {files_in_words(cut)}",
    )


def _what_follows(erasure: Erasure) -> str:
    if erasure.erased_at is not None:
        return f"Its files were erased on {moment_in_words(erasure.erased_at)}."
    if erasure.confirmed_by is None or erasure.erase_on is None:
        return "Somebody else has to confirm it."
    return (
        f"{erasure.confirmed_by.full_name} confirmed it. Nobody can open its files any more, and "
        f"they are erased on {date_in_words(erasure.erase_on)}."
    )
