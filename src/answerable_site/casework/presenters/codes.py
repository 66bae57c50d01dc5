"""Code lists as forms offer them."""

from __future__ import annotations

from answerable.records.codes.characteristics import LISTS, Characteristic
from answerable.records.codes.not_crimes import NOT_CRIMES
from answerable.records.event import Event
from answerable.records.kinds.characteristics import CharacteristicRecorded
from answerable.records.kinds.report import NotACrime


def coded_facts(
    kind: type[Event], characteristic: Characteristic | None
) -> dict[str, list[tuple[str, str]]]:
    """The codes with their labels that facts of a kind may hold, by the name of the fact.

    Args:
        characteristic: which one is recorded; None where the kind is another.
    """
    if kind is CharacteristicRecorded and characteristic is not None:
        newest = LISTS[characteristic][0]
        return {"value": [(one.code, one.label) for one in newest.codes]}
    if kind is NotACrime:
        return {"code": [(code, f"{code}: {label}") for code, label in NOT_CRIMES.items()]}
    return {}


def fixed_facts(characteristic: Characteristic) -> dict[str, str]:
    """What is not asked for again where it is known which characteristic is recorded."""
    return {"characteristic": characteristic, "code_list": LISTS[characteristic][0].code}
