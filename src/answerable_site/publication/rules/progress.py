"""What may be said in public of what became of recommendations: finished words and dates."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class PublicMove:
    """A target date that took the place of another."""

    before_on: date
    after_on: date
    told_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class PublicView:
    """What one side says of a commitment, and since when. Empty words where it said nothing."""

    words: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PublicCommitment:
    """What one organisation has to do about a recommendation, and how it stands."""

    organisation: str
    limb: str
    """The sub-point, as printed; empty for the recommendation as a whole."""
    summary: str
    words: str
    """Approved for the public; empty where nothing was."""
    original_on: date | None
    whose: str
    """Whose the original date is, in words."""
    target_on: date | None
    timeliness: str
    """In words, as at the day of the snapshot, always against the original date."""
    is_late: bool
    days_late: int
    done_on: date | None
    """Since when the organisation says that it is done."""
    closed_on: date | None
    own_view: PublicView = field(default_factory=PublicView)
    assurance: PublicView = field(default_factory=PublicView)
    inspectorate: PublicView = field(default_factory=PublicView)
    moves: tuple[PublicMove, ...] = ()

    @property
    def was_moved(self) -> bool:
        """Whether it is worked to another date than the original one."""
        return bool(self.moves)


@dataclass(frozen=True, slots=True)
class PublicRecommendation:
    """One recommendation and everybody’s commitments about it."""

    number: str
    kind: str
    """In words."""
    text: str
    commitments: tuple[PublicCommitment, ...] = ()
    """Empty where nobody follows it up yet."""


@dataclass(frozen=True, slots=True)
class ProgressFacts:
    """Every recommendation of an inspection, as it stood at the end of a civil date."""

    as_of: date
    recommendations: tuple[PublicRecommendation, ...]

    @property
    def commitments(self) -> tuple[PublicCommitment, ...]:
        return tuple(one for found in self.recommendations for one in found.commitments)

    @property
    def late(self) -> int:
        """Commitments that missed their original date."""
        return sum(one.is_late for one in self.commitments)

    @property
    def closed(self) -> int:
        """Commitments that the policing body closed on evidence."""
        return sum(one.closed_on is not None for one in self.commitments)

    @property
    def moved(self) -> int:
        """Commitments of which the date was moved at least once."""
        return sum(one.was_moved for one in self.commitments)

    def slipped(self) -> Iterator[tuple[PublicRecommendation, PublicCommitment]]:
        """Commitments that are late or were moved, with their recommendation."""
        for recommendation in self.recommendations:
            for one in recommendation.commitments:
                if one.is_late or one.was_moved:
                    yield recommendation, one

    def as_json(self) -> dict[str, Any]:
        """The facts as plain data; `from_json` is its inverse."""
        plain: dict[str, Any] = json.loads(json.dumps(asdict(self), default=_iso))
        return plain

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> ProgressFacts:
        """The facts from the plain data of `as_json`."""
        return cls(
            as_of=date.fromisoformat(data["as_of"]),
            recommendations=tuple(
                PublicRecommendation(
                    **one | {"commitments": tuple(_commitment(each) for each in one["commitments"])}
                )
                for one in data["recommendations"]
            ),
        )

    def content_hash(self) -> str:
        """The SHA-256 of `canonical_bytes`."""
        return hashlib.sha256(self.canonical_bytes()).hexdigest()

    def canonical_bytes(self) -> bytes:
        """The same facts always give the same bytes: JSON with sorted names and no spaces."""
        return json.dumps(
            self.as_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        ).encode()


def _commitment(data: dict[str, Any]) -> PublicCommitment:
    days = ("original_on", "target_on", "done_on", "closed_on")
    views = ("own_view", "assurance", "inspectorate")
    return PublicCommitment(
        **data
        | {name: _day(data[name]) for name in days}
        | {name: PublicView(data[name]["words"], _day(data[name]["on"])) for name in views}
        | {
            "moves": tuple(
                PublicMove(
                    before_on=date.fromisoformat(move["before_on"]),
                    after_on=date.fromisoformat(move["after_on"]),
                    told_on=date.fromisoformat(move["told_on"]),
                    reason=move["reason"],
                )
                for move in data["moves"]
            )
        }
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(value: date) -> str:
    return value.isoformat()
