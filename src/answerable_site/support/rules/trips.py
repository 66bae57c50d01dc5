"""The round trip of a referral to a support service, as the events of a case tell it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.records.file import CaseFile
from answerable.records.kinds.support import (
    Answer,
    SupportAcknowledged,
    SupportContact,
    SupportEnded,
    SupportOffered,
    SupportReferred,
    WhyEnded,
)
from answerable.records.stages import Stage


class TripState(StrEnum):
    """How far a referral has come."""

    WAITING = "waiting"
    ACKNOWLEDGED = "acknowledged"
    IN_TOUCH = "in_touch"
    ENDED = "ended"
    NOT_REACHED = "not_reached"
    NOT_TAKEN_UP = "not_taken_up"

    @property
    def label(self) -> str:
        return _STATES[self]


_STATES = {
    TripState.WAITING: "Not acknowledged yet",
    TripState.ACKNOWLEDGED: "Acknowledged, no contact yet",
    TripState.IN_TOUCH: "In contact",
    TripState.ENDED: "Ended",
    TripState.NOT_REACHED: "Ended without contact",
    TripState.NOT_TAKEN_UP: "Not taken up by the service",
}


@dataclass(frozen=True, slots=True)
class Trip:
    """One referral to a service, and what came of it."""

    case_id: int
    referred_on: date
    has_consent: bool
    acknowledged_on: date | None
    """The day on which the service first said that it has the referral; None where it was not
    recorded, which who is in contact need not do."""
    contacted_on: date | None
    """The day of the first contact."""
    contacts: int
    ended_on: date | None
    why: WhyEnded | None

    @property
    def state(self) -> TripState:
        if self.ended_on is None:
            if self.contacts:
                return TripState.IN_TOUCH
            return TripState.ACKNOWLEDGED if self.acknowledged_on else TripState.WAITING
        if self.contacts:
            return TripState.ENDED
        if self.why is WhyEnded.SERVICE_ENDED:
            return TripState.NOT_TAKEN_UP
        return TripState.NOT_REACHED

    def days_to_contact(self, *, on: date) -> int:
        """Calendar days from the referral to the first contact, or until now."""
        until = self.contacted_on or self.ended_on or on
        return (until - self.referred_on).days


def trips_in(file: CaseFile, service: int) -> Iterator[Trip]:
    """The referrals of one case to a service, in the order of recording.

    Args:
        service: the number of the organisation.
    """
    acknowledged = [one for _, one in file.of(SupportAcknowledged)]
    contacts = [one for _, one in file.of(SupportContact)]
    endings = [one for _, one in file.of(SupportEnded)]
    for number, referred in file.of(SupportReferred):
        if referred.service != service:
            continue
        known = [one.on for one in acknowledged if file.standing_number(one.referral) == number]
        own = [one.on for one in contacts if file.standing_number(one.referral) == number]
        ended = next((one for one in endings if file.standing_number(one.referral) == number), None)
        yield Trip(
            case_id=file.case,
            referred_on=referred.on,
            has_consent=referred.has_consent,
            acknowledged_on=min(known, default=None),
            contacted_on=own[0] if own else None,
            contacts=len(own),
            ended_on=ended.on if ended else None,
            why=ended.why if ended else None,
        )


@dataclass(frozen=True, slots=True)
class OffersAtStage:
    """How victims answered to offers of support at one stage."""

    stage: Stage
    by_answer: Mapping[Answer, int]
    of_isvas: int
    """Offers that named a service with ISVAs."""

    @property
    def offers(self) -> int:
        return sum(self.by_answer.values())


def offers_by_stage(files: Iterable[CaseFile], isvas: Collection[int]) -> list[OffersAtStage]:
    """The offers of support in some cases, for each stage in its order, noughts included.

    Args:
        isvas: the numbers of the organisations that have ISVAs.
    """
    found: dict[Stage, list[SupportOffered]] = {stage: [] for stage in Stage}
    for file in files:
        for _, offer in file.of(SupportOffered):
            found[offer.stage].append(offer)
    return [
        OffersAtStage(
            stage=stage,
            by_answer={answer: sum(one.answer is answer for one in offers) for answer in Answer},
            of_isvas=sum(one.service in isvas for one in offers),
        )
        for stage, offers in found.items()
    ]
