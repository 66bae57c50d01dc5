"""Whether two answers about one characteristic say the same."""

from __future__ import annotations

from datetime import date

from answerable.records.codes.characteristics import Characteristic
from answerable.records.codes.ethnicity import comparable
from answerable.records.kinds.characteristics import CharacteristicRecorded
from answerable.statute import add_months

_MONTHS = 12


def are_one_answer(one: CharacteristicRecorded, other: CharacteristicRecorded) -> bool:
    """Whether two recorded values of one victim can both be right.

    Ethnicity in two versions of the list is compared by what the codes mean. Two ages are one
    answer where somebody can have been both, on the two days.
    """
    if one.characteristic is Characteristic.AGE:
        first, second = _birth(one), _birth(other)
        if first is None or second is None:
            return one.value == other.value
        return first[0] < second[1] and second[0] < first[1]
    return category(one) == category(other)


def category(event: CharacteristicRecorded) -> str:
    """The value as it is counted when answers in several versions of a list are compared."""
    if event.characteristic is Characteristic.RACE:
        return comparable(event.value)
    return event.value


def _birth(event: CharacteristicRecorded) -> tuple[date, date] | None:
    """The days between which somebody of this age was born: after the first, up to the second.

    None where the value is no age.
    """
    if not event.value.isdecimal() or int(event.value) >= event.on.year - 1:
        return None
    years = int(event.value)
    return (
        add_months(event.on, -_MONTHS * (years + 1)),
        add_months(event.on, -_MONTHS * years),
    )
