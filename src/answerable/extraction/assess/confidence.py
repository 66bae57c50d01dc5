"""How sure the rules are of one item, from the signals that found it."""

from __future__ import annotations

from typing import Final

from answerable.extraction.deadlines import Deadline
from answerable.extraction.find.drafts import Draft, Signal
from answerable.extraction.model import Addressee, ItemKind
from answerable.extraction.wording import asks, is_unfinished, recommends

_WEIGHTS: Final = {
    Signal.NAMED: 0.9,
    Signal.TABLE: 0.88,
    Signal.NUMBERED: 0.85,
    Signal.RECOMMENDS: 0.75,
    Signal.LISTED: 0.7,
    Signal.LEADS: 0.6,
    Signal.ADDRESSED: 0.55,
    Signal.ASKS: 0.5,
    Signal.COMMANDS: 0.5,
}
_ASKING: Final = 0.08
_LONG: Final = 2500


def confidence_of(draft: Draft, addressees: tuple[Addressee, ...]) -> float:
    """0 to 1: the strongest signal, more if the words ask, less if the limits are in doubt."""
    sure = max((_WEIGHTS[signal] for signal in draft.signals), default=0.3)
    whole = draft.text + " ".join(point.text for point in draft.points)
    if asks(whole) or recommends(whole) or draft.kind is ItemKind.CAUSE_OF_CONCERN:
        sure += _ASKING
    else:
        sure -= 2 * _ASKING
    if addressees:
        sure += _ASKING / 4
    if is_unfinished(whole):
        sure -= _ASKING
    if len(whole) > _LONG:
        sure -= _ASKING
    return round(min(0.99, max(0.05, sure)), 2)


def doubts_of(
    draft: Draft, addressees: tuple[Addressee, ...], deadline: Deadline | None
) -> tuple[str, ...]:
    """What a person should check about one item, in sentences."""
    doubts = []
    whole = draft.text + " ".join(point.text for point in draft.points)
    if draft.kind is not ItemKind.CAUSE_OF_CONCERN:
        if not addressees:
            doubts.append("The text names nobody who should act.")
        if deadline is not None and deadline.value is None:
            doubts.append(f"The deadline “{deadline.worded}” cannot be turned into a date.")
        if not (asks(whole) or recommends(whole)):
            doubts.append("The text does not say “should” or “recommend”.")
    if len(whole) > _LONG:
        doubts.append("The text is long: check where it ends.")
    return tuple(doubts)
