"""What each side of a case sees of the others’ part, in words."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.records.codes.characteristics import Characteristic, characteristic_restricted
from answerable.records.event import Side
from answerable.records.kinds import BY_TAG
from answerable.records.lists import listed
from answerable.records.stages import Step
from answerable_site.casework.rules import HIDDEN_FROM_SUPPORT, SEES_RESTRICTED, is_shown


@dataclass(frozen=True, slots=True)
class ShownSide:
    """What people of a side see in a case."""

    who: str
    sees: tuple[str, ...]
    """Sentences."""


def shown_sides() -> list[ShownSide]:
    """What support workers on one hand, police and prosecutors on the other, see in any case."""
    return [
        ShownSide("Support workers", _of_support()),
        ShownSide("Police and prosecutors", _of_police_and_prosecutors()),
    ]


def _of_support() -> tuple[str, ...]:
    questions = [f"“{BY_TAG[tag].QUESTIONS[name]}”" for tag, name in sorted(HIDDEN_FROM_SUPPORT)]
    return (
        "They see what concerns the victims whom their own service supports, and no other victim.",
        f"They see: {_parts(shown=True)}.",
        f"They do not see: {_parts(shown=False)}.",
        f"Of a decision they do not see what was answered to {listed(questions)}.",
        "They do not see where others did not keep to a rule.",
    )


def _of_police_and_prosecutors() -> tuple[str, ...]:
    restricted = [one.label.lower() for one in Characteristic if characteristic_restricted(one)]
    roles = sorted(role.label.lower() for role in SEES_RESTRICTED)
    return (
        "They see every part, and everything that a support worker records here.",
        f"Of {listed(restricted)} only {_each(roles)} of the force sees what is recorded.",
    )


def _parts(*, shown: bool) -> str:
    steps = [step for step in Step if is_shown(step, Side.SUPPORT) is shown]
    return listed([step.label.lower() for step in steps])


def _each(roles: list[str]) -> str:
    return " or ".join(f"{'an' if role[0] in 'aeiou' else 'a'} {role}" for role in roles)
