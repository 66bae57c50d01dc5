"""Services, what is commissioned, round trips, meetings and roles, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable.records.kinds.support import Answer
from answerable_site.design.dates import date_in_words
from answerable_site.support.rules import (
    OffersAtStage,
    ServiceKind,
    Trip,
    TripState,
    free_places,
    is_due_for_review,
    is_running,
)

if TYPE_CHECKING:
    from answerable_site.support.models import (
        Capacity,
        Contract,
        MeetingPoint,
        Need,
        OutcomeReport,
        RolePage,
        Service,
        ServiceEntry,
    )

_TRIP_COLOURS = {
    TripState.WAITING: "yellow",
    TripState.ACKNOWLEDGED: "blue",
    TripState.IN_TOUCH: "green",
    TripState.ENDED: "grey",
    TripState.NOT_REACHED: "red",
    TripState.NOT_TAKEN_UP: "red",
}


@dataclass(frozen=True, slots=True)
class ShownService:
    """A service in a list."""

    id: int
    name: str
    kind: str
    areas: str
    body: str
    commissioned: str
    colour: str
    capacity: str
    ended: str
    """Why it was taken out; empty where it is in the directory."""


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """What the directory says of a service."""

    facts: tuple[tuple[str, str], ...]
    said: str
    """By whom and when."""


@dataclass(frozen=True, slots=True)
class ShownContract:
    """What a service is commissioned to do."""

    id: int
    title: str
    when: str
    tag: str
    colour: str
    pounds: str
    outcomes_wanted: str
    need: str


@dataclass(frozen=True, slots=True)
class ShownNeed:
    """What was found to be needed, and what answers it."""

    title: str
    words: str
    source: str
    answered_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownTrip:
    """One referral, and what came of it."""

    case_id: int
    title: str
    tag: str
    colour: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """What was talked about or agreed."""

    words: str
    action_id: int | None
    action: str


@dataclass(frozen=True, slots=True)
class ShownRole:
    """Who does what."""

    id: int
    name: str
    body: str
    does: str
    does_not: str
    when_to_ask: str
    owner: str
    review: str
    is_due: bool


def shown_service(
    service: Service,
    contracts: Iterable[Contract],
    capacity: Capacity | None,
    *,
    today: date,
) -> ShownService:
    """One service, from `queries.services_visible_to`."""
    runs = any(is_running(one.from_on, one.to_on, on=today) for one in contracts)
    return ShownService(
        id=service.pk,
        name=service.name,  # type: ignore[attr-defined]
        kind=ServiceKind(service.kind).label,  # type: ignore[attr-defined]
        areas=service.areas,  # type: ignore[attr-defined]
        body=service.body.name,
        commissioned="Commissioned" if runs else "Not commissioned",
        colour="blue" if runs else "grey",
        capacity=capacity_in_words(capacity) if capacity else "Capacity not recorded",
        ended=service.ended_because,
    )


def capacity_in_words(capacity: Capacity) -> str:
    """Places, people in support and people waiting in a month."""
    free = free_places(capacity.places, capacity.in_support)
    waited = (
        "nobody’s support began"
        if capacity.usual_wait is None
        else f"people had usually waited {capacity.usual_wait} days"
    )
    return (
        f"{month_in_words(capacity.month)}: {free} of {capacity.places} places free, "
        f"{capacity.waiting} waiting, {waited}"
    )


def month_in_words(month: date) -> str:
    """Such as "May 2026"."""
    return date_in_words(month).partition(" ")[2]


def capacity_rows(capacities: Iterable[Capacity]) -> list[tuple[str, int, int, int, str]]:
    """Month by month: places, in support, waiting, usual wait in days."""
    return [
        (
            month_in_words(one.month),
            one.places,
            one.in_support,
            one.waiting,
            "–" if one.usual_wait is None else str(one.usual_wait),
        )
        for one in capacities
    ]


def shown_entry(entry: ServiceEntry) -> ShownEntry:
    """What the directory says, or said."""
    return ShownEntry(
        facts=(
            ("What it does", entry.what),
            ("For whom", entry.for_whom),
            ("Where", entry.areas),
            ("How somebody is referred", entry.how_to_refer),
            ("How people turn to it themselves", entry.contact or "Only by referral"),
        ),
        said=f"{entry.by.full_name}, {date_in_words(entry.at)}",
    )


def shown_contract(contract: Contract, *, today: date) -> ShownContract:
    """One contract."""
    runs = is_running(contract.from_on, contract.to_on, on=today)
    ahead = contract.from_on > today
    return ShownContract(
        id=contract.pk,
        title=contract.title,
        when=f"{date_in_words(contract.from_on)} to {date_in_words(contract.to_on)}",
        tag="Runs" if runs else "Begins later" if ahead else "Over",
        colour="green" if runs else "yellow" if ahead else "grey",
        pounds=f"£{contract.pounds:,}",
        outcomes_wanted=contract.outcomes_wanted,
        need=contract.need.title if contract.need else "",
    )


def shown_need(need: Need) -> ShownNeed:
    """One need, from `queries.needs_visible_to`."""
    return ShownNeed(
        title=need.title,
        words=need.words,
        source=f"{need.source}, {date_in_words(need.assessed_on)}",
        answered_by=tuple(
            f"{one.title}, {date_in_words(one.from_on)} to {date_in_words(one.to_on)}"
            for one in need.contracts.all()
        ),
    )


def outcome_rows(reports: Iterable[OutcomeReport]) -> list[tuple[str, str, str, str]]:
    """What was reached: when, what, how many of how many, and how it is known."""
    return [
        (
            f"{date_in_words(one.from_on)} to {date_in_words(one.to_on)}",
            f"{one.outcome} ({one.contract.title if one.contract else 'not commissioned'})",
            f"{one.reached} of {one.supported}",
            one.how_known,
        )
        for one in reports
    ]


def shown_trip(trip: Trip, *, on: date) -> ShownTrip:
    """One referral."""
    days = trip.days_to_contact(on=on)
    facts = [f"Referred on {date_in_words(trip.referred_on)}"]
    if trip.acknowledged_on:
        facts.append(f"Acknowledged on {date_in_words(trip.acknowledged_on)}")
    if trip.contacted_on:
        facts.append(f"First contact on {date_in_words(trip.contacted_on)}, after {days} days")
        facts.append(f"Contacts: {trip.contacts}")
    elif trip.ended_on is None:
        facts.append(f"No contact for {days} days")
    if trip.ended_on:
        why = f": {trip.why.label.lower()}" if trip.why else ""
        facts.append(f"Ended on {date_in_words(trip.ended_on)}{why}")
    if not trip.has_consent:
        facts.append("Recorded without the victim’s consent")
    return ShownTrip(
        case_id=trip.case_id,
        title=f"Case {trip.case_id}",
        tag=trip.state.label,
        colour=_TRIP_COLOURS[trip.state],
        facts=tuple(facts),
    )


ANSWERS: Sequence[Answer] = tuple(Answer)


def offer_rows(offers: Iterable[OffersAtStage]) -> list[tuple[str, ...]]:
    """For each stage: offers, what was answered to them, and offers of an ISVA."""
    return [
        (
            one.stage.label,
            str(one.offers),
            *(str(one.by_answer[answer]) for answer in ANSWERS),
            str(one.of_isvas),
        )
        for one in offers
    ]


def offer_header() -> tuple[str, ...]:
    """The header of `offer_rows`."""
    return ("Stage", "Offers", *(answer.label for answer in ANSWERS), "Of an ISVA service")


def shown_point(point: MeetingPoint) -> ShownPoint:
    """One point of a meeting."""
    action = point.action
    return ShownPoint(
        words=point.words,
        action_id=action.pk if action else None,
        action=action.title if action else "",
    )


def shown_role(page: RolePage, *, today: date) -> ShownRole:
    """One page, from `queries.role_pages_around`."""
    text, *_ = page.texts.all()
    return ShownRole(
        id=page.pk,
        name=page.organisation.name,
        body=page.body.name,
        does=text.does,
        does_not=text.does_not,
        when_to_ask=text.when_to_ask,
        owner=text.owner.full_name,
        review=date_in_words(text.review_on),
        is_due=is_due_for_review(text.review_on, on=today),
    )
