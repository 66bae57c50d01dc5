from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests import factories_responses as cases

from answerable import statute
from answerable_site.config.schedule import clocks, namings
from answerable_site.people import operations as people

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
NEXT_DAY = datetime(2026, 6, 2, 0, 30, tzinfo=UTC)


@pytest.fixture
def case(db):
    return cases.case()


class TestNamings:
    @pytest.fixture
    def renamed(self, case):
        people.rename_organisation(
            by=case.viewer("administrator"),
            at=AT,
            organisation=case.office.body,
            name="Mayor for Wexmoor",
            holder_title="Mayor",
            body_type=None,
            from_on=date(2026, 6, 2),
            reason="An order says so.",
        )
        return case

    def test_wait_for_their_day(self, renamed):
        assert namings.foresee(AT) == ()
        assert namings.apply(AT).done == ()

    def test_take_effect_on_their_day_and_once(self, renamed):
        assert namings.foresee(NEXT_DAY) == ("1 organisation would take another name.",)
        assert namings.apply(NEXT_DAY).done == ("1 organisation took another name.",)
        assert namings.apply(NEXT_DAY).done == ()
        renamed.office.body.refresh_from_db()
        assert renamed.office.body.name == "Mayor for Wexmoor"


class TestClocks:
    def test_say_how_many_days_a_changed_rule_moves(self, case, monkeypatch):
        (period,) = statute.SECTION_55.periods
        changed = replace(statute.SECTION_55, periods=(replace(period, days=60),))
        monkeypatch.setitem(statute.BASES, "police_act_1996_s55", changed)
        assert clocks.foresee(AT) == ("1 last lawful day would move, because a rule changed.",)
        assert clocks.recount(AT).done == ("1 last lawful day moved, because a rule changed.",)
        assert clocks.recount(AT).done == ()
