from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests import factories_responses

from answerable_site.config.schedule import public
from answerable_site.publication.models import PublicInspection

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    return factories_responses.released_entry(factories_responses.case())


def test_nothing_is_due_while_nothing_is_public():
    assert public.foresee(AT) == ()
    assert public.scan(AT).done == ()


def test_everything_is_looked_through_once_for_each_scanner(entry, monkeypatch):
    assert public.foresee(AT) == ("Everything public would be looked through.",)
    assert public.scan(AT).done == (
        "Public pages and files looked through by scanner 1: 1. Findings: 0.",
    )
    assert public.scan(AT).done == ()
    monkeypatch.setattr(public, "SCANNER_VERSION", "2")
    assert public.foresee(AT) != ()


def test_something_found_is_told_as_a_failure(entry):
    PublicInspection.objects.update(title="Lost" + chr(0xE0041) * 9)
    outcome = public.scan(AT)
    assert "Findings: 1." in outcome.failed[0]
    assert "answerable public scan" in outcome.failed[1]
