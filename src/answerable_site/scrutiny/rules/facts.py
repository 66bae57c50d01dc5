"""What a pack is made from: plain facts as they stood at the freeze, kept as JSON beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

SCHEMA = "answerable.scrutiny-pack/1"


@dataclass(frozen=True, slots=True)
class View:
    """What one of the three says of a commitment."""

    state: str
    """In words; empty while nothing was said."""
    on: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A date as it was set; the first is the original."""

    on: date
    whose: str
    reason: str
    set_on: date
    set_by: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence, and whether somebody independent judged it sufficient."""

    title: str
    kind: str
    on: date
    judged: bool | None = None
    judged_words: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """An action that serves the commitment."""

    title: str
    state: str
    owner: str
    original_on: date | None
    target_on: date | None
    moved: int
    standing: str
    """In time or late against its original date, in words."""


@dataclass(frozen=True, slots=True)
class Danger:
    """A risk that is not over."""

    words: str
    rating: str
    mitigation: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """Something that was asked or decided about it at an earlier meeting, and what came of it."""

    meeting: str
    on: date
    said: str
    became: str
    is_public: bool = False
    """Whether it was public there."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was released last of a measure that serves the recommendation, in sentences."""

    title: str
    share: str
    """Of all together; or that it is not shown, which is never nought."""
    sentence: str
    as_of: date
    trend: str
    signal: str
    marking: str
    address: str
    """Where the released figures are read."""
    released_id: int
    is_invented: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """What is public of what victims told on the recommendation."""

    title: str
    """Of the survey, with whose it was."""
    words: str
    as_of: date
    address: str
    """Where it is read, with who was heard."""


@dataclass(frozen=True, slots=True)
class CommitmentFacts:
    """One commitment at the freeze."""

    report: str
    report_on: date
    recommendation: str
    """What it is called: "Recommendation 3"."""
    text: str
    """What the inspectorate asks, verbatim."""
    organisation: str
    summary: str
    promise: str
    own_view: View
    assurance: View
    inspectorate: View
    original_on: date | None
    target_on: date | None
    standing: str
    """In time or late, by how much, against the original date."""
    is_late: bool
    moves: tuple[Move, ...] = ()
    proofs: tuple[Proof, ...] = ()
    steps: tuple[Step, ...] = ()
    dangers: tuple[Danger, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    told_the_public: str = ""
    """The wording that two people approved for the public."""
    measured: tuple[Measured, ...] = ()
    unmeasured: tuple[str, ...] = ()
    """Titles of measures that serve the recommendation, of which no figure may be shown here."""
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """One item of the agenda at the freeze."""

    item_id: int
    title: str
    why: str
    is_public: bool
    commitment: CommitmentFacts | None = None


@dataclass(frozen=True, slots=True)
class PackFacts:
    """Everything that a pack is made from."""

    body: str
    title: str
    kind: str
    openness: str
    on: date
    place: str
    frozen_on: date
    items: tuple[ItemFacts, ...]

    def as_json(self) -> dict[str, Any]:
        """The facts as plain data; `from_json` is its inverse."""
        plain: dict[str, Any] = _plain(asdict(self))
        return {"schema": SCHEMA} | plain

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> PackFacts:
        """The facts from the plain data of `as_json`."""
        read: PackFacts = _read(cls, data)
        return read


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case tuple() | list():
            return [_plain(one) for one in value]
        case _:
            return value


def _read(kind: Any, value: Any) -> Any:
    """A value of a kind from its plain data."""
    if get_origin(kind) is UnionType:
        (inner,) = (one for one in get_args(kind) if one is not NoneType)
        return None if value is None else _read(inner, value)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], one) for one in value)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        # What an earlier version of the product did not write is as empty as it was then.
        there = (one.name for one in fields(kind) if one.name in value)
        return kind(**{name: _read(hints[name], value[name]) for name in there})
    return date.fromisoformat(value) if kind is date else value
