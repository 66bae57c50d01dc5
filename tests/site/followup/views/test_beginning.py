from __future__ import annotations

from datetime import date

import pytest
from tests.site.followup.views.somebody import typed

from answerable_site.followup.models import Commitment
from answerable_site.register.models import Limb

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


@pytest.fixture
def waiting(followed):
    """A recommendation with two sub-points that nobody follows up."""
    found = followed.recommendations[1]
    found.limbs.all().delete()
    for position, text in enumerate(("write it down", "read it out")):
        Limb.objects.create(recommendation=found, position=position, text=text)
    return found


class TestBegin:
    def test_lists_what_nobody_follows_up_yet(self, officer, followed, waiting):
        page = officer.reads("begin")
        assert f"/{waiting.pk}/" in page
        assert f"/{followed.recommendations[0].pk}/" not in page

    def test_makes_a_commitment_for_each_organisation_and_sub_point(
        self, officer, followed, waiting
    ):
        officer.sends(
            "begin_for",
            followed.office.body.slug,
            waiting.pk,
            organisations=[followed.office.force.pk, followed.cps.pk],
            parts=[str(one.pk) for one in waiting.limbs.all()],
            summary="Write and read",
            whose="inspectorate",
            **typed("on", date(2026, 9, 1)),
        )
        begun = Commitment.objects.filter(recommendation=waiting)
        assert begun.count() == 4
        assert set(begun.values_list("original_on", flat=True)) == {date(2026, 9, 1)}

    def test_says_who_has_it_already(self, officer, followed):
        page = officer.sends(
            "begin_for",
            followed.office.body.slug,
            followed.recommendations[0].pk,
            organisations=[followed.office.force.pk],
            parts="whole",
            summary="Again",
        )
        assert "has this commitment already." in page
        assert 'href="#id_organisations"' in page

    def test_is_refused_to_the_force(self, liaison):
        assert liaison.status("begin") == 403
