from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories, factories_followup, factories_scrutiny
from tests import factories_responses as cases

from answerable_site.audit import queries as audit
from answerable_site.audit.models import AuditEntry
from answerable_site.config import succession
from answerable_site.config.console import CannotBeDone
from answerable_site.followup import operations as followup
from answerable_site.followup import queries as followup_queries
from answerable_site.followup.models import BodyChange as FollowUpChange
from answerable_site.followup.models import Commitment
from answerable_site.followup.rules import AssuranceKind
from answerable_site.people.access import Refused
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Role
from answerable_site.publication import operations as press
from answerable_site.publication import queries as press_queries
from answerable_site.publication.models import PublicInspection, PublicProgress, PublicResponse
from answerable_site.register.models import Inspection
from answerable_site.responses import operations, queries
from answerable_site.responses.models import HandOver, Preparation, Response
from answerable_site.responses.rules.states import ResponseState
from answerable_site.responses.rules.words import RevisionKind
from answerable_site.scrutiny import queries as scrutiny_queries
from answerable_site.scrutiny.models import BodyChange as MeetingChange

DAY = date(2026, 5, 20)
NOW = datetime(2026, 5, 20, 9, tzinfo=UTC)
STATES = ("not begun", "drafting", "prepared", "signed", "published", "withdrawn", "waiting")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


@pytest.fixture
def mayoralty() -> Organisation:
    return factories.organisation("Mayor of Wexmoor", OrganisationKind.LOCAL_POLICING_BODY, "Mayor")


@pytest.fixture
def new_people(mayoralty) -> dict[str, factories.User]:
    """One person in each role of the successor."""
    roles = {
        "officer": Role.RESPONSE_OFFICER,
        "holder": Role.HOLDER,
        "publisher": Role.PUBLISHER,
    }
    return {
        name: factories.person(f"New {name}", (mayoralty, role)) for name, role in roles.items()
    }


def case(office: factories.Office, state: str, title: str = "") -> cases.Case:
    """A report of one recommendation, whose response has come as far as the state says."""
    report = cases.inspection(office, title=title or f"Report, {state}")
    found = cases.Case(office, report, [cases.finding(report, "Forces should label.", "1")])
    _bring(found, state)
    return found


def _bring(found: cases.Case, state: str) -> None:
    match state:
        case "drafting":
            cases.invited(found)
        case "waiting":
            operations.prepare_public_entry(by=found.viewer("officer"), at=cases.AT, **found.about)
        case "prepared":
            cases.prepare(cases.complete(found))
        case "signed":
            cases.signed(found)
        case "published" | "withdrawn":
            public = cases.published(found)
            if state == "withdrawn":
                press.withdraw_response(
                    by=found.viewer("publisher"), at=cases.LATER, response=public, reason="Wrong."
                )


def succeed(office: factories.Office, new: str = "mayor-of-wexmoor", **changed):
    given = {
        "old": office.body.slug,
        "new": new,
        "on": DAY,
        "reason": "The order of 2026",
        "by_email": office.administrator.email,
    }
    return succession.succeed(**(given | changed))


