from __future__ import annotations

import pytest
from tests.library.synthetic.cases.inventing import invention, part

from answerable.synthetic.cases.calibration import calibrated

FOUND = calibrated([part(20_000)])


class TestCalibrated:
    @pytest.mark.parametrize("one", FOUND, ids=lambda one: one.name)
    def test_cases_come_out_as_they_are_calibrated(self, one):
        assert one.aimed - one.tolerance <= one.found <= one.aimed + one.tolerance

    @pytest.mark.parametrize("one", FOUND, ids=lambda one: one.name)
    def test_each_figure_is_counted_of_some_and_says_where_its_aim_is_from(self, one):
        assert one.of > 0
        assert one.source

    def test_notices_cases_that_are_calibrated_to_something_else(self, monkeypatch):
        from answerable.synthetic.cases import parameters

        told = parameters.PARAMETERS["support_offered"]
        changed = dict(parameters.PARAMETERS)
        changed["support_offered"] = parameters.Parameter(told.name, 0.3, told.unit, told.mark)
        with monkeypatch.context() as patched:
            patched.setattr(parameters, "PARAMETERS", changed)
            (only,) = invention(5_000, seed=8).parts()
        found = {one.name: one for one in calibrated([only])}
        assert not found["support offered"].holds
