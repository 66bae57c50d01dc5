"""A recommendation before it is written down: as a candidate proposes it or a person types it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from answerable_site.register.rules.addressees import Addressed, kind_of
from answerable_site.register.rules.words import RecommendationKind

LONGEST_NUMBER: Final = 40
LONGEST_LABEL: Final = 20
LONGEST_DEADLINE: Final = 300
"""In characters. What a hostile file words at more length is cut; the quote keeps it whole."""


@dataclass(frozen=True, slots=True)
class DraftLimb:
    """A sub-point, with addressees and a deadline of its own where it names them."""

    text: str
    label: str = ""
    addressees: tuple[Addressed, ...] = ()
    deadline: str = ""
    deadline_worded: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of a recommendation: number as printed, verbatim text, sub-points, addressees."""

    kind: RecommendationKind
    text: str
    number: str = ""
    limbs: tuple[DraftLimb, ...] = ()
    addressees: tuple[Addressed, ...] = ()
    deadline: str = ""
    """In the form of `extraction.Item.deadline`; empty for none."""
    deadline_worded: str = ""
    deadline_from_on: date | None = None

    @classmethod
    def from_proposal(cls, proposal: dict[str, Any]) -> Draft:
        """What a candidate proposes; `proposal` is an item as `extraction.Reading` prints it."""
        return cls(
            kind=RecommendationKind(proposal["kind"]),
            number=(proposal["number"] or "")[:LONGEST_NUMBER],
            text=proposal["text"],
            limbs=tuple(
                DraftLimb(
                    text=text,
                    label=(details["label"] or "")[:LONGEST_LABEL],
                    addressees=tuple(Addressed(n, kind_of(n)) for n in details["addressees"]),
                    deadline=details["deadline"] or "",
                    deadline_worded=(details["deadline_worded"] or "")[:LONGEST_DEADLINE],
                )
                for text, details in zip(
                    proposal["sub_points"], proposal["sub_point_details"], strict=True
                )
            ),
            addressees=tuple(
                Addressed(one["name"], one["kind"], one["conditional"] or "")
                for one in proposal["addressee_details"]
            ),
            deadline=proposal["deadline"] or "",
            deadline_worded=(proposal["deadline_worded"] or "")[:LONGEST_DEADLINE],
        )


def joined_drafts(drafts: Sequence[Draft]) -> Draft:
    """Several candidates as one recommendation: their words one after the other.

    Kind, number and deadline are those of the first that has them.
    """
    first = drafts[0]
    named = {one.name: one for draft in drafts for one in draft.addressees}
    dated = next((draft for draft in drafts if draft.deadline or draft.deadline_worded), first)
    return replace(
        first,
        number=next((draft.number for draft in drafts if draft.number), ""),
        text="\n".join(draft.text for draft in drafts),
        limbs=tuple(limb for draft in drafts for limb in draft.limbs),
        addressees=tuple(named.values()),
        deadline=dated.deadline,
        deadline_worded=dated.deadline_worded,
    )
