"""What is counted of the answers of a survey, each for itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from answerable.surveys.answers import Parts
from answerable.surveys.groups import GROUPS, Channel, Characteristic
from answerable.surveys.instrument import Instrument


class Counted(StrEnum):
    """What a count is of."""

    CHOICE = "choice"
    GROUP = "group"
    CHANNEL = "channel"
    THEME = "theme"
    """Of passages, counted when what was written is erased."""


@dataclass(frozen=True, slots=True)
class Line:
    """One count of a survey."""

    of: Counted
    key: str
    """The key of a question, a characteristic; empty for channels."""
    option: str
    """The key of the option, of the group, or the channel."""


def lines_of(asked: Instrument) -> Iterator[Line]:
    """Every count that a survey of an instrument has, from its first day on."""
    for question in asked.choices:
        for option in question.options:
            yield Line(Counted.CHOICE, question.key, option.key)
    for characteristic, groups in GROUPS.items():
        for group in groups:
            yield Line(Counted.GROUP, characteristic, group)
    for channel in Channel:
        yield Line(Counted.CHANNEL, "", channel)


def lines_in(parts: Parts, channel: Channel) -> frozenset[Line]:
    """The counts to which an answer adds one."""
    return frozenset(
        {
            *(Line(Counted.CHOICE, key, option) for key, option in parts.choices),
            *(Line(Counted.GROUP, Characteristic(one), group) for one, group in parts.groups),
            Line(Counted.CHANNEL, "", channel),
        }
    )