class TestSucceed:
    @pytest.mark.parametrize("state", ["drafting", "prepared", "signed", "withdrawn", "waiting"])
    def test_passes_a_response_that_is_open(self, office, mayoralty, state):
        case(office, state)
        succeed(office)
        response = Response.objects.get()
        handed = HandOver.objects.get()
        assert (response.body, handed.from_body, handed.to_body) == (
            mayoralty,
            office.body,
            mayoralty,
        )
        assert (handed.handed_over_on, handed.recorded_by) == (DAY, office.administrator)

    @pytest.mark.parametrize("state", ["prepared", "signed"])
    def test_lets_no_signature_of_the_old_body_count(self, office, mayoralty, state):
        case(office, state)
        succeed(office)
        assert not Preparation.objects.standing().exists()
        assert "succeeded by another body" in Preparation.objects.get().voiding.because

    def test_leaves_what_is_published_with_the_body_that_gave_it(self, office, mayoralty):
        case(office, "published")
        succeed(office)
        entry = PublicInspection.objects.get()
        assert Response.objects.get().body == office.body
        assert (entry.answering_body_id, entry.body_name) == (office.body.pk, office.body.name)
        assert not HandOver.objects.exists()

    def test_passes_what_was_published_with_something_missing(self, office, mayoralty):
        case(office, "published")
        PublicResponse.objects.update(is_complete=False, incomplete_because="One is missing.")
        succeed(office)
        assert Response.objects.get().body == mayoralty

    def test_passes_what_was_corrected_and_then_withdrawn(self, office, mayoralty):
        found = case(office, "published")
        operations.begin_revision(
            by=found.viewer("officer"),
            at=cases.LATER,
            kind=RevisionKind.CORRECTED,
            reason="A number was wrong.",
            **found.about,
        )
        corrected = cases.publish(cases.signed_from_complete(found))
        press.withdraw_response(
            by=found.viewer("publisher"), at=cases.LATER, response=corrected, reason="Wrong."
        )
        succeed(office)
        assert Response.objects.get().body == mayoralty

    def test_lets_what_nobody_began_concern_the_successor_too(self, office, mayoralty):
        report = case(office, "not begun").inspection
        succeed(office)
        assert set(report.bodies_concerned.all()) == {office.body, mayoralty}

    def test_lets_what_is_answered_concern_the_old_body_alone(self, office, mayoralty):
        report = case(office, "published").inspection
        succeed(office)
        assert set(report.bodies_concerned.all()) == {office.body}

    def test_lets_the_successor_keep_the_register(self, office, mayoralty, new_people):
        report = case(office, "drafting").inspection
        succeed(office)
        assert Inspection.objects.get(pk=report.pk).kept_by == mayoralty

    def test_keeps_the_address_and_name_of_an_entry_and_says_who_answers(self, office, mayoralty):
        case(office, "waiting")
        before = PublicInspection.objects.get()
        succeed(office)
        after = PublicInspection.objects.get()
        assert (after.body_slug, after.slug, after.body_name) == (
            before.body_slug,
            before.slug,
            before.body_name,
        )
        assert (after.passed_to, after.passed_to_name, after.passed_on) == (
            mayoralty,
            "Mayor of Wexmoor",
            DAY,
        )

    def test_is_refused_where_both_have_begun_and_changes_nothing(
        self, office, mayoralty, new_people
    ):
        report = case(office, "drafting", "Lost property").inspection
        case(office, "signed")
        report.bodies_concerned.add(mayoralty)
        operations.invite_chief_officer(
            by=factories.viewer(new_people["officer"], on=DAY),
            at=NOW,
            inspection=report,
            body=mayoralty,
            invited_on=DAY,
            comments_wanted_by=DAY,
        )
        before = AuditEntry.objects.count()
        with pytest.raises(CannotBeDone, match=r"begun .* “Lost property”"):
            succeed(office)
        office.body.refresh_from_db()
        assert (office.body.succeeded_by, office.body.force) == (None, office.force)
        assert Response.objects.filter(body=office.body).count() == 2
        assert Preparation.objects.standing().exists()
        assert AuditEntry.objects.count() == before

    def test_changes_nothing_in_a_dry_run_and_finds_the_same(self, office, mayoralty):
        for state in ("drafting", "signed", "not begun", "published"):
            case(office, state)
        before = AuditEntry.objects.count()
        dry = succeed(office, dry_run=True)
        assert AuditEntry.objects.count() == before
        assert not HandOver.objects.exists()
        office.body.refresh_from_db()
        assert office.body.succeeded_by is None
        assert succeed(office).work == dry.work

    def test_names_who_did_it(self, office, mayoralty):
        case(office, "drafting")
        before = AuditEntry.objects.count()
        succeed(office)
        entries = AuditEntry.objects.filter(sequence__gt=before)
        assert [entry.act for entry in entries] == [
            "people.succeed_body",
            "register.pass_inspections",
            "responses.hand_over",
            "followup.pass_follow_up",
            "scrutiny.pass_meetings",
            "publication.pass_what_goes_on",
        ]
        assert {entry.actor_name for entry in entries} == {office.administrator.full_name}
        assert audit.verify().faults == ()

    @pytest.mark.parametrize(
        ("changed", "says"),
        [
            ({"old": "nobody"}, "No organisation has the address 'nobody'"),
            ({"new": "nobody"}, "No organisation has the address 'nobody'"),
            ({"by_email": "nobody@example.org"}, "Nobody signs in as"),
            ({"by_email": "wexmoor-holder@example.org"}, "Only an administrator"),
            ({"on": date(2026, 5, 21)}, "The day lies ahead"),
        ],
    )
    def test_is_refused_with_a_sentence(self, office, mayoralty, changed, says):
        with pytest.raises(CannotBeDone, match=says):
            succeed(office, **changed)


