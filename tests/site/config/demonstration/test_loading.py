from __future__ import annotations

from datetime import datetime

import pytest
from django.db.models import QuerySet
from django.utils import timezone
from tests.site.config.following import refusals

from answerable.records.enrolment import is_enrolled
from answerable.records.stages import Stage
from answerable.statute import civil_date
from answerable_site.audit import queries as audit
from answerable_site.audit.models import AuditEntry
from answerable_site.audit.operations import make_key
from answerable_site.audit.queries import fingerprint_of, read_heads
from answerable_site.casereviews import queries as case_reviews
from answerable_site.casereviews.models import Programme
from answerable_site.casework import queries as casework
from answerable_site.casework.access import oversees_cases
from answerable_site.casework.models import Case, CaseBreach, CaseEvent, CaseFinding, CaseOpening
from answerable_site.config import demonstration
from answerable_site.figures.models import DataCut, ReleasedFigures
from answerable_site.followup.models import Closure, Commitment, Evidence
from answerable_site.followup.rules import ClosureState, Timeliness, timeliness
from answerable_site.home.queries import story_of
from answerable_site.people.models import Organisation, User
from answerable_site.people.queries import logo_at, tenure_on, viewer_for
from answerable_site.people.rules import Role
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.register import queries as register
from answerable_site.responses import queries as responses
from answerable_site.responses.models import (
    ApprovalStep,
    BindingDecision,
    Dispatch,
    Explanation,
    PastResponse,
    Recipient,
    Response,
    SpecifiedInformation,
)
from answerable_site.responses.rules.facts import ExplanationKind
from answerable_site.responses.rules.states import ResponseState
from answerable_site.responses.rules.words import BindingGround, Purpose

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

COPIES = {Purpose.COPY_TO_INSPECTORS, Purpose.COPY_TO_SECRETARY}


@pytest.fixture
def officer(loaded):
    user = User.objects.get(full_name="Mirren Tallowby")
    return viewer_for(user, on=timezone.localdate())


def versions_of(title: str) -> list[PublicResponse]:
    return list(
        PublicResponse.objects.filter(inspection__title__contains=title).order_by("version")
    )


def known_cases(name: str, now: datetime) -> QuerySet[Case]:
    viewer = viewer_for(User.objects.get(full_name=name), on=timezone.localdate(now))
    return casework.cases_known_to(viewer, at=now, every_case=oversees_cases.test(viewer))


class TestCases:
    def test_are_listed_for_those_who_work_on_them(self, loaded):
        now = timezone.now()
        known = {
            name: known_cases(name, now).count()
            for name in (
                "Tamsin Oakhollow",
                "Rowena Blackmere",
                "Idris Pennylow",
                "Nerys Coldbrook",
            )
        }
        assert list(known.values()) == [5, 6, 2, 1]

    @pytest.mark.parametrize(
        "name",
        [
            "Tamsin Oakhollow",
            "Rowena Blackmere",
            "Alderic Fennimoor",
            "Idris Pennylow",
            "Sorrel Thackray-Vane",
            "Nerys Coldbrook",
        ],
    )
    def test_leave_everybody_who_works_on_them_something_that_is_due(self, loaded, name):
        now = timezone.now()
        viewer = viewer_for(User.objects.get(full_name=name), on=timezone.localdate(now))
        wanted = casework.Wanted(every_case=oversees_cases.test(viewer))
        assert casework.dues_visible_to(viewer, wanted, at=now).exists()

    def test_hold_an_item_that_is_late_by_its_original_day(self, loaded):
        (finding,) = CaseFinding.objects.filter(check_code="item_late_by_original_day")
        assert "although it was moved" in finding.words

    def test_hold_a_decision_without_a_meeting_with_its_reason(self, loaded):
        breach = CaseBreach.objects.get(rule="meeting_before_decision")
        event = CaseEvent.objects.get(case=breach.case_id, number=breach.event)
        assert event.why_in_breach
        assert breach.case.stage == Stage.ENDED

    def test_hold_what_the_pilot_counts_and_what_it_is_compared_with(self, loaded):
        viewer = viewer_for(User.objects.get(full_name="Rowena Blackmere"), on=timezone.localdate())
        found = casework.files_of(casework.submitted_cases(viewer))
        days = [is_enrolled(file, timezone.localdate()) for file, _limits in found]
        assert sorted(days) == [False, True]

    def test_hold_a_broken_glass_to_review(self, loaded):
        assert CaseOpening.objects.get(breaks_glass=True).user.full_name == "Brannoc Teasel"


