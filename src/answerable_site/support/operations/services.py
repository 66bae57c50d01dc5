"""The directory of services, their capacity, and what is commissioned."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Viewer
from answerable_site.support import access
from answerable_site.support.models import (
    Capacity,
    Contract,
    Need,
    OutcomeReport,
    Service,
    ServiceEntry,
)
from answerable_site.support.rules import (
    ServiceKind,
    ServiceRefused,
    check_month,
    check_reached,
    check_span,
)


@dataclass(frozen=True, slots=True)
class Described:
    """What the directory says of a service."""

    name: str
    kind: ServiceKind
    what: str
    for_whom: str
    areas: str
    how_to_refer: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class MonthOfCapacity:
    """How many people a service could support in a month, and how many waited."""

    month: date
    places: int
    in_support: int
    waiting: int
    usual_wait: int | None


@dataclass(frozen=True, slots=True)
class NewContract:
    """What a service is commissioned to do."""

    title: str
    from_on: date
    to_on: date
    pounds: int
    outcomes_wanted: str
    need: Need | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """What a service says was reached."""

    from_on: date
    to_on: date
    outcome: str
    supported: int
    reached: int
    how_known: str
    contract: Contract | None = None


@transaction.atomic
def add_service(
    *,
    by: Viewer,
    at: datetime,
    body: Organisation,
    organisation: Organisation | None,
    described: Described,
) -> Service:
    """Put a service into the directory, commissioned or not.

    Args:
        organisation: where its people work with this product; they can then ask people in
            surveys, and keep their entry and capacity themselves. None where they do not.

    Raises:
        access.Refused: the viewer keeps no directory of the body.
        ServiceRefused: the organisation is no support service, or is in the directory already.
    """
    access.check_can_keep(by, body.pk)
    if organisation is not None:
        if organisation.kind != OrganisationKind.SUPPORT_SERVICE:
            raise ServiceRefused("Choose a support service")
        if Service.objects.filter(body=body, organisation=organisation).exists():
            raise ServiceRefused("This service is in the directory already")
    added = Service.objects.create(body=body, organisation=organisation, at=at, by_id=signed_in(by))
    _describe(added, described, by, at)
    record(by=by, at=at, act="support.add_service", subject=added.subject)
    return added


@transaction.atomic
def describe_service(
    *, by: Viewer, at: datetime, service: Service, described: Described
) -> ServiceEntry:
    """Say anew what the directory says of a service. What it said before stays to be read.

    Raises:
        access.Refused: the viewer keeps neither the directory nor the service.
        ServiceRefused: it was taken out of the directory.
    """
    held = _locked(service, by)
    entry = _describe(held, described, by, at)
    record(by=by, at=at, act="support.describe_service", subject=held.subject)
    return entry


@transaction.atomic
def end_service(*, by: Viewer, at: datetime, service: Service, reason: str) -> Service:
    """Take a service out of the directory. Its history stays.

    Raises:
        access.Refused: the viewer keeps no directory of the body.
        ServiceRefused: it was taken out already, or there is no reason.
    """
    held = _locked(service, by)
    access.check_can_keep(by, held.body_id)
    held.ended_because = reason.strip()
    if not held.ended_because:
        raise ServiceRefused("Say why it is taken out")
    held.ended_at, held.ended_by_id = at, signed_in(by)
    held.save(update_fields=["ended_at", "ended_by", "ended_because"])
    record(
        by=by,
        at=at,
        act="support.end_service",
        subject=held.subject,
        reason=held.ended_because,
    )
    return held


@transaction.atomic
def record_capacity(
    *, by: Viewer, at: datetime, service: Service, new: MonthOfCapacity
) -> Capacity:
    """Record how many people a service could support in a month, and how many waited. Of several
    for one month the latest recorded counts.

    Raises:
        access.Refused: the viewer keeps neither the directory nor the service.
        ServiceRefused: the month lies ahead, or it was taken out of the directory.
    """
    held = _locked(service, by)
    check_month(new.month, today=timezone.localdate(at))
    capacity = Capacity.objects.create(service=held, **asdict(new), at=at, by_id=signed_in(by))
    record(
        by=by,
        at=at,
        act="support.record_capacity",
        subject=held.subject,
        details={"month": new.month.isoformat(), "waiting": new.waiting},
    )
    return capacity


@transaction.atomic
def add_need(
    *,
    by: Viewer,
    at: datetime,
    body: Organisation,
    title: str,
    words: str,
    source: str,
    assessed_on: date,
) -> Need:
    """Record what was found to be needed, and by which assessment.

    Raises:
        access.Refused: the viewer keeps no directory of the body.
    """
    access.check_can_keep(by, body.pk)
    need = Need.objects.create(
        body=body,
        title=title.strip(),
        words=words.strip(),
        source=source.strip(),
        assessed_on=assessed_on,
        at=at,
        by_id=signed_in(by),
    )
    record(by=by, at=at, act="support.add_need", subject=f"support.need:{need.pk}")
    return need


@transaction.atomic
def add_contract(*, by: Viewer, at: datetime, service: Service, new: NewContract) -> Contract:
    """Record what a service is commissioned to do.

    Raises:
        access.Refused: the viewer keeps no directory of the body.
        ServiceRefused: it would end before it begins, or the service was taken out.
    """
    held = _locked(service, by)
    access.check_can_keep(by, held.body_id)
    check_span(new.from_on, new.to_on)
    contract = Contract.objects.create(
        service=held,
        need=new.need,
        title=new.title.strip(),
        from_on=new.from_on,
        to_on=new.to_on,
        pounds=new.pounds,
        outcomes_wanted=new.outcomes_wanted.strip(),
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="support.add_contract",
        subject=held.subject,
        details={"contract": contract.pk, "pounds": new.pounds},
    )
    return contract


@transaction.atomic
def report_outcome(*, by: Viewer, at: datetime, service: Service, new: Reached) -> OutcomeReport:
    """Record what a service says was reached, commissioned or not.

    Raises:
        access.Refused: the viewer keeps neither the directory nor the service.
        ServiceRefused: the numbers or days cannot be so, or the contract is another service’s.
    """
    held = _locked(service, by)
    check_span(new.from_on, new.to_on)
    check_reached(new.reached, new.supported)
    if new.contract is not None and new.contract.service_id != held.pk:
        raise ServiceRefused("Choose a contract of this service")
    report = OutcomeReport.objects.create(
        service=held,
        contract=new.contract,
        from_on=new.from_on,
        to_on=new.to_on,
        outcome=new.outcome.strip(),
        supported=new.supported,
        reached=new.reached,
        how_known=new.how_known.strip(),
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="support.report_outcome",
        subject=held.subject,
        details={"report": report.pk},
    )
    return report


def _locked(service: Service, by: Viewer) -> Service:
    held = Service.objects.select_for_update().get(pk=service.pk)
    access.check_can_keep_service(by, held)
    if held.ended_at is not None:
        raise ServiceRefused("This service was taken out of the directory.")
    return held


def _describe(service: Service, described: Described, by: Viewer, at: datetime) -> ServiceEntry:
    return ServiceEntry.objects.create(
        service=service, **asdict(described), at=at, by_id=signed_in(by)
    )
