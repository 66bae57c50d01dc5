from __future__ import annotations

import pytest
from tests import factories_support


@pytest.fixture
def office(db) -> factories_support.Listening:
    """An office with an open survey."""
    return factories_support.listening()
