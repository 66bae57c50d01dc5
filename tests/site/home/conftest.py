from __future__ import annotations

import pytest
from tests import factories_responses


@pytest.fixture
def case(db):
    return factories_responses.case()
