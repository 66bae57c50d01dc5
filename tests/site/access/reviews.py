"""What one office of the matrix has to review of looks at cases, by route."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone
from tests import factories
from tests.site.access import seats
from tests.site.access.records import Records

from answerable_site.accessreview import operations, queries
from answerable_site.accessreview.models import HandOut, SampledLook
from answerable_site.accessreview.rules.breaches import BreachFacts, Regime
from answerable_site.accessreview.rules.handing_out import Recipient
from answerable_site.casework import operations as casework
from answerable_site.casework.models import Case
from answerable_site.casework.rules import Ground
from answerable_site.casework.subjects import subject_of
from answerable_site.people.rules import PRODUCT, Role, Viewer


def add_reviews(records: Records) -> None:
    """Somebody broke the glass of a case and looked at a decoy; both wait to be reviewed."""
    now = timezone.now()
    looker = _member(records, "Curious", Role.INVESTIGATOR)
    auditor = _member(records, "Auditor", Role.ACCESS_AUDITOR)
    case = _case(records, _member(records, "Detective", Role.INVESTIGATOR))
    decoy = casework.add_decoy(
        by=auditor,
        at=now,
        force=records.office.force,
        reported_on=date(2026, 4, 1),
        reference="77/26",
    )
    opening_id = _break_glass(looker, case)
    _break_glass(looker, decoy)
    _sample(records)
    breach = operations.record_breach(
        by=auditor,
        at=now,
        organisation=records.office.force,
        facts=BreachFacts(
            regime=Regime.PART_3,
            became_known_at=now,
            what_happened=f"A list of {records.mark} went to the wrong address.",
            kinds_of_data="Case numbers.",
            people_concerned=None,
            consequences="None is likely.",
            measures="The message was deleted.",
        ),
    )
    waiting, released = (_ask(records, auditor, case) for _ in range(2))
    _release(records, released)
    records.arguments |= {
        "accessreview:person": {"user_id": looker.user_id},
        "accessreview:record": {"case_id": case.pk},
        "accessreview:review_glass": {"opening_id": opening_id},
        "accessreview:confirm": {"look_id": _drawn(looker, case)},
        "accessreview:breach": {"breach_id": breach.pk},
        "accessreview:add_breach_event": {"breach_id": breach.pk},
        "accessreview:release": {"hand_out_id": waiting.pk},
        "accessreview:hand_out_file": {"hand_out_id": released.pk, "form": "json"},
    }


def _member(records: Records, name: str, role: Role) -> Viewer:
    user = factories.person(f"{records.mark} {name}", (records.office.force, role))
    return factories.viewer(user, on=timezone.localdate())


def _case(records: Records, by: Viewer) -> Case:
    return casework.add_case(
        by=by,
        at=timezone.now() - timedelta(hours=2),
        force=records.office.force,
        reported_on=date(2026, 4, 1),
        reference="12/26",
    )


def _break_glass(looker: Viewer, case: Case) -> int:
    opening = casework.open_case(
        by=looker,
        at=timezone.now() - timedelta(hours=1),
        case=case,
        ground=Ground.LINKED_CASE,
        words="The sergeant asked me to look for a link.",
    )
    return opening.pk


def _sample(records: Records) -> None:
    now = timezone.now()
    looks = queries.looks_to_sample(
        records.office.force.pk, since=now - timedelta(days=1), until=now
    )
    operations.draw_sample(
        by=PRODUCT,
        at=now,
        organisation=records.office.force,
        week_begins=date(2026, 5, 4),
        looks=looks,
        seed=1,
    )


def _drawn(looker: Viewer, case: Case) -> int:
    look = SampledLook.objects.get(looker=looker.user_id, record=subject_of(case))
    return look.pk


def _ask(records: Records, auditor: Viewer, case: Case) -> HandOut:
    return operations.ask_hand_out(
        by=auditor,
        at=timezone.now(),
        case=case,
        recipient=Recipient.COURT,
        recipient_name=f"{records.mark} Crown Court",
        purpose="Proceedings 7 of 2026.",
    )


def _release(records: Records, hand_out: HandOut) -> None:
    """The supervisor of the matrix opens the case and lets it go."""
    now = timezone.now()
    user = seats.member(records.office, Role.SUPERVISOR)
    supervisor = factories.viewer(user, on=timezone.localdate())
    casework.open_case(
        by=supervisor, at=now, case=hand_out.case, ground=Ground.SUPERVISION, words=""
    )
    counted = queries.parcel_for(hand_out).count
    operations.release(by=supervisor, at=now, hand_out=hand_out, counted=counted)
