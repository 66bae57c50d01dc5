"""Correcting a recommendation in place, so that what hangs on its parts stays with them."""

from __future__ import annotations

from answerable_site.register.models import Addressee, Limb, Recommendation
from answerable_site.register.operations.entering import _take_words, _write_addressees
from answerable_site.register.rules import (
    Addressed,
    Draft,
    DraftLimb,
    RecommendationKind,
    lines_from_addressees,
)


class AddresseeHasStatements(ValueError):
    """An addressee would disappear about whom something is recorded."""


def _rewrite(
    recommendation: Recommendation, draft: Draft, parent: Recommendation | None
) -> list[dict[str, str]]:
    """Write a draft over a recommendation; answers what changed, before and after in words."""
    before = _in_words(recommendation)
    _take_words(recommendation, draft)
    recommendation.parent = parent
    working = recommendation.working_deadlines.last()
    recommendation.expected_on = working.on if working else recommendation.due_on
    recommendation.save()
    _rewrite_addressees(recommendation, None, draft.addressees)
    _rewrite_limbs(recommendation, draft.limbs)
    after = _in_words(recommendation)
    return [
        {"what": what, "before": before[what], "after": after[what]}
        for what in before
        if before[what] != after[what]
    ]


def _rewrite_limbs(recommendation: Recommendation, wanted: tuple[DraftLimb, ...]) -> None:
    """Sub-points keep their rows by position; what is over at the end goes."""
    held = list(recommendation.limbs.all())
    for limb in held[len(wanted) :]:
        _rewrite_addressees(recommendation, limb, ())
        limb.delete()
    for position, point in enumerate(wanted, start=1):
        limb = (
            held[position - 1]
            if position <= len(held)
            else Limb(recommendation=recommendation, position=position)
        )
        limb.label, limb.text = point.label, point.text
        limb.deadline, limb.deadline_worded = point.deadline, point.deadline_worded
        limb.save()
        _rewrite_addressees(recommendation, limb, point.addressees)


def _rewrite_addressees(
    recommendation: Recommendation, limb: Limb | None, wanted: tuple[Addressed, ...]
) -> None:
    """Addressees keep their rows by name; one with statements may not disappear."""
    held = {one.name: one for one in recommendation.addressees.filter(limb=limb)}
    named = {one.name for one in wanted}
    for name, addressee in held.items():
        if name not in named:
            _check_silent(addressee)
            addressee.delete()
    for one in wanted:
        if one.name in held:
            held[one.name].condition = one.condition
            held[one.name].save()
    _write_addressees(recommendation, limb, tuple(one for one in wanted if one.name not in held))


def _check_silent(addressee: Addressee) -> None:
    if addressee.statements.exists():
        raise AddresseeHasStatements(
            f"Something is recorded about {addressee.name}. Keep this addressee as it is."
        )


def _in_words(recommendation: Recommendation) -> dict[str, str]:
    parent = recommendation.parent
    return {
        "Kind": RecommendationKind(recommendation.kind).label,
        "Number": recommendation.number,
        "Text": recommendation.text,
        "Sub-points": "\n".join(_limb_in_words(limb) for limb in recommendation.limbs.all()),
        "Addressees": _addressees_in_words(recommendation, None),
        "Deadline": recommendation.deadline,
        "Deadline as worded": recommendation.deadline_worded,
        "Deadline counts from": str(recommendation.deadline_from_on or ""),
        "Cause of concern": parent.text if parent else "",
    }


def _limb_in_words(limb: Limb) -> str:
    parts = (limb.label, limb.text, limb.deadline_worded)
    asked = _addressees_in_words(limb.recommendation, limb).replace("\n", ", ")
    return " ".join(part for part in (*parts, f"({asked})" if asked else "") if part)


def _addressees_in_words(recommendation: Recommendation, limb: Limb | None) -> str:
    return lines_from_addressees(
        tuple(
            Addressed(one.name, one.kind, one.condition)
            for one in recommendation.addressees.filter(limb=limb)
        )
    )