class TestTheSuccessor:
    @pytest.fixture
    def passed(self, office, mayoralty, new_people) -> cases.Case:
        """A response that was signed with its entry released, then passed on."""
        found = case(office, "waiting")
        press.release_entry(
            by=found.viewer("publisher"), at=cases.AT, entry=PublicInspection.objects.get()
        )
        _bring(found, "signed")
        succeed(office)
        mayoralty.refresh_from_db()
        return found

    def act(self, new_people, role: str, passed, mayoralty) -> dict:
        return {
            "by": factories.viewer(new_people[role], on=DAY),
            "at": NOW,
            "inspection": passed.inspection,
            "body": mayoralty,
        }

    def publish(self, new_people, passed, mayoralty) -> PublicResponse:
        operations.prepare_response(**self.act(new_people, "officer", passed, mayoralty))
        holder = self.act(new_people, "holder", passed, mayoralty)
        operations.sign_response(
            **holder, signed_as="Mayor", content_hash=self.shown(holder, new_people)
        )
        return operations.publish_response(**self.act(new_people, "publisher", passed, mayoralty))

    def shown(self, holder: dict, new_people) -> str:
        held = queries.dossier_visible_to(
            holder["by"], inspection_id=holder["inspection"].pk, body_slug=holder["body"].slug
        )
        signatory = cases.SignatoryFacts(new_people["holder"].full_name, "Mayor", DAY)
        return cases.content_hash(cases.compose(held.facts, signatory=signatory))

    def test_goes_on_where_the_old_body_stopped(self, passed, mayoralty, new_people):
        (due,) = queries.due_for(factories.viewer(new_people["officer"], on=DAY), on=DAY)
        assert (due.body_name, due.state) == ("Mayor of Wexmoor", ResponseState.DRAFTING)

    def test_publishes_at_the_address_that_the_public_knows(self, passed, mayoralty, new_people):
        public = self.publish(new_people, passed, mayoralty)
        entry = PublicInspection.objects.get()
        assert (public.inspection, entry.body_slug) == (entry, passed.office.body.slug)
        assert "Comments of the Mayor" in public.html

    def test_withdraws_it_and_the_old_publisher_does_not(self, passed, mayoralty, new_people):
        public = self.publish(new_people, passed, mayoralty)
        old = passed.viewer("publisher")
        assert not press_queries.responses_visible_to(old).exists()
        with pytest.raises(Refused):
            press.withdraw_response(by=old, at=NOW, response=public, reason="Wrong.")
        new = factories.viewer(new_people["publisher"], on=DAY)
        assert press_queries.responses_visible_to(new).get() == public
        assert press.withdraw_response(
            by=new, at=NOW, response=public, reason="Wrong."
        ).withdrawn_at

    def test_hears_the_chief_officer_of_the_force_that_it_took_over(self, passed, mayoralty):
        viewer = factories.viewer(passed.office.chief, on=DAY)
        held = queries.dossier_visible_to(
            viewer, inspection_id=passed.inspection.pk, body_slug=mayoralty.slug
        )
        assert held.facts.body.chief_officer_title == "Chief Constable"

    def test_finds_in_the_history_when_it_passed(self, passed, client, new_people, mayoralty):
        client.force_login(new_people["officer"])
        text = client.get(
            f"/responses/{passed.inspection.pk}/{mayoralty.slug}/history/"
        ).content.decode()
        assert "Passed from Office for Policing in Wexmoor to Mayor of Wexmoor" in text


