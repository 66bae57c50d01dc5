"""An office, and how it puts things before the public."""

from __future__ import annotations

import pytest
from tests import factories
from tests.factories_press import Press


@pytest.fixture
def office(db) -> factories.Office:
    return factories.office()


@pytest.fixture
def press(office) -> Press:
    return Press(office)
