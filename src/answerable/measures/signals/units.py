"""The units of a measure beside each other: which differ from the rest by more than chance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from answerable.measures import funnel
from answerable.measures.definition import Definition
from answerable.measures.groups import TIMES, NoSuchBreakdown
from answerable.measures.naming import named, names_in
from answerable.measures.running import Cut
from answerable.measures.signals.selecting import Where, answers_where


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a measure beside each other."""

    definition: Definition
    unit: str
    where: Where
    funnel: funnel.Funnel
    as_of: date
    cut: str

    @property
    def sentence(self) -> str:
        """What the units say, in words."""
        return self.funnel.sentence()

    def as_row(self) -> dict[str, Any]:
        """The units as plain data, as other programs read it."""
        out = {unit.name: (is_high, is_far) for unit, is_high, is_far in self.funnel.outside()}
        return {
            "measure": self.definition.name,
            "version": self.definition.version,
            "kind": "funnel",
            "unit": self.unit,
            "where": dict(self.where),
            "target": self.funnel.target,
            "dispersion": self.funnel.dispersion,
            "is_overdispersed": self.funnel.is_overdispersed,
            "units": [
                {
                    "unit": unit.name,
                    "numerator": unit.numerator,
                    "denominator": unit.denominator,
                    "recorded_rate": unit.share,
                    "limits_95": [limits.low_95, limits.high_95],
                    "limits_998": [limits.low_998, limits.high_998],
                    "outside": _far(out.get(unit.name)),
                }
                for unit in self.funnel.units
                for limits in [self.funnel.limits(unit.denominator)]
            ],
            "sentence": self.sentence,
            "as_of": self.as_of.isoformat(),
            "cut": self.cut,
        }


def _far(found: tuple[bool, bool] | None) -> str | None:
    """Beyond which limits a unit lies: "high_95" and so on; None within them."""
    if found is None:
        return None
    is_high, is_far = found
    return f"{'high' if is_high else 'low'}_{'998' if is_far else '95'}"


def units(
    cut: Cut, definition: Definition, unit: str = "force", where: Where | None = None
) -> Units:
    """The units of a measure in a funnel: which differ from the rest by more than chance gives.

    Args:
        unit: by what units are told apart, a breakdown of the measure that is no time.

    Raises:
        NoSuchBreakdown: the measure cannot be broken down so, or counts the same in every month
            and no month is named. `NoFunnel`: fewer than two units.
    """
    if unit in TIMES:
        raise NoSuchBreakdown(f"{unit!r} is a time, and no unit. Choose force, for example.")
    if definition.looks_again and not set(where or {}) & set(TIMES):
        raise NoSuchBreakdown(
            f"The measure {definition.name!r} counts the same again each month. Name one, such as "
            f"month={cut.as_of:%Y-%m}."
        )
    found = answers_where(cut, definition, unit, where or {})
    names = names_in(cut, definition)
    return Units(
        definition=definition,
        unit=unit,
        where=where or {},
        funnel=funnel.funnel(
            {
                named(unit, one.group[unit], names): (one.numerator, one.denominator)
                for one in found
                if one.group[unit] is not None
            }
        ),
        as_of=cut.as_of,
        cut=cut.digest,
    )
