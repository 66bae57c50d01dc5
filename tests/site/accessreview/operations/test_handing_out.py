from __future__ import annotations

import json
from datetime import timedelta

import pytest
from tests import factories_cases, factories_looks
from tests.factories_cases import AT, WORDS
from tests.factories_looks import LATER

from answerable_site.accessreview import operations, queries
from answerable_site.accessreview.models import HandOut, Release
from answerable_site.accessreview.rules.handing_out import CountDiffers, Recipient
from answerable_site.audit.models import AuditEntry
from answerable_site.audit.operations import erase_content
from answerable_site.audit.rules import Processing
from answerable_site.casework import operations as casework
from answerable_site.casework.operations import CaseOutOfReach
from answerable_site.casework.rules import ReferenceKind
from answerable_site.people.access import Refused
from answerable_site.people.rules import PRODUCT, Role

pytestmark = pytest.mark.django_db
STAFF = ("Wexmoor Investigator", "Wexmoor Curious")


def asked(looked, recipient=Recipient.SUBJECT, by=None) -> HandOut:
    return operations.ask_hand_out(
        by=by or looked.auditor,
        at=LATER,
        case=looked.case,
        recipient=recipient,
        recipient_name="Exmere Crown Court",
        purpose="Request 12 of 2026.",
    )


def release(looked, hand_out, counted=None, by=None) -> Release:
    if counted is None:
        counted = queries.parcel_for(hand_out).count
    return operations.release(
        by=by or looked.supervisor,
        at=LATER + timedelta(minutes=5),
        hand_out=hand_out,
        counted=counted,
    )


@pytest.fixture
def opened(looked):
    """The case is open to the supervisor."""
    factories_cases.opened(looked.county, Role.SUPERVISOR, at=LATER)
    return looked


class TestAskHandOut:
    def test_is_refused_to_those_who_do_not_audit_access_in_the_force(self, looked):
        other = factories_looks.looked("Sallowfen", "9/26")
        for by in (looked.supervisor, other.auditor):
            with pytest.raises(Refused):
                asked(looked, by=by)

    def test_is_seen_by_auditors_and_supervisors_of_the_force_alone(self, looked):
        hand_out = asked(looked)
        other = factories_looks.looked("Sallowfen", "9/26")
        for viewer in (looked.auditor, looked.supervisor):
            assert list(queries.hand_outs_visible_to(viewer)) == [hand_out]
        for viewer in (other.auditor, other.supervisor, looked.looking):
            assert not queries.hand_outs_visible_to(viewer).exists()

    def test_leaves_one_entry(self, looked):
        before = AuditEntry.objects.count()
        asked(looked)
        assert AuditEntry.objects.count() == before + 1


class TestCaseToAskAbout:
    def find(self, looked, viewer, reference="12a 34567 26"):
        return queries.case_to_ask_about(viewer, looked.county.force, reference)

    def test_is_found_by_its_crime_reference_in_any_spelling(self, looked):
        assert self.find(looked, looked.auditor) == looked.case

    def test_is_none_for_an_auditor_of_another_force(self, looked):
        assert self.find(looked, factories_looks.looked("Sallowfen", "9/26").auditor) is None

    def test_is_never_a_decoy(self, looked):
        casework.add_decoy(
            by=looked.auditor,
            at=AT,
            force=looked.county.force,
            reported_on=AT.date(),
            reference="77/26",
        )
        assert self.find(looked, looked.auditor, "77/26") is None


