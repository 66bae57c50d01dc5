from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.register import operations, queries
from answerable_site.register.models import PlanPriority

AT = datetime(2026, 4, 20, 10, tzinfo=UTC)
PLAN = "Police and Crime Plan 2025 to 2029"
FIRST, LAST = date(2025, 4, 1), date(2026, 3, 31)


@pytest.fixture
def office(db):
    return factories.office()


def add(office, name="Victims first", plan=PLAN, from_on=FIRST, role="officer"):
    return operations.add_priority(
        by=factories.viewer(getattr(office, role)),
        at=AT,
        body=office.body,
        plan=plan,
        name=name,
        from_on=from_on,
    )


def end(office, priority, to_on=LAST, role="officer"):
    return operations.end_priority(
        by=factories.viewer(getattr(office, role)), at=AT, priority=priority, to_on=to_on
    )


def offered(office, on: date, chosen=(), role="officer") -> list[str]:
    viewer = factories.viewer(getattr(office, role))
    found = queries.priorities_to_choose(viewer, office.body.pk, on=on, chosen=chosen)
    return [one.name for one in found]


class TestAddPriority:
    def test_puts_it_behind_the_others_of_the_plan(self, office):
        names = ["Victims first", "Fewer burglaries"]
        assert [add(office, name).position for name in names] == [1, 2]
        assert add(office, plan="Another plan").position == 1

    def test_takes_spaces_away_that_nobody_sees(self, office):
        assert add(office, name="  Victims   first ").name == "Victims first"

    @pytest.mark.parametrize("again", ["Victims first", "victims FIRST", " Victims  first"])
    def test_is_refused_for_a_name_that_the_plan_has(self, office, again):
        add(office)
        with pytest.raises(operations.PriorityExists):
            add(office, again)

    def test_of_another_body_may_have_the_same_name(self, office):
        add(office)
        assert add(factories.office("Thornley")).position == 1

    @pytest.mark.parametrize("role", ["holder", "publisher", "chief", "administrator"])
    def test_is_refused_to_everybody_but_response_officers(self, office, role):
        with pytest.raises(Refused):
            add(office, role=role)

    def test_leaves_an_entry(self, office):
        added = add(office)
        entry = AuditEntry.objects.latest("sequence")
        assert (entry.act, entry.subject) == (
            "register.add_priority",
            f"register.plan_priority:{added.pk}",
        )


class TestEndPriority:
    def test_sets_the_last_day_and_keeps_the_row(self, office):
        end(office, add(office))
        assert PlanPriority.objects.get().to_on == LAST

    def test_may_be_the_first_day(self, office):
        assert end(office, add(office), FIRST).to_on == FIRST

    def test_is_refused_before_the_first_day(self, office):
        with pytest.raises(operations.EndsBeforeItBegins):
            end(office, add(office), date(2025, 3, 31))

    def test_is_refused_twice(self, office):
        ended = end(office, add(office))
        with pytest.raises(operations.PriorityEnded):
            end(office, ended, date(2027, 1, 1))
        assert PlanPriority.objects.get().to_on == LAST

    def test_is_refused_to_another_body(self, office):
        ours = add(office)
        with pytest.raises(Refused):
            end(factories.office("Thornley"), ours)


class TestPrioritiesToChoose:
    @pytest.mark.parametrize(
        ("on", "names"),
        [
            (date(2025, 3, 31), []),
            (FIRST, ["Victims first"]),
            (LAST, ["Victims first"]),
            (date(2026, 4, 1), []),
        ],
    )
    def test_are_those_in_force_first_and_last_day_included(self, office, on, names):
        end(office, add(office))
        assert offered(office, on) == names

    def test_hold_those_chosen_before_too(self, office):
        ended = end(office, add(office))
        assert offered(office, date(2027, 1, 1), chosen=[ended.pk]) == ["Victims first"]

    def test_never_hold_those_of_another_body(self, office):
        theirs = add(factories.office("Thornley"))
        assert offered(office, LAST, chosen=[theirs.pk]) == []

    def test_are_hidden_from_those_who_take_no_part(self, office):
        add(office)
        assert offered(office, LAST, role="administrator") == []
