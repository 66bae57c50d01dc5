from __future__ import annotations

import pytest
from tests import factories_dispatches
from tests import factories_responses as cases
from tests.site.responses.test_operations_revising import MUCH_LATER, begin, publish_again, write

from answerable_site.publication import operations as press
from answerable_site.responses import operations, queries
from answerable_site.responses.rules.words import Channel, Purpose

BOTH = (Purpose.COPY_TO_INSPECTORS, Purpose.COPY_TO_SECRETARY)


def send(case, public, purpose):
    operations.record_dispatch(
        by=case.viewer("officer"),
        at=MUCH_LATER,
        purpose=purpose,
        version=public.version,
        recipient="The Department",
        address="1 Some Street",
        channel=Channel.POST,
        sent_on=MUCH_LATER.date(),
        proof="Posted.",
        file=None,
        **case.about,
    )


def missing(case, role="officer"):
    return [
        (copies.version, copies.purposes) for copies in queries.copies_to_send(case.viewer(role))
    ]


@pytest.fixture
def public(case):
    return cases.published(case)


class TestCopiesToSend:
    def test_are_none_before_anything_is_public(self, case):
        cases.signed(case)
        assert missing(case) == []

    def test_are_two_for_a_published_version(self, case, public):
        assert missing(case) == [(1, BOTH)]

    def test_end_one_by_one_as_they_are_sent(self, case, public):
        send(case, public, Purpose.COPY_TO_INSPECTORS)
        assert missing(case) == [(1, (Purpose.COPY_TO_SECRETARY,))]
        send(case, public, Purpose.COPY_TO_SECRETARY)
        assert missing(case) == []

    def test_are_missing_while_one_is_on_its_way(self, case, public):
        factories_dispatches.on_its_way(case)
        assert missing(case) == [(1, BOTH)]

    def test_are_wanted_again_of_a_further_version(self, case, public):
        for purpose in BOTH:
            send(case, public, purpose)
        begin(case)
        write(case)
        publish_again(case)
        assert missing(case) == [(2, BOTH)]

    def test_of_a_withdrawn_version_are_not_asked_for(self, case, public):
        press.withdraw_response(
            by=case.viewer("publisher"), at=MUCH_LATER, response=public, reason="It is wrong."
        )
        assert missing(case) == []

    def test_wait_for_response_officers_alone(self, case, public):
        assert missing(case, "holder") == []

    def test_of_another_office_are_not_shown(self, case, public):
        other = cases.case("Sallowfen", title="Elsewhere")
        assert missing(other) == []

    def test_take_two_queries_however_many(self, case, public, django_assert_num_queries):
        cases.published(cases.case_of(case.office, "A second report"))
        viewer = case.viewer("officer")
        with django_assert_num_queries(2):
            queries.copies_to_send(viewer)