class TestLoad:
    def test_shows_every_state_of_a_clock(self, officer):
        dues = responses.due_for(officer, on=timezone.localdate())
        answered = [due for due in dues if due.answered_on and due.past is None]
        assert sorted(due.days_late > 0 for due in answered) == [False, True]
        assert any(due.is_overdue for due in dues)
        assert any(due.days_left is not None and 0 <= due.days_left < 7 for due in dues)

    def test_leaves_a_document_that_was_read_for_the_visitor_to_confirm(self, officer):
        waiting = register.unfinished_documents(officer).get()
        assert register.reading_to_confirm(waiting) is not None

    def test_publishes_answers_that_two_people_let_out(self, officer):
        for response in PublicResponse.objects.all():
            assert response.published_by.full_name == "Petra Quillmoor"
            assert response.signed_by_id != response.published_by_id

    def test_does_nothing_in_the_future(self, officer):
        newest = PublicResponse.objects.latest("published_at")
        assert newest.published_at < timezone.now()

    def test_gives_the_office_a_look_and_a_holder(self, officer):
        body = Organisation.objects.get(slug="wexmoor")
        assert (body.body_type, body.colour) == ("commissioner", "#1f4f46")
        assert body.email.endswith(".example")
        assert logo_at("wexmoor") is not None
        assert tenure_on(body, timezone.localdate()).holder_name == "Oswin Harkle"

    def test_asks_for_no_check_that_would_hold_a_visitor_up(self, officer):
        assert not ApprovalStep.objects.exists()


class TestTheDuty:
    def test_is_decided_for_every_report_that_was_not_answered_before(self, officer):
        decided = set(BindingDecision.objects.values_list("response", flat=True))
        assert decided == set(Response.objects.filter(past=None).values_list("pk", flat=True))

    def test_does_not_bind_for_a_report_on_others(self, officer):
        loose = [one for one in BindingDecision.objects.all() if one.ground != one.proposed]
        assert [one.ground for one in loose] == [BindingGround.NOT_THE_SUBJECT]
        due = next(
            due
            for due in responses.due_for(officer, on=timezone.localdate())
            if due.inspection_id == loose[0].response.inspection_id
        )
        assert due.state is ResponseState.NOT_OWED


class TestExplanations:
    def test_show_every_kind_of_answer(self, officer):
        assert set(Explanation.objects.values_list("kind", flat=True)) == set(ExplanationKind)

    def test_name_the_response_that_answers_elsewhere(self, officer):
        elsewhere = Explanation.objects.get(kind=ExplanationKind.ANSWERED_ELSEWHERE)
        assert "Phase one" in elsewhere.answered_in.inspection.title

    def test_serve_priorities_of_the_plan(self, officer):
        serving = Explanation.objects.filter(priorities__body__slug="wexmoor").distinct()
        assert 0 < serving.count() < Explanation.objects.count()


class TestFurtherVersions:
    def test_add_the_comments_that_came_late(self, officer):
        first, second = versions_of("effectiveness and efficiency")
        assert (first.kind, second.kind) == ("first", "supplemented")
        assert second.changes
        assert "moved twelve staff" not in first.html
        assert "moved twelve staff" in second.html

    def test_leave_the_day_of_the_first_whole_answer(self, officer):
        first, _ = versions_of("effectiveness and efficiency")
        due = next(
            due
            for due in responses.due_for(officer, on=timezone.localdate())
            if "effectiveness and efficiency" in due.inspection_title
        )
        assert due.answered_on == first.published_on

    def test_are_wanted_where_an_answer_is_incomplete(self, officer):
        (only,) = versions_of("Phase two")
        assert not only.is_complete
        assert len(only.missing) == 1
        assert only.incomplete_because


class TestCopies:
    def test_went_out_with_proof_on_or_after_the_day_of_publication(self, officer):
        copies = Dispatch.objects.filter(purpose__in=COPIES)
        assert copies
        for copy in copies:
            assert copy.sent_on > copy.public_version.published_on
            assert copy.proof or copy.file

    def test_lack_one_alone(self, officer):
        sent = set(
            Dispatch.objects.filter(purpose__in=COPIES).values_list("public_version", "purpose")
        )
        wanted = {
            (version, purpose)
            for version in PublicResponse.objects.values_list("pk", flat=True)
            for purpose in COPIES
        }
        _, second = versions_of("effectiveness and efficiency")
        assert wanted - sent == {(second.pk, Purpose.COPY_TO_SECRETARY)}

    def test_have_recipients_that_nobody_can_be_reached_at(self, officer):
        assert set(Recipient.objects.values_list("purpose", flat=True)) >= COPIES
        assert all(
            address.endswith(".example")
            for address in Recipient.objects.values_list("email", flat=True)
        )


class TestFormerDays:
    def test_show_one_response_in_time_and_one_late(self, officer):
        judged = responses.past_responses(officer)
        assert sorted(one.judgement.days_late > 0 for one in judged) == [False, True]

    def test_are_in_the_public_register(self, officer):
        for past in PastResponse.objects.all():
            entry = PublicInspection.objects.get(title=past.response.inspection.title)
            assert entry.released_at


class TestTheLatestReport:
    def test_stands_on_the_pages_of_the_body(self, officer):
        shown = SpecifiedInformation.objects.get()
        assert shown.inspection.title == shown.title
        assert shown.published_on < shown.checked_on < timezone.localdate()


