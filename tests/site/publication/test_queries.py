from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests import factories
from tests.site.rights import Place, roles

from answerable_site.people.models import Organisation
from answerable_site.people.rules import ANONYMOUS, Role
from answerable_site.publication import queries
from answerable_site.publication.models import (
    EntryCorrection,
    PublicEdition,
    PublicInspection,
    PublicMeeting,
    PublicProgress,
    PublicResponse,
)

pytestmark = pytest.mark.django_db
AT, DAY = datetime(2026, 6, 1, 9, tzinfo=UTC), date(2026, 6, 1)
VISIBLE = {
    "entries": queries.entries_visible_to,
    "responses": queries.responses_visible_to,
    "corrections": queries.corrections_visible_to,
    "editions": queries.editions_visible_to,
    "progress": queries.progress_visible_to,
}


@pytest.fixture
def foreign():
    return factories.office("Sallowfen")


def publish(slug: str, by: factories.Office, passed_to: Organisation | None = None) -> None:
    """One row of each kind, of which the body may have passed the work on to another."""
    prepared = {"prepared_at": AT, "prepared_by": by.officer}
    where = {"body": by.body, "body_slug": by.body.slug, "slug": slug, "passed_to": passed_to}
    passed = {"passed_to_name": passed_to.name, "passed_on": DAY} if passed_to else {}
    entry = PublicInspection.objects.create(
        published_on=DAY, why_no_clock="No law asks for it", **where, **passed, **prepared
    )
    PublicResponse.objects.create(
        inspection=entry,
        version=1,
        document={},
        signed_by=by.holder,
        signed_on=DAY,
        published_at=AT,
        published_on=DAY,
        published_by=by.publisher,
    )
    EntryCorrection.objects.create(entry=entry, before={}, after={}, reason="A slip", **prepared)
    meeting = PublicMeeting.objects.create(**where)
    PublicEdition.objects.create(meeting=meeting, number=1, on=DAY, document={}, **prepared)
    PublicProgress.objects.create(entry=entry, number=1, as_of=DAY, facts={}, **prepared)


@pytest.mark.parametrize("visible", VISIBLE.values(), ids=VISIBLE)
class TestWhatWaitsForThePublic:
    def seen(self, visible, by: factories.Office) -> int:
        return visible(factories.viewer(by.publisher)).count()

    def test_is_seen_by_publishers_of_the_body_alone(self, office, foreign, visible):
        publish("one", office)
        assert (self.seen(visible, office), self.seen(visible, foreign)) == (1, 0)
        found = roles(lambda who: visible(who).exists(), Place.of(office.body))
        assert found == {Role.PUBLISHER}
        assert not visible(ANONYMOUS)

    def test_is_seen_by_publishers_of_the_body_that_it_was_passed_to(
        self, office, foreign, visible
    ):
        publish("one", office, passed_to=foreign.body)
        assert (self.seen(visible, office), self.seen(visible, foreign)) == (0, 1)


class TestProgress:
    def test_is_seen_by_publishers_of_the_body_that_follows_it_up(self, office, foreign):
        publish("one", office)
        PublicInspection.objects.update(followed_up_by=foreign.body)
        assert not queries.progress_visible_to(factories.viewer(office.publisher))
        assert queries.progress_visible_to(factories.viewer(foreign.publisher))
