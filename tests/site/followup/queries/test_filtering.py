from __future__ import annotations

import pytest
from tests import factories_followup
from tests.factories_followup import AT

from answerable_site.followup import queries
from answerable_site.followup.models import SavedFilter
from answerable_site.people.rules import ANONYMOUS


class TestOwnersToFilterBy:
    @pytest.fixture
    def owned(self, followed):
        factories_followup.owned(factories_followup.followed_up("Sallowfen"))
        factories_followup.owned(followed)
        factories_followup.action(followed)
        return followed

    def test_are_those_of_visible_commitments(self, owned):
        found = queries.offered(owned.viewer("officer"), ("owner",)).owners
        assert found == [(owned.owner.pk, owned.owner.full_name)]

    def test_are_those_of_visible_actions(self, owned):
        owners, _ = queries.offered_of_actions(owned.viewer("officer"))
        assert owners == [(owned.owner.pk, owned.owner.full_name)]

    def test_are_nobody_for_those_who_see_nothing(self, owned):
        assert queries.offered(ANONYMOUS, ("owner",)).owners == []


class TestFiltersKeptBy:
    def test_are_the_viewers_own(self, followed):
        own, _ = (
            SavedFilter.objects.create(person=person, name="Mine", asked={}, at=AT)
            for person in (followed.owner, followed.liaison)
        )
        assert list(queries.filters_kept_by(followed.viewer("owner"))) == [own]
        assert not queries.filters_kept_by(ANONYMOUS)
