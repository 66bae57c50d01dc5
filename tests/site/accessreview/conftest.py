from __future__ import annotations

import pytest
from tests import factories_looks


@pytest.fixture
def looked(db) -> factories_looks.Looked:
    return factories_looks.looked()
