from __future__ import annotations

import pytest
from django.urls import reverse
from tests import factories_responses as cases

from answerable_site.people.access import Refused
from answerable_site.publication.models import PublishedFile
from answerable_site.responses import operations, queries
from answerable_site.responses.models import Exclusion, Preparation
from answerable_site.responses.rules.words import ExcludedPart

SECRET = "bag in the store"


@pytest.fixture
def complete(case):
    return cases.complete(case)


def exclude(case, passage=SECRET, role="holder", part=ExcludedPart.CHIEF_OFFICER, **more):
    given = {
        "reason": "It says where the bags are.",
        "public_reason": "It would help thieves.",
        "decided_as": "Police and Crime Commissioner",
    }
    return operations.exclude_passage(
        by=case.viewer(role),
        at=cases.LATER,
        part=part,
        passage=passage,
        **(given | more),
        **case.about,
    )


class TestExcludePassage:
    def test_leaves_no_word_of_it_in_anything_public(self, complete):
        exclude(complete)
        public = cases.publish(cases.signed_from_complete(complete))
        assert SECRET not in public.html
        assert SECRET not in str(public.document)
        assert all(SECRET.encode() not in bytes(f.content) for f in PublishedFile.objects.all())

    def test_says_in_the_document_that_something_is_missing_and_why(self, complete):
        exclude(complete)
        public = cases.publish(cases.signed_from_complete(complete))
        assert "A passage of the comments of the Chief Constable was left out" in public.html
        assert "It would help thieves." in public.html
        assert "It says where the bags are." not in public.html

    @pytest.mark.parametrize("role", ["officer", "publisher", "chief", "approver", "administrator"])
    def test_is_refused_to_everybody_but_the_holder_or_a_delegate(self, complete, role):
        with pytest.raises(Refused):
            exclude(complete, role=role)

    def test_is_refused_for_words_that_do_not_stand_there(self, complete):
        with pytest.raises(operations.CannotExclude, match="do not stand there"):
            exclude(complete, passage="bag in the shed")

    def test_is_refused_where_readers_would_read_it_in_the_reason(self, complete):
        with pytest.raises(operations.CannotExclude, match="repeats the passage"):
            exclude(complete, public_reason=f"We hide the {SECRET}.")

    @pytest.mark.parametrize("field", ["reason", "public_reason", "decided_as", "passage"])
    def test_is_refused_without(self, complete, field):
        with pytest.raises(operations.CannotExclude):
            exclude(complete, **{field: " "})

    def test_voids_what_was_prepared(self, complete):
        cases.prepare(complete)
        exclude(complete)
        assert not Preparation.objects.standing().exists()

    def test_blocks_the_response_once_the_words_are_changed(self, complete):
        exclude(complete)
        operations.submit_chief_officer_comments(
            by=complete.viewer("chief"),
            at=cases.LATER,
            author_name="Robin Ashdown",
            author_title="Chief Constable",
            text="We labelled every bag in the big store.",
            version=1,
            **complete.about,
        )
        with pytest.raises(operations.ResponseIncomplete, match="no longer stands"):
            cases.prepare(complete, incomplete_because="We must.")


class TestLiftExclusion:
    def test_publishes_the_passage_after_all(self, complete):
        excluded = exclude(complete)
        operations.lift_exclusion(
            by=complete.viewer("holder"),
            at=cases.LATER,
            exclusion=excluded,
            because="The store is closed.",
        )
        public = cases.publish(cases.signed_from_complete(complete))
        assert SECRET in public.html
        assert "What is left out" not in public.html

    def test_keeps_the_decision_in_the_record(self, complete):
        excluded = exclude(complete)
        operations.lift_exclusion(
            by=complete.viewer("holder"), at=cases.LATER, exclusion=excluded, because="Closed."
        )
        assert Exclusion.objects.get().lifted_because == "Closed."
        response = excluded.response
        assert len(queries.exclusions_of(response)) == 1

    def test_is_refused_twice(self, complete):
        excluded = exclude(complete)
        again = {"by": complete.viewer("holder"), "at": cases.LATER, "because": "Closed."}
        operations.lift_exclusion(exclusion=excluded, **again)
        with pytest.raises(operations.AlreadyLifted):
            operations.lift_exclusion(exclusion=excluded, **again)


class TestReasonForTheOffice:
    """Those of the force see what is left out, and not why in the office's own words."""

    @pytest.mark.parametrize(
        ("role", "sees"), [("officer", True), ("publisher", True), ("chief", False)]
    )
    def test_is_for_those_of_the_body_alone(self, client, case, role, sees):
        cases.leave_out(cases.said(case), "this report")
        client.force_login(getattr(case.office, role))
        page = client.get(
            reverse("responses:exclusions", args=[case.inspection.pk, case.office.body.slug])
        ).content.decode()
        assert "It would help thieves." in page
        assert ("It names a store." in page) is sees