class TestLinks:
    @pytest.mark.parametrize("name", ["", "Mirren", "Oswin", "Petra", "Dunstan", "Isolde", "Corin"])
    def test_lead_nobody_to_a_page_that_refuses_them(self, loaded, client, name):
        if name:
            client.force_login(User.objects.get(full_name__startswith=name))
        assert refusals(client, "/", "/public/") == []


class TestTheRecord:
    def test_verifies_with_its_head_and_without_any_finding(self, loaded, tmp_path, settings):
        settings.AUDIT_KEY, settings.AUDIT_HEADS = tmp_path / "key.pem", tmp_path / "heads"
        demonstration._sign_record()
        found = audit.verify(
            own=lambda: read_heads(tmp_path / "heads"),
            trusted=frozenset({fingerprint_of(tmp_path / "key.pem")}),
        )
        assert found.heads == 1
        assert found.entries > 100
        assert found.faults == ()

    def test_ends_before_the_day_of_the_visit(self, loaded):
        # Whatever a visitor does then comes after it.
        assert civil_date(AuditEntry.objects.latest("sequence").at) < timezone.localdate()

    def test_is_signed_with_a_key_of_its_own(self, db, tmp_path, settings):
        settings.AUDIT_KEY, settings.AUDIT_HEADS = tmp_path / "key.pem", tmp_path / "heads"
        demonstration._sign_record()
        (head,) = read_heads(tmp_path / "heads").heads
        assert head.key == fingerprint_of(tmp_path / "key.pem")

    def test_is_signed_with_a_key_that_is_there_already(self, db, tmp_path, settings):
        settings.AUDIT_KEY, settings.AUDIT_HEADS = tmp_path / "key.pem", tmp_path / "heads"
        made = make_key(tmp_path / "key.pem")
        demonstration._sign_record()
        assert read_heads(tmp_path / "heads").heads[0].key == made


class TestCuts:
    def test_hold_months_of_which_the_later_is_compared_with_the_earlier(self, loaded):
        later, earlier, _ = DataCut.objects.all()
        assert later.compared_with == earlier
        assert later.cases > 0
        assert later.changes["cases_changed"] > 0

    def test_are_said_to_be_invented(self, loaded):
        assert all(cut.manifest["is_synthetic"] for cut in DataCut.objects.all())

    def test_can_be_erased_by_two_people_of_the_force(self, loaded):
        force = DataCut.objects.first().force
        on = timezone.localdate()
        roles = (Role.ANALYST, Role.FIGURE_CHECKER)
        assert all(
            any(viewer_for(user, on=on).holds_in(force.pk, role) for user in User.objects.all())
            for role in roles
        )


class TestFigures:
    def test_are_released_by_another_person_and_public(self, loaded):
        for one in ReleasedFigures.objects.all():
            assert one.released_by != one.prepared_by
            assert one.public.editions.exists()
        assert ReleasedFigures.objects.count() == DataCut.objects.count()

    def test_hide_what_would_tell_of_so_few_investigators(self, loaded):
        together, by_year = ReleasedFigures.objects.earliest("released_at").figures
        assert together.rows[-1].percent.endswith("%")
        assert "[c]" in {cell for row in by_year.rows for cell in (row.met, row.percent)}

    def test_say_whether_a_recommendation_worked(self, officer):
        evidence = Evidence.objects.get(measure="investigators_qualified")
        (of,) = story_of(
            officer, evidence.commitment.recommendation, on=timezone.localdate()
        ).figures
        (told,) = of.told
        assert told.is_invented
        assert told.released_id == ReleasedFigures.objects.latest("released_at").pk


class TestFollowUp:
    def test_shows_one_that_is_late_and_was_re_dated_twice(self, officer):
        late = Commitment.objects.get(revisions=2)
        assert timeliness(late.dates, on=timezone.localdate()) is Timeliness.LATE
        assert late.escalations.filter(acknowledged_at=None).exists()
        assert late.evidence.exists()

    def test_shows_one_that_is_closed_and_lasted(self, officer):
        assert Closure.objects.get().state is ClosureState.LASTED

    def test_binds_force_and_cps_area(self, officer):
        kinds = Commitment.objects.values_list("organisation__kind", flat=True)
        assert set(kinds) == {"police_force", "cps_area"}

    def test_does_not_go_back_in_time(self, officer):
        acts = AuditEntry.objects.filter(act__startswith="followup.").order_by("sequence")
        moments = list(acts.values_list("at", flat=True))
        assert len(moments) > 30
        assert moments == sorted(moments)


class TestReviewsOfCaseFiles:
    def test_leave_one_file_about_which_two_differ(self, loaded):
        programme = Programme.objects.get()
        assert [one.is_double for one in case_reviews.apart_in(programme)] == [True]

    def test_leave_a_bundle_to_the_panel(self, loaded):
        member = viewer_for(
            User.objects.get(full_name="Perpetua Winslade"), on=timezone.localdate()
        )
        [bundle] = case_reviews.bundles_scored_by(member)
        assert not bundle.scores.exists()
