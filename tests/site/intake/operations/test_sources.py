"""What is known of a source is held version by version, tried on its own samples first."""

from __future__ import annotations

import pytest
from tests import factories_cases, factories_loads
from tests.factories_loads import AT, profile, source

from answerable.mappings import shipped_profile
from answerable_site.audit.models import AuditEntry
from answerable_site.casework.sealing import unseal
from answerable_site.intake import operations, queries
from answerable_site.intake.models import ProfileVersion
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county(db) -> factories_cases.County:
    return factories_cases.county()


class TestAProfile:
    def test_is_held_as_it_was_given(self, county):
        assert source(county).profile == profile()

    def test_that_is_held_already_changes_nothing(self, county):
        assert source(county) == source(county)
        assert AuditEntry.objects.filter(act="intake.describe_source").count() == 1

    def test_that_changed_needs_a_higher_version(self, county):
        source(county)
        with pytest.raises(operations.VersionNotRaised, match="Raise the version"):
            source(county, profile(title="Another title"))

    def test_of_a_higher_version_stands_beside_the_former(self, county):
        first = source(county)
        second = source(county, profile(title="Another title", version=2))
        assert second.source == first.source
        assert queries.latest_profile(first.source) == second
        assert ProfileVersion.objects.count() == 2

    def test_whose_samples_do_not_hold_is_not_taken(self, county):
        wrong = [
            {
                "says": "Nothing comes of a report",
                "as_at": "2026-05-31",
                "rows": [factories_loads.REPORTED],
            }
        ]
        with pytest.raises(operations.SamplesDoNotHold, match="Nothing comes of a report"):
            source(county, profile(samples=wrong))

    def test_of_counts_is_not_taken(self, county):
        with pytest.raises(operations.SamplesDoNotHold, match="counts"):
            source(county, shipped_profile("home-office-outcomes"))

    def test_that_names_people_by_a_key_is_not_taken(self, county):
        by_key = {"headings": ["Victim"], "of": "victim", "blank": "never", "holds": "reference"}
        with pytest.raises(operations.SamplesDoNotHold, match="numbers within the case"):
            source(county, profile(columns__victim=by_key))


class TestASource:
    def test_has_a_key_of_its_own_under_lock(self, county):
        one = source(county).source
        other = source(county, profile(name="another")).source
        assert unseal(one.sealed_key) != unseal(other.sealed_key)

    def test_of_a_force_tells_of_its_own_cases_alone(self, county):
        elsewhere = factories_cases.county("Ravenholt", reference="1/26")
        with pytest.raises(operations.SamplesDoNotHold, match="its own cases"):
            operations.describe_source(
                by=county.viewer(Role.SUPERVISOR),
                at=AT,
                organisation=county.force,
                force=elsewhere.force,
                profile=profile(),
            )

    def test_is_described_by_whoever_loads_its_extracts(self, county):
        with pytest.raises(Refused):
            operations.describe_source(
                by=county.viewer(Role.GATEKEEPER),
                at=AT,
                organisation=county.force,
                force=county.force,
                profile=profile(),
            )

    def test_is_seen_by_whoever_loads_its_extracts_alone(self, county):
        held = source(county)
        assert list(queries.sources_of(county.viewer(Role.SUPERVISOR))) == [held.source]
        assert not queries.sources_of(county.viewer(Role.CPS_MANAGER))
