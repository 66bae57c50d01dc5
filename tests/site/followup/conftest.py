import pytest
from tests import factories_followup


@pytest.fixture
def followed(db):
    """An office that follows up one report."""
    return factories_followup.followed_up()
