"""What the register and follow-up hold already, as far as a tracker may be about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from answerable_site.followup.rules.states import Rating


@dataclass(frozen=True, slots=True)
class KnownInspection:
    """A report of the register that the body keeps or that concerns it."""

    pk: int
    title: str
    published_on: date
    is_kept_here: bool
    """The body entered it, and may add recommendations to it."""


@dataclass(frozen=True, slots=True)
class KnownRecommendation:
    """A recommendation of such a report."""

    pk: int
    inspection_id: int
    kind: str
    number: str
    text: str
    due_on: date | None
    limbs: tuple[tuple[int, str, str], ...] = ()
    """Key, label and text of each sub-point."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is held of a commitment or an action, as far as a tracker tells it."""

    owner_id: int | None
    original_on: date | None
    target_on: date | None
    revisions: int
    done_on: date | None
    rating: Rating | None
    updates: frozenset[str] = field(repr=False)
    """The words of every update there was, with their line breaks and no other white space."""


@dataclass(frozen=True, slots=True)
class KnownCommitment:
    """A commitment that the body follows up."""

    pk: int
    recommendation_id: int
    limb_id: int | None
    organisation_id: int
    reference: str
    summary: str
    promise: str
    own_view: str
    inspectorate: str
    is_closed: bool
    facts: Facts


@dataclass(frozen=True, slots=True)
class KnownAction:
    """An action that serves some of these commitments."""

    pk: int
    organisation_id: int
    reference: str
    kind: str
    title: str
    words: str
    state: str
    commitments: frozenset[int] = field(repr=False)
    facts: Facts


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody with a role in follow-up in an organisation."""

    pk: int
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that a tracker of a body may be about."""

    organisations: Mapping[int, str] = field(default_factory=dict)
    """Those that act for the body, by key."""
    people: Mapping[int, Sequence[KnownPerson]] = field(default_factory=dict)
    """By organisation."""
    inspections: Sequence[KnownInspection] = ()
    recommendations: Sequence[KnownRecommendation] = ()
    commitments: Sequence[KnownCommitment] = ()
    actions: Sequence[KnownAction] = ()
