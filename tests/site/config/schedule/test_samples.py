from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from tests import factories_looks

from answerable_site.accessreview.models import Sample, SampledLook
from answerable_site.config.schedule import samples

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 6, 7, 23, tzinfo=UTC)
"""Midnight in London, after the week in which somebody looked."""


@pytest.fixture
def looked():
    return factories_looks.looked()


class TestDraw:
    def test_draws_the_week_that_is_over_for_each_organisation(self, looked):
        assert samples.draw(MONDAY).done == ("2 weekly samples of looks at cases drawn.",)
        assert {one.week_begins for one in Sample.objects.all()} == {date(2026, 6, 1)}
        assert SampledLook.objects.get().looker == looked.looker

    def test_waits_until_the_week_is_over_in_london(self, looked):
        samples.draw(MONDAY - timedelta(seconds=1))
        assert {one.week_begins for one in Sample.objects.all()} == {date(2026, 5, 25)}
        assert not SampledLook.objects.exists()

    def test_does_it_once_however_often_it_runs(self, looked):
        samples.draw(MONDAY)
        seeds = set(Sample.objects.values_list("seed", flat=True))
        assert samples.draw(MONDAY + timedelta(days=6)).done == ()
        assert set(Sample.objects.values_list("seed", flat=True)) == seeds

    def test_does_nothing_where_nobody_reads_cases(self):
        Sample.objects.all().delete()
        assert samples.draw(MONDAY).done == ()


class TestForesee:
    def test_says_what_would_be_drawn_and_draws_nothing(self, looked):
        assert samples.foresee(MONDAY) == ("2 weekly samples of looks at cases to draw.",)
        assert not Sample.objects.exists()
