from __future__ import annotations

from datetime import timedelta

from tests.factories_followup import TODAY

from answerable_site.followup.access import FOLLOWS_UP
from answerable_site.followup.queries import escalating
from answerable_site.people.rules import NEEDS_TWO_PEOPLE, Role


class TestOwnersWhoStillWorkThere:
    def owners(self) -> set[tuple[int | None, int]]:
        return escalating._owners(TODAY)

    def test_have_a_role_in_follow_up(self, followed):
        found = set()
        for role in Role:
            followed.owner.assignments.update(role=role)
            if (followed.owner.pk, followed.office.force.pk) in self.owners():
                found.add(role)
        assert found == FOLLOWS_UP - NEEDS_TWO_PEOPLE

    def test_have_an_account_that_is_in_use(self, followed):
        followed.owner.is_active = False
        followed.owner.save()
        assert followed.owner.pk not in {owner for owner, _ in self.owners()}

    def test_have_it_on_the_day(self, followed):
        followed.owner.assignments.update(to_on=TODAY - timedelta(days=1))
        assert followed.owner.pk not in {owner for owner, _ in self.owners()}
