from __future__ import annotations

import pytest
from tests.library.opendata.publishing import by_month, data_set


@pytest.fixture(scope="session")
def told():
    """`victims_told` by decision: some of its counts are hidden."""
    return data_set()


@pytest.fixture(scope="session")
def monthly():
    """`victims_told` by month, each within its quarter and year."""
    return data_set(by_month())
