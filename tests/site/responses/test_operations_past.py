from __future__ import annotations

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from tests import factories
from tests import factories_responses as cases

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.publication.models import PublicInspection
from answerable_site.publication.operations import release_entry
from answerable_site.responses import operations, presenters, queries
from answerable_site.responses.models import KeptFile, PastResponse
from answerable_site.responses.rules.past import Explained, PastAnswer, PastStanding
from answerable_site.responses.rules.states import ResponseState

TODAY = cases.LATER.date()
WHOLE = PastAnswer(
    reference="R1",
    published_on=date(2026, 5, 1),
    address="https://office.example/answer",
    explained=Explained.ALL,
)


def recorded(case, answer: PastAnswer = WHOLE, *, role: str = "officer", **more) -> PastResponse:
    return operations.record_past_response(
        by=case.viewer(role), at=cases.LATER, answer=answer, **case.about, **more
    )


def due(case, on: date = TODAY):
    (found,) = queries.due_for(case.viewer("officer"), on=on)
    return found


def held(case, on: date) -> queries.Dossier:
    return queries.dossier_visible_to(
        case.viewer("officer"),
        inspection_id=case.inspection.pk,
        body_slug=case.office.body.slug,
        on=on,
    )


class TestRecordPastResponse:
    def test_says_what_is_known_and_can_be_corrected(self, case):
        recorded(case)
        past = recorded(case, PastAnswer(reference="R2"))
        assert PastResponse.objects.get() == past
        assert past.answer == PastAnswer(reference="R2")
        entry = AuditEntry.objects.filter(act="responses.record_past_response").last()
        assert entry.details["changed"]["published_on"] == ["2026-05-01", ""]

    def test_keeps_the_document_byte_for_byte_until_another_comes(self, case):
        recorded(case, document=ContentFile(b"\x00one"), document_name="a/b.pdf")
        past = recorded(case)
        assert (past.file.name, past.file.size) == ("a/b.pdf", 4)
        assert default_storage.open(past.file.stored_as).read() == b"\x00one"
        recorded(case, document=ContentFile(b"two"), document_name="c.pdf")
        assert PastResponse.objects.get().file.name == "c.pdf"
        assert KeptFile.objects.count() == 2

    @pytest.mark.parametrize("role", ["holder", "publisher", "chief", "administrator"])
    def test_is_for_response_officers_only(self, case, role):
        with pytest.raises(Refused):
            recorded(case, role=role)

    @pytest.mark.parametrize(
        "answer",
        [
            PastAnswer(published_on=date(2026, 5, 12)),
            PastAnswer(invited_on=date(2026, 5, 12)),
            PastAnswer(published_on=date(2026, 3, 31)),
        ],
        ids=["published tomorrow", "invited tomorrow", "before the report"],
    )
    def test_refuses_days_that_cannot_be(self, case, answer):
        with pytest.raises(operations.DatesOutOfOrder):
            recorded(case, answer)
        assert not PastResponse.objects.exists()

    def test_refuses_a_reference_of_another_response(self, case):
        recorded(case)
        other = cases.Case(case.office, cases.inspection(case.office, "Guard dogs"), [])
        with pytest.raises(operations.ReferenceTaken):
            recorded(other, PastAnswer(reference="r1"))
        recorded(other, PastAnswer(reference="R2"))
        recorded(case)

    def test_refuses_what_was_published_with_the_product(self, case):
        from answerable_site.publication import operations as press

        published = cases.published(case)
        with pytest.raises(operations.ResponsePublished):
            recorded(case)
        press.withdraw_response(
            by=case.viewer("publisher"), at=cases.LATER, response=published, reason="Wrong."
        )
        with pytest.raises(operations.PublishedHere):
            recorded(case)


class TestDue:
    def test_of_a_past_response_is_answered_before_and_not_open(self, case):
        recorded(case)
        found = due(case)
        assert found.state is ResponseState.ANSWERED_BEFORE
        assert not found.is_open
        assert found.past.standing is PastStanding.IN_TIME
        assert found.answered_on == date(2026, 5, 1)

    def test_is_never_overdue_although_the_day_of_the_answer_is_not_known(self, case):
        recorded(case, PastAnswer())
        found = due(case, on=date(2027, 1, 1))
        assert not found.is_overdue
        assert found.days_late == 0
        assert found.past.standing is PastStanding.NOT_KNOWN_WHEN

    def test_is_late_by_the_days_of_the_past_answer(self, case):
        at = cases.LATER.replace(month=12)
        late = PastAnswer(published_on=date(2026, 5, 28), explained=Explained.ALL)
        operations.record_past_response(by=case.viewer("officer"), at=at, answer=late, **case.about)
        assert due(case, on=at.date()).days_late == 2

    def test_counts_the_whole_answer_of_former_days_when_another_is_published_late(self, case):
        at = cases.LATER.replace(month=12)
        whole = PastAnswer(published_on=date(2026, 5, 1), explained=Explained.ALL)
        recorded(case, whole)
        cases.published(case, at)
        found = due(case, on=at.date())
        assert (found.answered_on, found.days_late) == (date(2026, 5, 1), 0)
        assert held(case, on=at.date()).answered_on == date(2026, 5, 1)

    def test_counts_the_later_answer_where_the_one_of_former_days_was_never_whole(self, case):
        at = cases.LATER.replace(month=12)
        recorded(case, PastAnswer(published_on=date(2026, 5, 1), explained=Explained.SOME))
        cases.published(case, at)
        assert due(case, on=at.date()).answered_on == at.date()

    def test_is_judged_in_the_evaluation_by_what_is_known_of_it(self, case):
        recorded(case, PastAnswer(published_on=date(2026, 5, 1)))
        found = held(case, on=date(2026, 12, 1))
        verdict = presenters.evaluation_of(found, on=date(2026, 12, 1)).verdict
        assert verdict == found.past_judgement.sentence

    def test_asks_the_database_no_more_often_for_past_responses(
        self, case, django_assert_num_queries
    ):
        recorded(case)
        viewer = case.viewer("officer")
        with django_assert_num_queries(2):
            queries.due_for(viewer, on=cases.LATER.date())


