"""A version that another took the place of is still public, and can be taken down too."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests import factories_responses as cases

from answerable_site.publication.models import PublicResponse
from answerable_site.responses import operations
from answerable_site.responses.rules.words import RevisionKind

PASSAGE = "in the north store"


@pytest.fixture
def corrected(case) -> PublicResponse:
    """The first version, after a second that leaves a passage out took its place."""
    cases.complete(case)
    operations.write_own_comments(
        by=case.viewer("officer"),
        at=cases.LATER,
        text=f"The bags are {PASSAGE}.",
        version=1,
        **case.about,
    )
    first = cases.publish(cases.signed_from_complete(case))
    operations.begin_revision(
        by=case.viewer("officer"),
        at=cases.LATER,
        kind=RevisionKind.CORRECTED,
        reason="It said too much.",
        **case.about,
    )
    cases.leave_out(case, PASSAGE)
    cases.publish(cases.signed_from_complete(case))
    return first


def page(client, case, role: str) -> str:
    client.force_login(getattr(case.office, role))
    address = reverse("responses:response", args=[case.inspection.pk, case.office.body.slug])
    return client.get(address).content.decode()


class TestEarlierVersions:
    def test_are_offered_to_a_publisher_alone_as_long_as_they_are_public(
        self, client, case, corrected
    ):
        address = reverse("publication:withdraw", args=[corrected.pk])
        assert address in page(client, case, "publisher")
        assert address not in page(client, case, "officer")
        client.force_login(case.office.publisher)
        asked = client.get(address).content.decode()
        assert "Version 2 took its place" in asked
        assert "goes back to drafting" not in asked
        client.post(address, {"reason": "It says too much."})
        assert address not in page(client, case, "publisher")

    def test_keep_nothing_that_was_left_out_once_they_are_withdrawn(self, client, case, corrected):
        entry = corrected.inspection
        public = f"/public/{entry.body_slug}/{entry.slug}/"
        addresses = [public, f"{public}facts.json", "/public/", "/public/feed.atom"] + [
            f"{public}versions/{number}{end}" for number in (1, 2) for end in ("/", ".json")
        ]
        holds = [a for a in addresses if PASSAGE in client.get(a).content.decode()]
        assert holds == [f"{public}versions/1/", f"{public}versions/1.json"]
        client.force_login(case.office.publisher)
        client.post(
            reverse("publication:withdraw", args=[corrected.pk]), {"reason": "It says too much."}
        )
        client.logout()
        assert [a for a in addresses if PASSAGE in client.get(a).content.decode()] == []
