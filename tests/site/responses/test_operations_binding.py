from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories_responses as cases

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.publication import operations as press
from answerable_site.publication import queries as press_queries
from answerable_site.publication.models import PublicInspection
from answerable_site.register import operations as register
from answerable_site.register.rules import InspectionLinkKind
from answerable_site.responses import operations, presenters, queries
from answerable_site.responses.models import BindingDecision, Preparation
from answerable_site.responses.rules.facts import NOT_OWED
from answerable_site.responses.rules.states import ResponseState
from answerable_site.responses.rules.words import BindingGround


def decide(case, ground=BindingGround.NOT_THE_SUBJECT, reason="It is about another.", **more):
    return operations.decide_binding(
        by=case.viewer(more.pop("role", "officer")),
        at=cases.LATER,
        ground=ground,
        reason=reason,
        **more,
        **case.about,
    )


def state(case) -> ResponseState:
    (due,) = queries.due_for(case.viewer("officer"), on=cases.LATER.date())
    return due.state


class TestDecideBinding:
    def test_keeps_the_decision_beside_what_was_proposed(self, case):
        decide(case)
        row = BindingDecision.objects.get()
        assert (row.ground, row.proposed) == ("not_the_subject", "about_every_force")

    def test_is_refused_without_a_reason(self, case):
        with pytest.raises(operations.DecisionIncomplete):
            decide(case, reason=" ")

    @pytest.mark.parametrize("role", ["holder", "publisher", "chief", "approver", "administrator"])
    def test_is_refused_to_everybody_but_response_officers(self, case, role):
        with pytest.raises(Refused):
            decide(case, role=role)

    def test_is_refused_a_second_time_with_the_same_words(self, case):
        decide(case)
        with pytest.raises(operations.NothingChanged):
            decide(case)

    def test_ends_the_duty_where_it_does_not_bind(self, case):
        decide(case)
        assert state(case) is ResponseState.NOT_OWED

    def test_can_be_changed_and_the_latest_counts(self, case):
        decide(case)
        decide(case, BindingGround.ABOUT_EVERY_FORCE, "It is about us too.")
        assert state(case) is ResponseState.DRAFTING
        assert BindingDecision.objects.count() == 2

    def test_voids_what_was_prepared(self, case):
        cases.prepare(cases.complete(case))
        decide(case)
        assert not Preparation.objects.standing().exists()

    def test_needs_the_other_report_where_that_is_the_ground(self, case):
        with pytest.raises(operations.DecisionIncomplete):
            decide(case, BindingGround.ANSWERED_WITH_ANOTHER)

    def test_takes_no_report_that_concerns_another_body(self, case):
        foreign = cases.case("Sallowfen", title="Elsewhere").inspection
        with pytest.raises(operations.DecisionIncomplete):
            decide(case, BindingGround.ANSWERED_WITH_ANOTHER, answered_with=foreign)

    def test_leaves_one_entry(self, case):
        before = AuditEntry.objects.count()
        decide(case)
        assert AuditEntry.objects.count() == before + 1


class TestProposedBinding:
    def test_finds_the_force_report_that_is_linked_as_the_same(self, case):
        other = cases.inspection(case.office, title="Bags in one custody suite")
        other.kind = "force"
        other.save()
        register.link_inspections(
            by=case.viewer("officer"),
            at=cases.AT,
            inspection=other,
            other=case.inspection,
            kind=InspectionLinkKind.SAME_REPORT,
            reason="Same findings.",
        )
        found = queries.proposed_binding(case.inspection, case.office.body)
        assert found.ground is BindingGround.ANSWERED_WITH_ANOTHER

    def test_lets_the_force_report_itself_bind(self, case):
        case.inspection.kind = "force"
        found = queries.proposed_binding(case.inspection, case.office.body)
        assert found.ground is BindingGround.ABOUT_THE_FORCE


LONG_AFTER = cases.LAST_DAY + timedelta(days=100)


def held(case) -> queries.Dossier:
    return queries.dossier_visible_to(
        case.viewer("officer"),
        inspection_id=case.inspection.pk,
        body_slug=case.office.body.slug,
        on=LONG_AFTER,
    )


def entry(case) -> PublicInspection:
    """The inspection in the public register."""
    prepared = operations.prepare_public_entry(
        by=case.viewer("officer"), at=cases.LATER, **case.about
    )
    press.release_entry(by=case.viewer("publisher"), at=cases.LATER, entry=prepared)
    return press_queries.released_entries().get(pk=prepared.pk)


class TestWhereNothingIsOwed:
    def test_the_list_knows_no_last_lawful_day_and_nothing_late(self, case):
        decide(case)
        (due,) = queries.due_for(case.viewer("officer"), on=LONG_AFTER)
        shown = presenters.shown_due(due)
        assert (shown.last_lawful_day, shown.lateness, shown.days) == (None, "", NOT_OWED)

    def test_neither_the_page_nor_the_evaluation_speaks_of_lateness(self, case):
        decide(case)
        found = held(case)
        shown = presenters.shown_response(found, viewer=case.viewer("officer"), on=LONG_AFTER)
        assert (shown.clock.note, shown.clock.modifier) == (NOT_OWED, "")
        assert presenters.evaluation_of(found, on=LONG_AFTER).verdict == NOT_OWED

    def test_the_office_has_no_milestones(self, case):
        decide(case)
        assert queries.office_plan(held(case), on=LONG_AFTER).steps == ()

    def test_the_public_register_counts_no_days(self, case):
        decide(case)
        public = entry(case)
        assert (public.last_lawful_day, public.why_no_clock) == (None, NOT_OWED)
        wanted = press_queries.Wanted(state="overdue")
        assert not press_queries.public_inspections(wanted, on=LONG_AFTER).exists()

    def test_an_entry_that_was_public_before_must_be_corrected(self, case):
        entry(case)
        assert not held(case).entry_is_outdated
        decide(case)
        assert held(case).entry_is_outdated