class TestRelease:
    def test_keeps_exactly_what_went_under_a_seal(self, opened):
        released = release(opened, asked(opened))
        told = json.loads(queries.told_in(released))
        assert told["records"] == released.records
        assert "12A/34567/26" in queries.told_in(released)
        assert "12A/34567/26" not in released.sealed

    def test_is_refused_for_another_count(self, opened):
        hand_out = asked(opened)
        with pytest.raises(CountDiffers):
            release(opened, hand_out, queries.parcel_for(hand_out).count + 1)
        assert not Release.objects.exists()

    def test_is_refused_to_whoever_asked(self, opened):
        hand_out = asked(opened)
        HandOut.objects.update(asked_by=opened.supervisor.user_id)
        with pytest.raises(Refused, match="another person"):
            release(opened, hand_out)

    def test_is_refused_to_those_who_do_not_supervise_in_the_force(self, opened):
        hand_out = asked(opened)
        other = factories_looks.looked("Sallowfen", "9/26")
        for by in (opened.auditor, opened.looking, other.supervisor):
            with pytest.raises(Refused):
                release(opened, hand_out, by=by)

    def test_is_refused_while_the_case_is_closed_to_the_supervisor(self, looked):
        hand_out = asked(looked)
        with pytest.raises(CaseOutOfReach):
            release(looked, hand_out)

    def test_is_done_once(self, opened):
        hand_out = asked(opened)
        release(opened, hand_out)
        with pytest.raises(operations.AlreadyReleased):
            release(opened, hand_out)

    def test_leaves_one_entry_of_a_disclosure_with_recipient_and_reason(self, opened):
        hand_out = asked(opened)
        before = AuditEntry.objects.count()
        release(opened, hand_out)
        assert AuditEntry.objects.count() == before + 1
        entry = AuditEntry.objects.latest("sequence")
        assert entry.kind == Processing.DISCLOSURE
        assert entry.recipients == ("Exmere Crown Court",)
        assert entry.reason == "Request 12 of 2026."
        assert entry.records == (f"casework.case:{opened.case.pk}",)


class TestTheParcel:
    def told(self, looked, recipient=Recipient.SUBJECT) -> str:
        return str(queries.parcel_for(asked(looked, recipient)))

    def test_names_no_staff_and_repeats_no_words_to_the_person_concerned(self, looked):
        told = self.told(looked)
        assert not any(name in told for name in STAFF)
        assert WORDS not in told
        assert "Names of staff" in told

    def test_names_them_to_a_court(self, looked):
        told = self.told(looked, Recipient.COURT)
        assert all(name in told for name in STAFF)
        assert WORDS in told

    def test_holds_no_reference_of_another_organisation_and_says_so(self, looked):
        county = looked.county
        factories_cases.shared(county, county.service)
        factories_cases.assigned(county, Role.SUPPORT_WORKER, county.service)
        casework.add_reference(
            by=county.viewer(Role.SUPPORT_WORKER),
            at=AT,
            case=county.case,
            kind=ReferenceKind.SERVICE,
            owner=county.service,
            reference="SARA-9",
        )
        told = self.told(looked, Recipient.COURT)
        assert "SARA-9" not in told
        assert "another organisation gave, for that organisation to say: 1." in told

    def test_says_that_content_was_erased(self, looked):
        entry = AuditEntry.objects.get(act="casework.open_case")
        erase_content(by=PRODUCT, at=AT, entry=entry, reason="An order of the court.")
        assert "whose content was erased: 1." in self.told(looked)

    def test_does_not_change_with_what_comes_after_it_was_asked_for(self, looked):
        hand_out = asked(looked)
        before = queries.parcel_for(hand_out)
        later = LATER + timedelta(hours=1)
        factories_looks.broken(looked.county, looked.looking, at=later)
        casework.share(
            by=looked.supervisor, at=later, case=looked.case, organisation=looked.county.area
        )
        assert queries.parcel_for(hand_out) == before


class TestNoteFileTaken:
    def test_leaves_one_entry_that_is_a_look(self, opened):
        released = release(opened, asked(opened))
        before = AuditEntry.objects.count()
        operations.note_file_taken(by=opened.supervisor, at=LATER, released=released, form="pdf")
        assert AuditEntry.objects.count() == before + 1
        assert AuditEntry.objects.latest("sequence").records == (f"casework.case:{opened.case.pk}",)

    def test_is_refused_to_the_auditor(self, opened):
        released = release(opened, asked(opened))
        with pytest.raises(Refused):
            operations.note_file_taken(by=opened.auditor, at=LATER, released=released, form="pdf")
