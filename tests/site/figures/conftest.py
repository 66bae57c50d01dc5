"""Where the cuts of tests lie."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import factories_cases
from tests.factories_cases import County


@pytest.fixture(autouse=True)
def cuts(settings, tmp_path) -> Path:
    settings.CUTS = tmp_path / "cuts"
    return settings.CUTS


@pytest.fixture
def county(db) -> County:
    return factories_cases.county()
