"""How far a load has come is told in hundredths that never go back."""

from __future__ import annotations

import pytest
from django.db import connection
from tests import factories_cases, factories_loads
from tests.factories_loads import AT, REPORTED

from answerable_site.intake import operations
from answerable_site.intake.operations.loading import placing
from answerable_site.intake.operations.loading.so_far import _SHARES, _SoFar, _Step
from answerable_site.people.rules import Role


class TestShares:
    @pytest.mark.parametrize("database", ["sqlite", "postgresql"])
    def test_are_a_hundred_together(self, database):
        assert sum(_SHARES[database].values()) == 100


class TestWhatIsTold:
    def test_ends_with_all_of_it(self):
        told: list[int] = []
        so_far = _SoFar(told.append, "sqlite")
        for step in _Step:
            so_far.ended(step)
        assert told[-1] == 100

    def test_grows_within_a_step(self):
        told: list[int] = []
        so_far = _SoFar(told.append, "sqlite")
        for done in (10, 50, 100):
            so_far.within(_Step.STAGING, done, 100)
        assert told == sorted(set(told))
        assert told[-1] == _SHARES["sqlite"][_Step.STAGING]

    def test_never_goes_back(self):
        told: list[int] = []
        so_far = _SoFar(told.append, "sqlite")
        so_far.ended(_Step.EVENTS)
        so_far.within(_Step.STAGING, 1, 2)
        assert len(told) == 1

    def test_of_more_than_was_expected_is_no_more_than_the_step(self):
        told: list[int] = []
        _SoFar(told.append, "sqlite").within(_Step.STAGING, 5, 2)
        assert told == [_SHARES["sqlite"][_Step.STAGING]]

    def test_of_nothing_to_count_is_the_whole_step(self):
        told: list[int] = []
        _SoFar(told.append, "sqlite").within(_Step.STAGING, 0, 0)
        assert told == [_SHARES["sqlite"][_Step.STAGING]]


@pytest.mark.django_db
class TestALoad:
    def test_tells_of_every_slice_of_its_events(self, monkeypatch):
        monkeypatch.setattr(placing, "_LEAST_IN_SLICE", 1)
        county = factories_cases.county()
        version = factories_loads.source(county)
        rows = [{**REPORTED, "ref": f"X/{number:03d}"} for number in range(1, 9)]
        told: list[int] = []
        with factories_loads.checked(rows, version.profile) as outcome:
            operations.load_batch(
                by=county.viewer(Role.SUPERVISOR),
                at=AT,
                prepared=operations.Prepared.of(version, outcome, tell=lambda _: None),
                tell=lambda _: None,
                so_far=told.append,
            )
        assert told == sorted(set(told))
        assert told[-1] == 100 - _SHARES[connection.vendor][_Step.KEEPING]
        assert len(told) >= len(rows)
