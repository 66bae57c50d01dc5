from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests import factories_responses as cases

from answerable_site.responses.models import (
    ChiefOfficerComments,
    Explanation,
    Invitation,
    PublishedVersion,
    Response,
    Signature,
)


@pytest.fixture
def response(case):
    cases.complete(case)
    return Response.objects.get()


def written(case) -> dict:
    return {"written_at": cases.LATER, "written_by": case.office.officer}


class TestTheDatabase:
    def refuses(self, make):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()

    def test_refuses_a_second_response_of_a_body_to_an_inspection(self, case, response):
        self.refuses(
            lambda: Response.objects.create(
                inspection=case.inspection,
                body=case.office.body,
                begun_at=cases.AT,
                begun_by=case.office.officer,
            )
        )

    def test_refuses_a_version_number_twice(self, case, response):
        self.refuses(
            lambda: response.body_comments.create(version=1, text="Again.", **written(case))
        )

    def test_refuses_comments_that_were_both_received_and_not(self, case, response):
        self.refuses(
            lambda: ChiefOfficerComments.objects.create(
                response=response,
                version=9,
                text="We agree.",
                received_on=date(2026, 5, 1),
                none_received_by=date(2026, 5, 5),
                **written(case),
            )
        )

    def test_refuses_comments_that_were_neither(self, case, response):
        self.refuses(
            lambda: ChiefOfficerComments.objects.create(
                response=response, version=9, **written(case)
            )
        )

    def test_refuses_a_date_for_action_that_nobody_proposed(self, case, response):
        self.refuses(
            lambda: Explanation.objects.create(
                response=response,
                recommendation=case.recommendations[0],
                version=9,
                kind="action_taken",
                due_on=date(2026, 9, 1),
                **written(case),
            )
        )

    def test_refuses_comments_wanted_before_the_invitation(self, case, response):
        self.refuses(
            lambda: Invitation.objects.create(
                response=response,
                invited_on=date(2026, 5, 5),
                comments_wanted_by=date(2026, 5, 4),
                recorded_at=cases.LATER,
                recorded_by=case.office.officer,
            )
        )

    def test_refuses_a_second_signature_and_a_second_publication(self, case, response):
        cases.prepare(case)
        signature = cases.sign(case)
        published = cases.publish(case)
        self.refuses(
            lambda: Signature.objects.create(
                preparation=signature.preparation,
                document={},
                content_hash="0" * 64,
                signed_as="Somebody",
                signed_at=cases.LATER,
                signed_by=case.office.holder,
            )
        )
        self.refuses(
            lambda: PublishedVersion.objects.create(signature=signature, public_response=published)
        )
