"""What a response that is printed in a document shows of itself; a person confirms it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from answerable_site.responses.rules.past import Explained, PastAnswer


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a document shows of the response that is printed in it; a person confirms it."""

    answer: PastAnswer
    doubts: tuple[str, ...]
    """What the document does not show, a sentence each."""


def proposed(
    *,
    chief_officer: str,
    explained: Collection[str],
    numbers: Collection[str],
    not_before: str,
) -> Proposal:
    """What can be taken from a response that is printed in a document.

    Args:
        chief_officer: the chief officer's words; empty where there are none.
        explained: the numbers of the recommendations that it explains one by one.
        numbers: the numbers of the recommendations in the register, as printed.
        not_before: the latest day or month of which it speaks as past, in words; may be empty.
    """
    found = _explained_in_print(explained, numbers)
    return Proposal(
        PastAnswer(explained=found),
        tuple(_doubts(found, chief_officer=chief_officer, numbers=numbers, not_before=not_before)),
    )


def _explained_in_print(explained: Collection[str], numbers: Collection[str]) -> Explained:
    if not numbers:
        return Explained.NOT_KNOWN
    left = set(numbers) - set(explained)
    if not left:
        return Explained.ALL
    return Explained.SOME if len(left) < len(set(numbers)) else Explained.NONE


def _doubts(
    found: Explained, *, chief_officer: str, numbers: Collection[str], not_before: str
) -> Iterator[str]:
    yield "A response does not print the day on which it was published. Enter it if you know it."
    if not_before:
        yield f"It speaks of {not_before}, so it was not published before."
    if chief_officer:
        yield "It holds the chief officer’s comments; the day on which they came is not printed."
    else:
        yield "No comments of the chief officer were found in it."
    if not numbers:
        yield (
            "No recommendation of the report is in the register yet, so nobody can tell whether "
            "the response explains each."
        )
    elif found is Explained.NONE:
        yield "No recommendation was found that it explains by its number. Check that."
    elif found is Explained.SOME:
        yield "Only some recommendations were found that it explains by their number. Check that."
