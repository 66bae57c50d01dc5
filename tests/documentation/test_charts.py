"""The charts in the documentation are what is drawn, of made-up results."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.library.charts import results

from answerable.charts.curves import draw_course
from answerable.charts.funnels import draw_funnel
from answerable.charts.gaps import draw_gaps
from answerable.charts.series import draw_series

PICTURES = Path(__file__).parents[2] / "docs/pictures"
DRAWN = {
    "a-behaviour-chart.svg": lambda: draw_series(results.series(), is_synthetic=True),
    "days-between.svg": lambda: draw_gaps(results.events(), is_synthetic=True),
    "a-funnel.svg": lambda: draw_funnel(results.units(), is_synthetic=True),
    "what-became-of-cases.svg": lambda: draw_course(results.course(), is_synthetic=True),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_what_is_drawn(name):
    assert (PICTURES / name).read_bytes() == DRAWN[name]().svg
