from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from tests.site.accessreview.rules.looking import MONDAY, look

from answerable.statute import LONDON
from answerable_site.accessreview.rules.looks import Act, MomentWithoutZone, Standing


class TestALook:
    def test_is_refused_without_a_time_zone(self):
        with pytest.raises(MomentWithoutZone, match="time zone"):
            look(assignment_ended_at=datetime(2026, 3, 2, 9))  # noqa: DTZ001

    def test_belongs_to_the_day_in_london(self):
        after_midnight = datetime(2026, 7, 1, 0, 30, tzinfo=LONDON)
        days = (after_midnight - MONDAY) / timedelta(days=1)
        assert look(days).on == date(2026, 7, 1)

    @pytest.mark.parametrize("act", [Act.LOOKED_UP, Act.OPENED, Act.EXPORTED])
    def test_shows_the_record_when_it_was_asked_for(self, act):
        assert look(act=act).shows_the_record

    @pytest.mark.parametrize("act", [Act.LISTED, Act.RECORDED])
    def test_shows_nothing_when_it_stood_in_a_list_or_was_work(self, act):
        assert not look(act=act).by_broken_glass

    @pytest.mark.parametrize("standing", [Standing.ASSIGNED, Standing.SUPERVISES])
    def test_breaks_no_glass_with_a_standing(self, standing):
        assert not look(standing=standing).by_broken_glass
