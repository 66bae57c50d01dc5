"""How limits and their versions are worded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable.statute import LIMITS, Confidence, Limit, Limits, NoLimitInForce
from answerable_site.casework import access
from answerable_site.casework.rules import setter_of
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.people.rules import Viewer

if TYPE_CHECKING:
    from answerable_site.casework.models import LimitVersion

_CONFIDENCE = {
    Confidence.CONFIRMED: ("Confirmed", "govuk-tag--green"),
    Confidence.REASONED: ("Reasoned", "govuk-tag--blue"),
    Confidence.TO_BE_VERIFIED: ("To be verified", "govuk-tag--yellow"),
}
_BY_PRODUCT = "What this product starts with."


@dataclass(frozen=True, slots=True)
class ListedLimit:
    """A limit as a line of a list."""

    code: str
    asks: str
    starts: str
    length: str
    citation: str
    source: str
    confidence: str
    confidence_class: str
    setter: str
    """Such as "The force of a case"."""
    waiting_id: int | None
    """The version of it that waits for confirmation."""


@dataclass(frozen=True, slots=True)
class ShownLimitVersion:
    """One version of a limit, as its history shows it."""

    length: str
    span: str
    citation: str
    source: str
    confidence: str
    confidence_class: str
    state: str
    state_class: str
    note: str
    reason: str
    set_by: str
    confirmed_by: str
    confirm_id: int | None
    """Where the viewer may confirm it."""


@dataclass(frozen=True, slots=True)
class ShownLimit:
    """A limit with all its versions, the latest first."""

    code: str
    asks: str
    starts: str
    setter: str
    """Such as "The force of a case"."""
    versions: tuple[ShownLimitVersion, ...]


def listed_limits(
    limits: Limits, waiting: Iterable[LimitVersion], *, on: date
) -> list[ListedLimit]:
    """Every limit as it governs what starts on a day.

    Args:
        waiting: versions that wait for confirmation.
    """
    ids = {version.code: version.pk for version in waiting}
    return [listed_limit(code, limits, ids.get(code), on=on) for code in limits.codes]


def listed_limit(
    code: str, limits: Limits, waiting_id: int | None = None, *, on: date
) -> ListedLimit:
    """One limit as it governs what starts on a day.

    Args:
        waiting_id: the version of it that waits for confirmation.
    """
    in_force = _in_force(limits, code, on)
    limit = in_force or limits.versions_of(code)[-1]
    confidence, colour = _CONFIDENCE[limit.confidence]
    return ListedLimit(
        code=code,
        asks=limit.asks,
        starts=limit.starts,
        length=limit.length if in_force else "Not in force today",
        citation=limit.citation,
        source=limit.source,
        confidence=confidence,
        confidence_class=colour,
        setter=setter_of(code),
        waiting_id=waiting_id,
    )


def shown_limit(code: str, own: Iterable[LimitVersion], *, viewer: Viewer, on: date) -> ShownLimit:
    """A limit with its versions: the product’s and, from `queries.limit_versions`, the own.

    Args:
        own: of the organisation, of any limit; the oldest first.
    """
    known = LIMITS.versions_of(code)
    stored = [(version, version.as_limit()) for version in own if version.code == code]
    counting = Limits((*known, *(limit for version, limit in stored if version.confirmed_at)))
    in_force = _in_force(counting, code, on)
    shown = [_shown(limit, None, viewer, in_force, on) for limit in known]
    shown += [_shown(limit, version, viewer, in_force, on) for version, limit in stored]
    return ShownLimit(
        code, known[-1].asks, known[-1].starts, setter_of(code), tuple(reversed(shown))
    )


def shown_limit_version(version: LimitVersion, *, viewer: Viewer, on: date) -> ShownLimitVersion:
    """A version that waits, for the page that confirms it."""
    return _shown(version.as_limit(), version, viewer, None, on)


def _in_force(limits: Limits, code: str, on: date) -> Limit | None:
    try:
        return limits.in_force(code, on)
    except NoLimitInForce:
        return None


def _shown(
    limit: Limit, version: LimitVersion | None, viewer: Viewer, in_force: Limit | None, on: date
) -> ShownLimitVersion:
    confidence, confidence_class = _CONFIDENCE[limit.confidence]
    state, state_class = _state(limit, version, in_force, on)
    waits = version is not None and version.confirmed_at is None
    return ShownLimitVersion(
        length=limit.length,
        span=_span(limit),
        citation=limit.citation,
        source=limit.source,
        confidence=confidence,
        confidence_class=confidence_class,
        state=state,
        state_class=state_class,
        note=limit.note,
        reason=version.reason if version else "",
        set_by=_set_by(version),
        confirmed_by=_confirmed_by(version),
        confirm_id=version.pk if version and waits and _may_confirm(viewer, version) else None,
    )


def _may_confirm(viewer: Viewer, version: LimitVersion) -> bool:
    return not _is_replaced(version) and access.can_confirm_limit(viewer, version)


def _state(
    limit: Limit, version: LimitVersion | None, in_force: Limit | None, on: date
) -> tuple[str, str]:
    if version is not None and version.confirmed_at is None:
        if _is_replaced(version):
            return "Replaced before it was confirmed", "govuk-tag--grey"
        return "Waits for confirmation", "govuk-tag--orange"
    if limit is in_force:
        return "In force", "govuk-tag--green"
    if limit.in_force_from is not None and limit.in_force_from > on:
        return "From a later day", "govuk-tag--blue"
    return "Not in force today", "govuk-tag--grey"


def _is_replaced(version: LimitVersion) -> bool:
    return bool(getattr(version, "is_replaced", False))


def _span(limit: Limit) -> str:
    first = (
        f"From {date_in_words(limit.in_force_from)}"
        if limit.in_force_from
        else "No first day is established"
    )
    return f"{first} to {date_in_words(limit.in_force_to)}" if limit.in_force_to else first


def _set_by(version: LimitVersion | None) -> str:
    if version is None:
        return _BY_PRODUCT
    return f"Set by {version.set_by.full_name} on {moment_in_words(version.set_at)}."


def _confirmed_by(version: LimitVersion | None) -> str:
    if version is None or version.confirmed_by is None or version.confirmed_at is None:
        return ""
    return (
        f"Confirmed by {version.confirmed_by.full_name} on {moment_in_words(version.confirmed_at)}."
    )
