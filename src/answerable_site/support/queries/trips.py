"""The round trip of referrals, and offers of support at each stage, read from the cases alone."""

from __future__ import annotations

from datetime import datetime

from answerable_site.casework.models import Case
from answerable_site.casework.queries import case_files, offered_cases, referred_cases
from answerable_site.people.rules import Role, Viewer
from answerable_site.support.queries.services import isva_organisations
from answerable_site.support.rules import OffersAtStage, Trip, offers_by_stage, trips_in


def trips_of(viewer: Viewer, *, at: datetime) -> tuple[list[Case], list[Trip]]:
    """Referrals to the services of a support worker in the cases that are open to them.

    Returns:
        Every case that was read, to be noted by whoever shows them, and the referrals.
    """
    services = sorted(viewer.organisations_where(Role.SUPPORT_WORKER))
    cases = referred_cases(viewer, at=at)
    files = [file for _, file in case_files(cases)]
    return cases, [
        trip for file in files for service in services for trip in trips_in(file, service)
    ]


def offers_led_by(viewer: Viewer) -> tuple[list[Case], list[OffersAtStage]]:
    """Offers of support at each stage in the cases of a force that a viewer leads.

    Returns:
        Every case that was counted, to be noted by whoever shows the numbers, and the numbers.
    """
    cases = offered_cases(viewer)
    files = (file for _, file in case_files(cases))
    return cases, offers_by_stage(files, isva_organisations())
