from __future__ import annotations

import pytest
from tests import factories
from tests import factories_responses as cases

from answerable_site.people.access import Refused
from answerable_site.people.rules import Role
from answerable_site.responses import operations
from answerable_site.responses.models import Approval, ApprovalStep


def step(case, title="Monitoring officer", role="administrator", organisation=None):
    return operations.add_approval_step(
        by=case.viewer(role),
        at=cases.AT,
        body=case.office.body,
        organisation=organisation or case.office.body,
        title=title,
    )


def approve(case, wanted, role="approver", viewer=None, content_hash=None):
    prepared = case.inspection.responses.get().preparations.last()
    return operations.approve_response(
        by=viewer or case.viewer(role),
        at=cases.LATER,
        step_id=wanted.pk,
        content_hash=content_hash or (prepared.content_hash if prepared else "0" * 64),
        **case.about,
    )


@pytest.fixture
def prepared(case):
    cases.prepare(cases.complete(case))
    return case


class TestAddApprovalStep:
    @pytest.mark.parametrize("role", ["officer", "holder", "publisher", "approver", "chief"])
    def test_is_refused_to_everybody_but_administrators(self, case, role):
        with pytest.raises(Refused):
            step(case, role=role)

    def test_is_refused_for_a_name_that_exists(self, case):
        step(case)
        with pytest.raises(operations.StepExists):
            step(case)

    def test_takes_the_name_again_once_the_step_has_ended(self, case):
        operations.end_approval_step(
            by=case.viewer("administrator"), at=cases.LATER, step=step(case)
        )
        assert step(case).position == 2

    def test_is_refused_for_a_foreign_organisation(self, case):
        foreign = factories.office("Sallowfen").force
        with pytest.raises(operations.CannotApprove):
            step(case, organisation=foreign)


class TestApproveResponse:
    def test_keeps_the_hash_that_was_shown(self, prepared):
        wanted = step(prepared)
        approve(prepared, wanted)
        given = Approval.objects.get()
        assert given.content_hash == given.preparation.content_hash

    def test_is_needed_before_the_signature(self, prepared):
        step(prepared)
        with pytest.raises(operations.ApprovalMissing, match="Monitoring officer"):
            cases.sign(prepared)

    def test_lets_the_holder_sign_once_all_are_given(self, prepared):
        approve(prepared, step(prepared))
        assert cases.sign(prepared).signed_as == "Police and Crime Commissioner"

    def test_goes_in_the_order_of_the_steps(self, prepared):
        step(prepared)
        second = step(prepared, "Head of policy")
        with pytest.raises(operations.CannotApprove, match="not the next one"):
            approve(prepared, second)

    def test_is_refused_to_one_person_for_two_steps(self, prepared):
        first, second = step(prepared), step(prepared, "Head of policy")
        approve(prepared, first)
        with pytest.raises(operations.CannotApprove, match="Another person"):
            approve(prepared, second)

    def test_of_the_force_is_given_by_an_approver_of_the_force(self, prepared):
        wanted = step(prepared, "Chief constable", organisation=prepared.office.force)
        with pytest.raises(Refused):
            approve(prepared, wanted)
        at_the_force = factories.person("Force Approver", (prepared.office.force, Role.APPROVER))
        approve(prepared, wanted, viewer=factories.viewer(at_the_force))
        assert Approval.objects.count() == 1

    def test_is_refused_to_the_person_who_prepared(self, case):
        cases.complete(case)
        both = factories.person(
            "Both", (case.office.body, Role.RESPONSE_OFFICER), (case.office.body, Role.APPROVER)
        )
        operations.prepare_response(by=factories.viewer(both), at=cases.LATER, **case.about)
        with pytest.raises(Refused, match="You prepared"):
            approve(case, step(case), viewer=factories.viewer(both))

    def test_is_refused_for_a_stale_hash(self, prepared):
        with pytest.raises(operations.DocumentChanged):
            approve(prepared, step(prepared), content_hash="0" * 64)

    def test_is_refused_before_anything_is_prepared(self, case):
        cases.complete(case)
        with pytest.raises(operations.NotPrepared):
            approve(case, step(case))

    def test_ends_with_the_preparation(self, prepared):
        approve(prepared, step(prepared))
        operations.write_reply(
            by=prepared.viewer("officer"),
            at=cases.LATER,
            text="Thank you.",
            version=0,
            **prepared.about,
        )
        cases.prepare(prepared)
        with pytest.raises(operations.ApprovalMissing):
            cases.sign(prepared)


class TestEndApprovalStep:
    def test_lets_responses_be_signed_without_it(self, prepared):
        operations.end_approval_step(
            by=prepared.viewer("administrator"), at=cases.LATER, step=step(prepared)
        )
        cases.sign(prepared)
        assert ApprovalStep.objects.get().ended_at == cases.LATER

    def test_is_refused_twice(self, case):
        wanted = step(case)
        again = {"by": case.viewer("administrator"), "at": cases.LATER, "step": wanted}
        operations.end_approval_step(**again)
        with pytest.raises(operations.StepEnded):
            operations.end_approval_step(**again)
