from __future__ import annotations

import pytest
from tests import factories_responses as cases

pytestmark = pytest.mark.django_db


class TestPublishResponse:
    def test_puts_the_signed_document_before_the_public(self):
        published = cases.published(cases.case())
        assert published.pdf[:5] == b"%PDF-"
        assert "Forces should label every bag." in published.html
