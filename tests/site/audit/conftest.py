from __future__ import annotations

import pytest
from tests.site.audit.acts import Office


@pytest.fixture
def office(db, tmp_path):
    """An office with a key, before its first act."""
    office = Office(tmp_path)
    office.begin_heads()
    return office
