"""What is asked of a cut: measures, each by nothing or by what it can be broken down by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from answerable.measures.definitions import DEFINITIONS
from answerable.measures.groups import ORGANISATIONS, TIMES, possible

Asked: TypeAlias = tuple[str, tuple[str, ...]]
"""A measure, and by what it is broken down."""
TOGETHER: Final = "together"
"""The choice not to break a measure down."""
MOST_ASKED: Final = 150
"""Tables that are protected together within minutes."""


class NothingToAsk(ValueError):
    """What was chosen asks nothing, or too much; `field` says where."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def breakdowns() -> list[str]:
    """Everything that some measure can be broken down by, times first. A cut holds the cases of
    one force, so that is none."""
    own = {name for one in DEFINITIONS.values() for name in one.breakdowns}
    return [*TIMES, *sorted({*own, *ORGANISATIONS} - {"force"})]


def questions_of(measures: Iterable[str], by: Sequence[str], within: str) -> list[Asked]:
    """The questions that a choice of measures and breakdowns asks: each measure by each breakdown
    that it has.

    Args:
        measures: names of measures.
        by: `TOGETHER` and names of breakdowns.
        within: a time by which each breakdown that is none itself is broken down further; "" for
            none.

    Raises:
        NothingToAsk: no measure has any of the breakdowns, or there are too many questions.
    """
    found = [
        (measure, _columns(one, within))
        for measure in measures
        for one in by
        if one == TOGETHER or one in possible(DEFINITIONS[measure])
    ]
    if not found:
        raise NothingToAsk("by", "None of these measures can be broken down so")
    if len(found) > MOST_ASKED:
        raise NothingToAsk(
            "measures", f"Choose fewer: this asks {len(found)} questions, {MOST_ASKED} at most"
        )
    return list(dict.fromkeys(found))


def _columns(by: str, within: str) -> tuple[str, ...]:
    if by == TOGETHER:
        return ()
    return (by, within) if within and by not in TIMES else (by,)
