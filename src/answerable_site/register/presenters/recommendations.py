"""How a recommendation is worded on its own page."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.people.rules import Viewer
from answerable_site.register import access
from answerable_site.register.presenters.clocks import (
    ShownClock,
    ShownDeadline,
    shown_clock,
    shown_deadline,
)
from answerable_site.register.presenters.listing import heading, shortened
from answerable_site.register.rules import AddresseeStatus, RecommendationLinkKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from answerable_site.register.models import Addressee, Limb, Recommendation

_STATUS_COLOURS = {
    AddresseeStatus.NOTHING_KNOWN: "grey",
    AddresseeStatus.ACCEPTED: "blue",
    AddresseeStatus.IN_PROGRESS: "yellow",
    AddresseeStatus.DONE: "green",
    AddresseeStatus.DECLINED: "red",
    AddresseeStatus.DOES_NOT_APPLY: "grey",
}
_MADE_BY = {
    Verdict.ACCEPTED: "Accepted from what was found in the document",
    Verdict.SPLIT: "Split from what was found in the document",
    Verdict.MERGED: "Merged from several places found in the document",
}


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """What an addressee was known to have said or done."""

    status: str
    known_on: date
    note: str
    who: str


@dataclass(frozen=True, slots=True)
class ShownAddressee:
    """Who is asked, and what is known of the answer."""

    id: int
    name: str
    condition: str
    status: str
    colour: str
    statements: tuple[ShownStatement, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True)
class ShownLimb:
    """A sub-point."""

    label: str
    text: str
    deadline_worded: str
    addressees: tuple[ShownAddressee, ...]


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A relation to another recommendation."""

    relation: str
    id: int
    words: str
    reason: str
    who: str


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the history."""

    title: str
    who: str
    when: datetime
    text: str
    changes: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WorkingDate:
    """A date that the office set for itself."""

    on: date
    reason: str
    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class ShownRecommendation:
    """A recommendation with everything recorded about it."""

    id: int
    heading: str
    text: str
    kind: str
    inspection_id: int
    inspection: str
    published_on: date
    document_id: uuid.UUID | None
    page: int | None
    start: int | None
    end: int | None
    quote: str
    entry_reason: str
    parent: tuple[int, str] | None
    children: tuple[tuple[int, str], ...]
    clock: ShownClock
    deadline: ShownDeadline
    working_dates: tuple[WorkingDate, ...]
    """The newest first."""
    addressees: tuple[ShownAddressee, ...]
    limbs: tuple[ShownLimb, ...]
    links: tuple[ShownLink, ...]
    history: tuple[Event, ...]
    """The newest first."""
    can_decide: bool


def shown_recommendation(
    recommendation: Recommendation, *, viewer: Viewer, on: date
) -> ShownRecommendation:
    """A recommendation from `queries.whole_recommendations`."""
    inspection = recommendation.inspection
    addressees = list(recommendation.addressees.all())
    return ShownRecommendation(
        id=recommendation.pk,
        heading=heading(recommendation),
        text=recommendation.text,
        kind=recommendation.kind,
        inspection_id=inspection.pk,
        inspection=inspection.title,
        published_on=inspection.published_on,
        document_id=inspection.document_id,
        page=recommendation.page,
        start=recommendation.start,
        end=recommendation.end,
        quote=recommendation.quote,
        entry_reason=recommendation.entry_reason,
        parent=_short(recommendation.parent) if recommendation.parent else None,
        children=tuple(_short(one) for one in recommendation.children.all()),
        clock=shown_clock(inspection.published_on, inspection.legal_basis, on=on),
        deadline=shown_deadline(recommendation, on=on),
        working_dates=tuple(
            WorkingDate(one.on, one.reason, one.set_by.full_name, one.set_at)
            for one in reversed(recommendation.working_deadlines.all())
        ),
        addressees=tuple(_addressee(one) for one in addressees if one.limb_id is None),
        limbs=tuple(_limb(limb, addressees) for limb in recommendation.limbs.all()),
        links=_links(recommendation),
        history=_history(recommendation),
        can_decide=access.can_decide(viewer, inspection),
    )


def recommendation_words(recommendation: Recommendation) -> str:
    """A recommendation in one line, for choices and links."""
    inspection = recommendation.inspection
    return (
        f"{heading(recommendation)}, {inspection.title} "
        f"({date_in_words(inspection.published_on)}): {shortened(recommendation.text)}"
    )


def earlier_to_link(
    earlier: Mapping[str, Recommendation], alike: Mapping[str, int]
) -> list[tuple[str, str]]:
    """Earlier recommendations to choose from, each with how alike it is worded where it is.

    Args:
        earlier: by the value that choosing it sends.
        alike: of some of them, in 100.
    """
    return [
        (
            key,
            f"{recommendation_words(one)} (worded {alike[key]}% alike)"
            if key in alike
            else recommendation_words(one),
        )
        for key, one in earlier.items()
    ]


def _short(recommendation: Recommendation) -> tuple[int, str]:
    return recommendation.pk, f"{heading(recommendation)}: {shortened(recommendation.text)}"


def _limb(limb: Limb, addressees: Iterable[Addressee]) -> ShownLimb:
    return ShownLimb(
        label=limb.label,
        text=limb.text,
        deadline_worded=limb.deadline_worded,
        addressees=tuple(_addressee(one) for one in addressees if one.limb_id == limb.pk),
    )


def _addressee(addressee: Addressee) -> ShownAddressee:
    statements = list(reversed(addressee.statements.all()))
    status = AddresseeStatus(statements[0].status if statements else AddresseeStatus.NOTHING_KNOWN)
    return ShownAddressee(
        id=addressee.pk,
        name=addressee.name,
        condition=addressee.condition,
        status=status.label,
        colour=_STATUS_COLOURS[status],
        statements=tuple(
            ShownStatement(
                AddresseeStatus(one.status).label,
                one.known_on,
                one.note,
                one.recorded_by.full_name,
            )
            for one in statements
        ),
    )


def _links(recommendation: Recommendation) -> tuple[ShownLink, ...]:
    onward = (
        (RecommendationLinkKind(link.kind).label, link.to_recommendation, link)
        for link in recommendation.links_from.all()
    )
    backward = (
        (RecommendationLinkKind(link.kind).seen_from_the_other, link.from_recommendation, link)
        for link in recommendation.links_to.all()
    )
    return tuple(
        ShownLink(
            relation,
            other.pk,
            recommendation_words(other),
            link.reason,
            link.recorded_by.full_name,
        )
        for relation, other, link in (*onward, *backward)
    )


def _history(recommendation: Recommendation) -> tuple[Event, ...]:
    events = [
        Event(
            _MADE_BY[Verdict(decision.verdict)],
            decision.decided_by.full_name,
            decision.decided_at,
            decision.reason,
        )
        for decision in recommendation.decisions.all()[:1]
    ]
    if recommendation.entry_reason:
        events.append(
            Event(
                "Entered by hand",
                recommendation.created_by.full_name,
                recommendation.created_at,
                recommendation.entry_reason,
            )
        )
    events += [
        Event(
            "Corrected",
            one.corrected_by.full_name,
            one.corrected_at,
            one.reason,
            tuple(one.changes),
        )
        for one in recommendation.corrections.all()
    ]
    return tuple(sorted(events, key=lambda event: event.when, reverse=True))
