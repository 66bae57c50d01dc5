from __future__ import annotations

import pytest
from tests import factories, factories_casereviews


@pytest.fixture
def reviewing(db) -> factories_casereviews.Reviewing:
    return factories_casereviews.reviewing()


@pytest.fixture
def office(db) -> factories.Office:
    return factories.office()
