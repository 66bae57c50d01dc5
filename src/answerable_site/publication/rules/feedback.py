"""What may be said in public of what victims told: finished words, figures that may be shown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from answerable.disclosure.gate import count
from answerable.disclosure.policy import PUBLIC
from answerable.disclosure.protected import ProtectedTable
from answerable.disclosure.table import Labels


class NotToBeShown(ValueError):
    """A table that was not protected for everybody."""


@dataclass(frozen=True, slots=True)
class FeedbackTable:
    """Figures in words: what is hidden says so, and is never nought."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(
        cls,
        title: str,
        header: tuple[str, ...],
        table: ProtectedTable,
        rows: Mapping[str, Sequence[Labels]],
    ) -> FeedbackTable:
        """The cells of a protected table, one row for each label.

        Args:
            rows: what each row is called, with its cells.

        Raises:
            NotToBeShown: its audit did not pass, or it was protected for others.
            KeyError: the table has no such cell.
        """
        if not table.proof.audit.passed or table.proof.policy["profile"] != PUBLIC:
            raise NotToBeShown("This table was not protected for everybody.")
        return cls(
            title,
            header,
            tuple(
                (label, *(count(table, cell).words for cell in cells))
                for label, cells in rows.items()
            ),
        )


@dataclass(frozen=True, slots=True)
class Changed:
    """What an organisation does about it, as the public may read it."""

    organisation: str
    summary: str
    words: str
    """Approved for the public; empty where nothing was."""
    standing: str
    """In time or late against the original date, or done, in words."""


@dataclass(frozen=True, slots=True)
class FeedbackFinding:
    """What victims told on one matter, and what changed."""

    words: str
    quotes: tuple[str, ...]
    recommendation: str
    """What it is called, with its report; empty where it speaks to none."""
    recommendation_id: int | None
    changes: tuple[Changed, ...]
    nothing_yet: str
    """Why nothing changed so far; empty where something is done."""


@dataclass(frozen=True, slots=True)
class FeedbackFacts:
    """What victims told in one round, who was heard, and what changed, as of a civil date."""

    as_of: date
    title: str
    stage: str
    asked_from: date
    asked_until: date
    heard: tuple[str, ...]
    """Sentences on who was heard and who was not."""
    findings: tuple[FeedbackFinding, ...]
    answers: tuple[FeedbackTable, ...]
    bias: tuple[FeedbackTable, ...]
    method: tuple[str, ...]
    """How it was asked, coded and protected, in sentences."""

    @property
    def recommendation_ids(self) -> frozenset[int]:
        """The recommendations on which something was told."""
        return frozenset(
            one.recommendation_id for one in self.findings if one.recommendation_id is not None
        )

    def as_json(self) -> dict[str, Any]:
        """The facts as plain data; `from_json` is its inverse."""
        plain: dict[str, Any] = json.loads(json.dumps(asdict(self), default=date.isoformat))
        return plain

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> FeedbackFacts:
        """The facts from the plain data of `as_json`."""
        days = ("as_of", "asked_from", "asked_until")
        return cls(
            **{
                **data,
                **{name: date.fromisoformat(data[name]) for name in days},
                "heard": tuple(data["heard"]),
                "findings": tuple(_finding(one) for one in data["findings"]),
                "answers": tuple(_table(one) for one in data["answers"]),
                "bias": tuple(_table(one) for one in data["bias"]),
                "method": tuple(data["method"]),
            }
        )

    def content_hash(self) -> str:
        """The SHA-256 of `canonical_bytes`."""
        return hashlib.sha256(self.canonical_bytes()).hexdigest()

    def canonical_bytes(self) -> bytes:
        """The same facts always give the same bytes: JSON with sorted names and no spaces."""
        return json.dumps(
            self.as_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        ).encode()


def _finding(data: Mapping[str, Any]) -> FeedbackFinding:
    changes = tuple(Changed(**one) for one in data["changes"])
    return FeedbackFinding(**{**data, "quotes": tuple(data["quotes"]), "changes": changes})


def _table(data: Mapping[str, Any]) -> FeedbackTable:
    rows = tuple(tuple(row) for row in data["rows"])
    return FeedbackTable(data["title"], tuple(data["header"]), rows)
