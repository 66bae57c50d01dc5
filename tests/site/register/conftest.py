from __future__ import annotations

import pytest
from tests import factories
from tests.site.register import making


@pytest.fixture
def office():
    return factories.office()


@pytest.fixture
def officer(office):
    """The response officer, as a viewer."""
    return factories.viewer(office.officer)


@pytest.fixture
def read(office, officer):
    """A document that was read, with four candidates."""
    return making.read_document(officer, office)


@pytest.fixture
def inspection(read, officer, office):
    """An inspection that was confirmed from it; nothing is decided."""
    return making.confirmed(officer, office, read)