class TestPublicEntry:
    def entry(self, case) -> PublicInspection:
        return operations.prepare_public_entry(
            by=case.viewer("officer"), at=cases.LATER, **case.about
        )

    @pytest.mark.parametrize(
        ("explained", "is_complete"),
        [(Explained.ALL, True), (Explained.SOME, False), (Explained.NOT_KNOWN, None)],
    )
    def test_tells_the_public_of_the_earlier_answer(self, case, explained, is_complete):
        recorded(case, PastAnswer("", date(2026, 5, 1), WHOLE.address, explained=explained))
        facts = self.entry(case).facts
        assert facts.earlier_answer_on == date(2026, 5, 1)
        assert facts.earlier_answer_address == WHOLE.address
        assert facts.earlier_answer_is_complete is is_complete

    def test_waits_until_the_day_of_the_answer_is_known(self, case):
        recorded(case, PastAnswer())
        with pytest.raises(operations.EarlierDayNotKnown):
            self.entry(case)
        assert not PublicInspection.objects.exists()

    def test_without_a_past_response_tells_of_none(self, case):
        assert self.entry(case).facts.earlier_answer_on is None

    def test_is_outdated_once_a_past_response_is_recorded_and_can_be_corrected(self, case):
        entry = release_entry(by=case.viewer("publisher"), at=cases.LATER, entry=self.entry(case))
        recorded(case)
        duty = queries.duty_visible_to(
            case.viewer("officer"),
            inspection_id=case.inspection.pk,
            body_slug=case.office.body.slug,
        )
        held = queries.dossier(case.viewer("officer"), duty.inspection, duty.body, duty.response)
        assert held.entry_is_outdated
        correction = operations.prepare_entry_correction(
            by=case.viewer("officer"), at=cases.LATER, reason="Found in our files.", **case.about
        )
        assert correction.after["earlier_answer_on"] == "2026-05-01"
        assert correction.entry == entry


class TestPastResponses:
    def test_are_those_of_the_own_bodies_only(self, case):
        recorded(case)
        stranger = factories.viewer(factories.office("Sallowfen").officer)
        assert queries.past_responses(stranger) == []
        assert len(queries.past_responses(case.viewer("holder"))) == 1

    def test_can_be_searched_filtered_and_put_in_order(self, case):
        recorded(case)
        other = cases.Case(
            case.office, cases.inspection(case.office, "Guard dogs", date(2025, 1, 1)), []
        )
        recorded(other, PastAnswer(published_on=date(2025, 12, 1)))
        viewer = case.viewer("officer")

        def titles(**wanted: str) -> list[str]:
            found = queries.past_responses(viewer, queries.WantedPast(**wanted))
            return [one.inspection.title for one in found]

        both = ["Lost property in custody suites", "Guard dogs"]
        assert titles() == both
        assert titles(sort="oldest") == both[::-1]
        assert titles(sort="latest") == both[::-1]
        assert titles(sort="missing") == both[::-1]
        assert titles(q="GUARD") == titles(standing="late") == both[1:]
        assert titles(q="r1") == titles(standing="in_time") == both[:1]
        assert titles(missing="no") == []
        assert titles(missing="yes") == both


class TestPrintedAndUnrecorded:
    def test_are_reports_whose_document_holds_a_response(self, case):
        viewer = case.viewer("officer")
        assert queries.printed_and_unrecorded(viewer) == ()
        case.inspection.printed_response = {
            "policing_body": "We welcome it.",
            "chief_officer": "So do I.",
            "individually_explained": ["1"],
            "latest_mention_worded": "May 2026",
        }
        case.inspection.save()
        assert queries.printed_and_unrecorded(viewer) == ((case.inspection, case.office.body),)
        proposal = queries.proposed_from_document(case.inspection)
        assert proposal.answer == PastAnswer(explained=Explained.SOME)
        recorded(case)
        assert queries.printed_and_unrecorded(viewer) == ()
