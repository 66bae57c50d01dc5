from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from tests.library.synthetic.cases.inventing import invention, part

from answerable.records.kinds.report import Reported
from answerable.synthetic.cases import invent
from answerable.synthetic.cases.batches import rows
from answerable.synthetic.cases.forces import Forces
from answerable.synthetic.cases.lives.beginning import EPOCH


def content(of):
    """Every batch as plain data, so that two inventions can be compared to the bit."""
    return [
        (table, name, np.ma.getdata(cells).tolist(), np.ma.getmaskarray(cells).tolist())
        for table, batch in rows(of)
        for name, cells in batch.items()
    ]


class TestInvention:
    def test_the_same_seed_gives_the_same_cases(self):
        assert content(invention(300, seed=4)) == content(invention(300, seed=4))

    def test_another_seed_gives_other_cases(self):
        assert content(invention(300, seed=4)) != content(invention(300, seed=5))

    def test_makes_as_many_cases_as_asked_over_several_parts(self, monkeypatch):
        monkeypatch.setattr(invent, "PART", 400)
        parts = list(invention(1000).parts())
        assert [one.first_case for one in parts] == [1, 401, 801]
        assert sum(len(one.force) for one in parts) == 1000

    def test_parts_are_not_the_same_cases_again(self, monkeypatch):
        monkeypatch.setattr(invent, "PART", 400)
        first, second = list(invention(800).parts())
        assert first.life.reported.tolist() != second.life.reported.tolist()

    def test_a_small_force_has_all_its_cases(self):
        assert set(part(500, forces=Forces.SMALL).force.tolist()) == {1}

    def test_larger_forces_have_more_cases(self):
        counts = np.bincount(part(20_000).force, minlength=44)
        assert counts[43] > 5 * counts[1] > 0

    @pytest.mark.parametrize("known_until", [date(2026, 3, 31), date(2024, 2, 29)])
    def test_nothing_happens_or_is_recorded_after_the_last_day(self, known_until):
        last = (known_until - EPOCH).days
        (only,) = invention(2_000, known_until=known_until).parts()
        assert all(
            events.on.max() <= last and events.recorded_on.max() <= last
            for events in only.events.values()
            if len(events)
        )

    def test_every_case_begins_with_its_report(self):
        reported = part(2_000).events[Reported]
        assert len(reported) == 2_000
        assert set(reported.number.tolist()) == {1}

    def test_reports_come_in_each_month_of_five_years(self):
        reported = part(20_000).life.reported
        months = {str(EPOCH + timedelta(days=int(day)))[:7] for day in reported}
        assert len(months) in {60, 61}

    def test_more_is_reported_in_summer_than_in_winter(self):
        reported = part(20_000).life.reported
        months = np.bincount([(EPOCH + timedelta(days=int(day))).month for day in reported])
        assert months[7] > months[2]

    def test_work_takes_longer_in_some_quarters_than_in_others_within_the_backlog(self):
        life = part(20_000, forces=Forces.SMALL).life
        assert 0.7 < life.pace.min() < 0.95 < 1.05 < life.pace.max() < 1.3
        same_week = (life.reported // 7) == (life.reported[0] // 7)
        assert len(set(life.pace[same_week].tolist())) <= 2
