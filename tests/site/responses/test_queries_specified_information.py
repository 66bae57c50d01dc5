from __future__ import annotations

import pytest
from tests import factories

from answerable_site.people.rules import Role
from answerable_site.responses import queries


@pytest.fixture
def other(db):
    return factories.office("Thornley")


@pytest.fixture
def both(case, other):
    """A response officer of two bodies."""
    person = factories.person(
        "Both", (case.office.body, Role.RESPONSE_OFFICER), (other.body, Role.RESPONSE_OFFICER)
    )
    return factories.viewer(person)


class TestBodyVisibleTo:
    def test_is_the_one_at_the_address(self, case, other, both):
        found = [queries.body_visible_to(both, one.body.slug) for one in (case.office, other)]
        assert found == [case.office.body, other.body]

    def test_is_none_in_whose_work_the_viewer_takes_no_part(self, case, other):
        assert queries.body_visible_to(case.viewer("officer"), other.body.slug) is None
