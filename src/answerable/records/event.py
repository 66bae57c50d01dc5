"""What a case event is: one thing that happened in a case, on a day, with typed facts.

A case is its events. Each kind is a small record that is never changed: what was recorded wrongly
is put right by a further event that takes its place, and both stay.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

Words = Annotated[str, Meta(max_length=4000)]
"""Free text. It may hold no identity: who writes it is warned, and decides."""
Line = Annotated[str, Meta(max_length=200)]
"""A short text on one line."""
Number = Annotated[int, Meta(ge=1)]
"""The number of a victim, a suspect, an offence or another thing within its case, from 1."""
User = Annotated[int, Meta(ge=1, extra={"names": "user"})]
"""The number of a user of the site: an investigator, a prosecutor, a manager. Never a victim or a
suspect."""
Age = Annotated[int, Meta(ge=0, le=120)]
"""Whole years."""
Instant = Annotated[datetime, Meta(tz=True)]
"""A moment with its offset from UTC. The civil date beside it is that of London at that moment."""
Answers = tuple[StrEnum | bool, ...]
"""Some of the answers that a question may have."""


class Side(StrEnum):
    """Whose act or whose duty something is."""

    POLICE = "police"
    CPS = "cps"
    SUPPORT = "support"
    COURT = "court"

    @property
    def label(self) -> str:
        return _SIDES[self]


_SIDES = {
    Side.POLICE: "Police",
    Side.CPS: "CPS",
    Side.SUPPORT: "Support service",
    Side.COURT: "Court",
}


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """One thing that happened. Subclasses add their facts; their tag is what storage calls them."""

    LABEL: ClassVar[str] = ""
    """What the kind is called, as the heading of a form and in a timeline."""
    STEP: ClassVar[str] = ""
    """The part of a case that it belongs to: a code of `stages.Step`."""
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE})
    """Whose people may record it."""
    QUESTIONS: ClassVar[dict[str, str]] = {}
    """The question of each fact, as a busy officer reads it, in the order in which they are
    asked."""
    HINTS: ClassVar[dict[str, str]] = {}
    """What helps to answer a question, where something does."""
    REFERS: ClassVar[dict[str, type[Event]]] = {}
    """The kind of earlier event that a fact names by its number."""
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {}
    """The facts that only matter with some answers to another question: the name of that one, and
    those answers. With another answer they are not asked."""
    WANTED: ClassVar[frozenset[str]] = frozenset()
    """The facts without which a rule is not kept. They can be left empty all the same."""
    LEAVES_NOTHING: ClassVar[bool] = False
    """Whether, taking the place of another event, it leaves none there."""

    on: date
    """The civil date (Europe/London) on which it happened, not that of recording it."""

    @classmethod
    def kind(cls) -> str:
        """The tag under which it is stored."""
        tag = cls.__struct_config__.tag
        return str(tag)


class Recorded(Struct, frozen=True, kw_only=True):
    """An event as it stands in a case file: numbered, and with when and by whom it was recorded."""

    number: int
    """Unique within the case file and in the order of recording; other events name it by this."""
    event: Event
    recorded_at: datetime
    side: Side
    why_in_breach: str = ""
    """The reason that was given where it breached a rule."""
    replaces: int | None = None
    """The number of the event whose place it takes, because that was recorded wrongly."""
