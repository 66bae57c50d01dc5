"""What services are, and what can be said of their capacity and contracts."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final


class ServiceKind(StrEnum):
    """What a support service mainly is."""

    ISVA = "isva"
    REFERRAL_CENTRE = "referral_centre"
    COUNSELLING = "counselling"
    HELPLINE = "helpline"
    ADVOCACY = "advocacy"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _KINDS[self]


_KINDS: Final = {
    ServiceKind.ISVA: "Independent sexual violence advisers (ISVA)",
    ServiceKind.REFERRAL_CENTRE: "Sexual assault referral centre (SARC)",
    ServiceKind.COUNSELLING: "Counselling or therapy",
    ServiceKind.HELPLINE: "Helpline",
    ServiceKind.ADVOCACY: "Other advocacy",
    ServiceKind.OTHER: "Something else",
}


class ServiceRefused(ValueError):
    """What cannot be said of a service, a contract or a need."""


def check_month(month: date, *, today: date) -> None:
    """Raises ServiceRefused for a month that lies ahead."""
    if month.day != 1:
        raise ServiceRefused("A month is named by its first day")
    if month > today:
        raise ServiceRefused("The month must be this one or one in the past")


def check_span(from_on: date, to_on: date) -> None:
    """Raises ServiceRefused where the last day comes before the first."""
    if to_on < from_on:
        raise ServiceRefused("The last day must not come before the first")


def check_reached(reached: int, of: int) -> None:
    """Raises ServiceRefused where more people reached an outcome than were supported."""
    if reached > of:
        raise ServiceRefused("No more people can have reached the outcome than were supported")


def free_places(places: int, in_support: int) -> int:
    """How many more people could be supported; never fewer than nought."""
    return max(places - in_support, 0)


def is_running(from_on: date, to_on: date, *, on: date) -> bool:
    """Whether a contract runs on a day, both days inclusive."""
    return from_on <= on <= to_on
