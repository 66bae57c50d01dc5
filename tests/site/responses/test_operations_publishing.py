from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests import factories_responses as cases

from answerable_site.people.access import Refused
from answerable_site.responses import operations

pytestmark = pytest.mark.django_db


class TestPublishResponse:
    def test_puts_the_signed_document_before_the_public(self):
        published = cases.published(cases.case())
        assert published.pdf[:5] == b"%PDF-"
        assert "Forces should label every bag." in published.html
