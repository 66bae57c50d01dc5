"""One case of each office of the matrix: assigned to one investigator, opened by one supervisor."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from tests import factories
from tests.site.access import seats
from tests.site.access.records import AT, Records

from answerable.records.codes.ethnicity import Observed
from answerable.records.kinds.characteristics import EthnicityObserved
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import VictimIdentified
from answerable.statute import Confidence, Unit
from answerable_site.casework import operations
from answerable_site.casework.rules import SHARES_WITH, Ground
from answerable_site.people.rules import Role


def add_cases(records: Records) -> None:
    """A case that every organisation around the office shares."""
    office = records.office
    investigator, supervisor = (
        factories.viewer(seats.member(office, role), on=AT.date())
        for role in (Role.INVESTIGATOR, Role.SUPERVISOR)
    )
    case = operations.add_case(
        by=investigator,
        at=AT,
        force=office.force,
        reported_on=date(2026, 4, 1),
        reference=f"{records.mark}/1/26",
    )
    operations.open_case(
        by=supervisor,
        at=timezone.now(),
        case=case,
        ground=Ground.SUPERVISION,
        words="",
    )
    shares = [
        operations.share(
            by=supervisor, at=AT, case=case, organisation=seats.organisation(office, kind)
        )
        for kind in sorted(SHARES_WITH)
    ]
    for route in ("case", "open", "add_reference", "assign", "share"):
        records.arguments[f"casework:{route}"] = {"case_id": case.pk}
    victim = operations.record_event(
        by=investigator,
        at=AT,
        case=case,
        event=VictimIdentified(on=date(2026, 4, 1), victim=1),
    )
    operations.record_event(
        by=supervisor,
        at=timezone.now(),
        case=case,
        event=Decision(
            on=date(2026, 4, 2),
            maker=Maker.POLICE,
            made=What.REFER,
            rationale="Both stages are met.",
        ),
    )
    operations.record_event(
        by=investigator,
        at=AT,
        case=case,
        event=EthnicityObserved(on=date(2026, 4, 1), victim=1, observed=Observed.IC1),
    )
    for route in ("choose_event", "letter", "notice"):
        records.arguments[f"casework:{route}"] = {"case_id": case.pk}
    records.arguments["casework:record"] = {"case_id": case.pk, "kind": "support_offered"}
    records.arguments["casework:event"] = {"case_id": case.pk, "number": victim.number}
    records.arguments["casework:rule"] = {"code": "support_offered"}
    records.arguments["casework:end_share"] = {"share_id": shares[0].pk}
    records.arguments["casework:end_assignment"] = {"assignment_id": case.assignments.get().pk}


def add_limits(records: Records) -> None:
    """A limit of the force that one of its administrators proposed, and another may confirm."""
    force = records.office.force
    proposer = factories.person(f"{records.mark} Proposer", (force, Role.ADMINISTRATOR))
    version = operations.set_limit(
        by=factories.viewer(proposer, on=AT.date()),
        at=AT,
        organisation=force,
        code="supervisor_review",
        count=14,
        unit=Unit.CALENDAR_DAYS,
        citation=f"Policy of {records.mark} on supervision",
        source="",
        confidence=Confidence.REASONED,
        in_force_from=date(2026, 5, 1),
        in_force_to=None,
        reason=f"The policy of {records.mark} asks for two weeks.",
    )
    for route in ("limit", "set_limit"):
        records.arguments[f"casework:{route}"] = {
            "organisation_id": force.pk,
            "code": "supervisor_review",
        }
    records.arguments["casework:confirm_limit"] = {"version_id": version.pk}