class TestFollowUp:
    """Commitments, what is done about them, and meetings."""

    @pytest.fixture
    def about(self, new_people, mayoralty) -> factories_scrutiny.Scrutinised:
        """A late commitment with an action, and a meeting of which the public part is out."""
        about = factories_scrutiny.scrutinised()
        factories_followup.action(about.followed)
        factories_scrutiny.frozen(about)
        factories_scrutiny.published(about)
        return about

    @pytest.fixture
    def officer(self, new_people):
        return factories.viewer(new_people["officer"], on=DAY)

    def test_is_seen_and_kept_by_the_people_of_the_successor(self, about, officer, mayoralty):
        succeed(about.followed.office)
        commitment = followup_queries.commitments_visible_to(officer).get()
        assert (commitment.body, commitment.organisation) == (
            mayoralty,
            about.followed.office.force,
        )
        assert followup_queries.actions_visible_to(officer).exists()
        assert scrutiny_queries.meetings_kept_by(officer).get() == about.meeting
        old = about.followed.viewer("officer", on=DAY)
        assert not followup_queries.commitments_visible_to(old).exists()
        assert not scrutiny_queries.meetings_visible_to(old).exists()

    def test_keeps_who_followed_it_up_before(self, about):
        succeed(about.followed.office)
        for row in (FollowUpChange.objects.get(), MeetingChange.objects.get()):
            assert (row.from_body, row.on) == (about.followed.office.body, DAY)

    def test_stays_visible_to_the_force(self, about):
        succeed(about.followed.office)
        liaison = about.followed.viewer("liaison", on=DAY)
        assert followup_queries.commitments_visible_to(liaison).exists()
        assert scrutiny_queries.meetings_visible_to(liaison).exists()

    def test_goes_on_under_the_choices_of_the_old_body(self, about, officer, mayoralty):
        succeed(about.followed.office)
        levels = followup_queries.assurance_levels_of(mayoralty.pk)
        followup.give_assurance(
            by=officer,
            at=NOW,
            today=DAY,
            commitment=about.followed.commitment,
            level=levels.get(kind=AssuranceKind.PARTIAL),
            words="Seen in the audit",
        )
        about.followed.commitment.refresh_from_db()
        assert about.followed.commitment.assurance == AssuranceKind.PARTIAL

    def test_binds_the_successor_to_what_the_body_itself_was_bound_to(self, about, mayoralty):
        office = about.followed.office
        factories_followup.promised(office, about.followed.recommendations[1], office.body)
        succeed(office)
        assert mayoralty.commitments.count() == 1

    def test_is_refused_whole_where_both_follow_the_same_up(self, about, mayoralty):
        office = about.followed.office
        Commitment.objects.filter(pk=about.followed.commitment.pk).update(reference="W1")
        other = factories_followup.promised(
            office, about.followed.recommendations[1], office.force, summary="Label every bag"
        )
        Commitment.objects.filter(pk=other.pk).update(body=mayoralty, reference="W1")
        with pytest.raises(CannotBeDone, match="Write down every withdrawal"):
            succeed(office)
        office.body.refresh_from_db()
        assert office.body.succeeded_by is None

    def test_lets_the_successor_withdraw_what_the_public_reads_of_a_meeting(
        self, about, new_people
    ):
        succeed(about.followed.office)
        publisher = factories.viewer(new_people["publisher"], on=DAY)
        edition = press_queries.editions_visible_to(publisher).get()
        assert press.withdraw_edition(
            by=publisher, at=NOW, edition=edition, reason="A name stood in it."
        ).withdrawn_at
        old = about.followed.viewer("publisher", on=DAY)
        assert not press_queries.editions_visible_to(old).exists()

    def test_lets_the_successor_tell_what_became_of_what_the_old_body_answered(
        self, office, mayoralty, new_people, client
    ):
        found = case(office, "published")
        factories_followup.promised(office, found.recommendations[0], office.force)
        succeed(office)
        client.force_login(new_people["officer"])
        here = f"/responses/{found.inspection.pk}/{mayoralty.slug}/public-register/progress/"
        assert "Write down every withdrawal" in client.get(here).content.decode()
        client.post(here)
        snapshot = PublicProgress.objects.get()
        assert len(snapshot.told.recommendations) == 1
        publisher = factories.viewer(new_people["publisher"], on=DAY)
        assert press_queries.progress_visible_to(publisher).get() == snapshot


