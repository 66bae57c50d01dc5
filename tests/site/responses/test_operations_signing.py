from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests import factories
from tests import factories_responses as cases

from answerable.writing.canonical import content_hash, from_json
from answerable.writing.pdf import NotPrinted
from answerable_site.people.access import Refused
from answerable_site.people.models import Assignment
from answerable_site.people.rules import Role
from answerable_site.register.models import Recommendation
from answerable_site.responses import operations
from answerable_site.responses.models import Preparation, Signature, Voiding


def sign_with(case, hash_shown, role="holder", at=cases.LATER):
    return operations.sign_response(
        by=case.viewer(role),
        at=at,
        signed_as="Police and Crime Commissioner",
        content_hash=hash_shown,
        **case.about,
    )


def change_the_register(case) -> None:
    Recommendation.objects.filter(pk=case.recommendations[0].pk).update(text="Label each box.")


class TestPrepareResponse:
    def test_is_refused_while_a_recommendation_is_unexplained(self, case):
        cases.said(cases.invited(cases.decided(case)))
        with pytest.raises(operations.ResponseIncomplete, match="recommendation 4"):
            cases.prepare(case)

    def test_is_refused_before_the_duty_is_decided(self, case):
        cases.said(case)
        with pytest.raises(operations.ResponseIncomplete, match="Nobody has decided"):
            cases.prepare(case, incomplete_because="The chief officer is away.")

    def test_goes_out_incomplete_only_with_a_reason(self, case):
        cases.said(cases.decided(case))
        with pytest.raises(operations.ResponseIncomplete):
            cases.prepare(case, incomplete_because=" ")
        prepared = cases.prepare(case, incomplete_because="The chief officer is away.")
        assert not prepared.is_complete
        assert "The chief officer has not been invited to comment." in prepared.missing

    def test_takes_no_reason_where_nothing_is_missing(self, case):
        cases.complete(case)
        with pytest.raises(operations.ReasonNotNeeded):
            cases.prepare(case, incomplete_because="We are in a hurry.")

    def test_says_in_the_document_what_is_missing(self, case):
        cases.said(cases.decided(case))
        prepared = cases.prepare(case, incomplete_because="The chief officer is away.")
        text = str(prepared.document["blocks"])
        assert "The chief officer is away." in text
        assert "There is no explanation for recommendation 4." in text

    def test_keeps_the_document_and_its_hash(self, case):
        prepared = cases.prepare(cases.complete(case))
        assert content_hash(from_json(prepared.document)) == prepared.content_hash

    def test_is_refused_twice_while_nothing_changed(self, case):
        cases.prepare(cases.complete(case))
        with pytest.raises(operations.AlreadyPrepared):
            cases.prepare(case)

    def test_replaces_one_whose_reason_for_being_incomplete_was_wrong(self, case):
        cases.said(cases.decided(case))
        cases.prepare(case, incomplete_because="The chief officer is away.")
        cases.sign(case)
        again = cases.prepare(case, incomplete_because="The chief officer is ill.")
        assert Preparation.objects.standing().get() == again
        with pytest.raises(operations.AlreadyPrepared):
            cases.prepare(case, incomplete_because=" The chief officer is ill. ")

    def test_replaces_one_that_the_register_has_overtaken(self, case):
        cases.prepare(cases.complete(case))
        change_the_register(case)
        cases.prepare(case)
        assert (Preparation.objects.standing().count(), Voiding.objects.count()) == (1, 1)

    def test_is_refused_while_the_text_cannot_be_printed(self, case):
        cases.complete(case)
        operations.write_own_comments(
            by=case.viewer("officer"), at=cases.LATER, text="Thank you 🙂", version=1, **case.about
        )
        with pytest.raises(NotPrinted, match="🙂"):
            cases.prepare(case)

    def test_is_refused_to_the_holder(self, case):
        cases.complete(case)
        with pytest.raises(Refused):
            operations.prepare_response(by=case.viewer("holder"), at=cases.LATER, **case.about)


class TestSignResponse:
    def test_holds_for_the_document_shown(self, case):
        cases.prepare(cases.complete(case))
        signed = cases.sign(case)
        assert content_hash(from_json(signed.document)) == signed.content_hash

    def test_is_refused_for_another_hash(self, case):
        cases.prepare(cases.complete(case))
        with pytest.raises(operations.DocumentChanged):
            sign_with(case, "0" * 64)
        assert not Signature.objects.exists()

    def test_is_refused_when_the_day_turned_since_the_document_was_shown(self, case):
        cases.prepare(cases.complete(case))
        shown = cases.shown_hash(case, datetime(2026, 5, 11, 22, 59, tzinfo=UTC))
        with pytest.raises(operations.DocumentChanged):
            sign_with(case, shown, at=datetime(2026, 5, 11, 23, 1, tzinfo=UTC))

    def test_is_refused_when_the_register_was_changed_since_preparation(self, case):
        cases.prepare(cases.complete(case))
        change_the_register(case)
        with pytest.raises(operations.DocumentChanged):
            sign_with(case, cases.shown_hash(case))

    def test_is_refused_when_something_is_missing_since_preparation(self, case):
        cases.complete(case)
        cases.prepare(case)
        shown = cases.shown_hash(case)
        cases.candidate_waits(case)
        with pytest.raises(operations.DocumentChanged):
            sign_with(case, shown)

    def test_is_published_no_more_when_something_is_missing_since_the_signature(self, case):
        cases.signed(case)
        cases.candidate_waits(case)
        with pytest.raises(operations.DocumentChanged):
            cases.publish(case)

    def test_is_refused_after_a_change_voided_the_preparation(self, case):
        cases.prepare(cases.complete(case))
        shown = cases.shown_hash(case)
        operations.write_own_comments(
            by=case.viewer("officer"), at=cases.LATER, text="Other.", version=1, **case.about
        )
        with pytest.raises(operations.NotPrepared):
            sign_with(case, shown)

    def test_is_refused_to_the_person_who_prepared_it(self, case):
        Assignment.objects.create(
            user=case.office.officer,
            organisation=case.office.body,
            role=Role.HOLDER,
            from_on=factories.LONG_AGO,
            granted_at=factories.SET_UP_AT,
        )
        cases.prepare(cases.complete(case))
        with pytest.raises(Refused, match="You prepared this response"):
            sign_with(case, cases.shown_hash(case), role="officer")

    @pytest.mark.parametrize("role", ["officer", "publisher", "chief", "administrator"])
    def test_is_refused_to_everybody_but_holders(self, case, role):
        cases.prepare(cases.complete(case))
        with pytest.raises(Refused):
            sign_with(case, cases.shown_hash(case), role=role)

    def test_is_refused_twice(self, case):
        cases.signed(case)
        with pytest.raises(operations.AlreadySigned):
            sign_with(case, cases.shown_hash(case))

    def test_is_refused_before_anything_is_prepared(self, case):
        cases.complete(case)
        with pytest.raises(operations.NotPrepared):
            sign_with(case, cases.shown_hash(case))
