"""The code lists whose codes a source may write as they are, by the name that profiles use."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from answerable.records.codes import ethnicity, not_crimes, offences, outcomes, withdrawal
from answerable.records.codes.characteristics import LISTS

_CJS: Final = "[A-Z]{2}[0-9]{5}[ABCI]?"


@dataclass(frozen=True, slots=True)
class Accepted:
    """Which codes of a list are right, as a pattern for many and as a question for one."""

    pattern: str
    """A regular expression of the whole of a code."""
    has: Callable[[str], bool]
    """The question that the list itself answers; the pattern accepts the same."""
    examples: tuple[str, ...]
    """Codes of the list: all of them where they can be listed."""


def _of(codes: Mapping[str, object] | tuple[str, ...]) -> Accepted:
    known = frozenset(codes)
    pattern = "|".join(re.escape(code) for code in sorted(known))
    return Accepted(pattern, known.__contains__, tuple(sorted(known)))


_OUTCOME_NUMBERS: Final = "|".join(str(number) for number in sorted(outcomes.OUTCOMES))
ACCEPTED: Final[Mapping[str, Accepted]] = MappingProxyType(
    {
        "outcomes": Accepted(
            f"({_OUTCOME_NUMBERS})[A-Z]{{0,2}}",
            lambda code: outcomes.base(code) is not None,
            tuple(map(str, outcomes.OUTCOMES)),
        ),
        "offences": Accepted(
            f"{'|'.join(sorted(offences.RAPE))}|{_CJS}",
            offences.is_offence_code,
            tuple(sorted(offences.RAPE)),
        ),
        "not_crimes": _of(tuple(not_crimes.NOT_CRIMES)),
        "ethnicity_observed": _of(tuple(ethnicity.Observed)),
        "withdrawal_reasons_1": _of(tuple(withdrawal.Reason)),
        **{
            one.code: _of(tuple(code.code for code in one.codes))
            for lists in LISTS.values()
            for one in lists
        },
    }
)
"""Every list that a profile may name."""