class TestTheOldBody:
    def test_sees_what_passed_in_place_of_a_clock_that_is_late(self, office, mayoralty):
        case(office, "not begun")
        succeed(office)
        (due,) = queries.due_for(factories.viewer(office.officer, on=DAY), on=date(2026, 7, 1))
        assert (due.passed_to, due.passed_on) == ("Mayor of Wexmoor", DAY)
        assert (due.is_open, due.is_overdue, due.days_late) == (False, False, 0)

    def test_was_bound_until_the_day_before(self, office, mayoralty):
        case(office, "not begun")
        succeed(office)
        viewer = factories.viewer(office.officer, on=DAY)
        (before,) = queries.due_for(viewer, on=date(2026, 5, 19))
        (since,) = queries.due_for(viewer, on=DAY)
        assert (before.is_open, since.is_open) == (True, False)

    def test_keeps_what_it_answered(self, office, mayoralty):
        case(office, "published")
        succeed(office)
        (due,) = queries.due_for(factories.viewer(office.officer, on=DAY), on=DAY)
        assert (due.state, due.passed_to) == (ResponseState.PUBLISHED, "")

    def test_cannot_begin_anything_any_more(self, office, mayoralty):
        report = case(office, "not begun").inspection
        succeed(office)
        with pytest.raises(operations.NotConcerned, match="succeeded by another body"):
            operations.invite_chief_officer(
                by=factories.viewer(office.officer, on=DAY),
                at=NOW,
                inspection=report,
                body=office.body,
                invited_on=DAY,
                comments_wanted_by=DAY,
            )

    def test_finds_its_list_without_links_to_what_passed(self, office, mayoralty, client):
        found = case(office, "drafting", "Lost property")
        succeed(office)
        client.force_login(office.officer)
        text = client.get("/responses/").content.decode()
        assert "Passed to Mayor of Wexmoor on 20 May 2026." in text
        place = f"/responses/{found.inspection.pk}/{office.body.slug}/"
        assert place not in text
        assert client.get(place).status_code == 404
        assert "No response is waiting." in client.get("/due/").content.decode()


class TestInWords:
    def test_says_what_passes_and_what_stays(self, office, mayoralty):
        for state in ("drafting", "not begun", "published"):
            case(office, state)
        found = succeed(office, dry_run=True)
        assert list(succession.in_words(found, is_done=False)) == [
            "From Office for Policing in Wexmoor to Mayor of Wexmoor:",
            "  the force Wexmoor Constabulary would pass",
            "  the response to “Report, drafting” would pass, as far as it is written",
            "  the duty to answer “Report, not begun” would pass; nobody has begun",
            "  1 published response stays with Office for Policing in Wexmoor",
            "Nothing was changed.",
        ]


def frozen() -> list[tuple]:
    """Everything that stands published, to the byte."""
    return [
        (public.pk, public.content_hash, public.html, str(public.document), public.signed_as)
        for public in PublicResponse.objects.order_by("pk")
    ]


class TestAnySuccession:
    @given(states=st.lists(st.sampled_from(STATES), min_size=1, max_size=5))
    @settings(
        max_examples=12,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    def test_leaves_nothing_open_without_a_body_and_touches_nothing_published(
        self, office, mayoralty, states
    ):
        office.body.refresh_from_db()
        with transaction.atomic():
            made = [case(office, state, f"Report {n}") for n, state in enumerate(states)]
            before = frozen()
            succeed(office)
            by_state = list(zip(states, made, strict=True))
            after = frozen()
            wrong = [
                state
                for state, one in by_state
                if not self.is_right(state, one.inspection, office.body, mayoralty)
            ]
            transaction.set_rollback(True)
        assert wrong == []
        assert after == before

    def is_right(
        self, state: str, report: Inspection, old: Organisation, new: Organisation
    ) -> bool:
        bodies = list(Response.objects.filter(inspection=report).values_list("body", flat=True))
        entry = PublicInspection.objects.filter(responses_entry__response__inspection=report)
        answers = {one.answering_body_id for one in entry}
        concerned = set(report.bodies_concerned.values_list("pk", flat=True))
        if state == "published":
            return (bodies, answers, concerned) == ([old.pk], {old.pk}, {old.pk})
        begun = [] if state == "not begun" else [new.pk]
        return bodies == begun and answers <= {new.pk} and concerned == {old.pk, new.pk}
