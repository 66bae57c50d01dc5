from __future__ import annotations

import pytest
from tests import factories_training


@pytest.fixture
def school(db) -> factories_training.School:
    return factories_training.school()
