"""Every instrument in every version. What was used is never changed: it gets a successor."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from answerable.surveys.instrument import Instrument
from answerable.surveys.instruments import decision_told, looking_back, support_offered

INSTRUMENTS: Mapping[tuple[str, int], Instrument] = {
    (one.name, one.version): one
    for module in (support_offered, decision_told, looking_back)
    for one in module.VERSIONS
}


def instrument(name: str, version: int) -> Instrument:
    """One version of an instrument.

    Raises:
        KeyError: there is no such version.
    """
    return INSTRUMENTS[name, version]


def current_instruments(on: date) -> tuple[Instrument, ...]:
    """Of each instrument the version that is used for a round that begins on a day."""
    latest: dict[str, Instrument] = {}
    for one in INSTRUMENTS.values():
        if one.from_on <= on and (one.name not in latest or one.version > latest[one.name].version):
            latest[one.name] = one
    return tuple(latest.values())
