from __future__ import annotations

import pytest
from cryptography.fernet import Fernet
from tests import factories_cases, factories_looks
from tests.factories_looks import LATER

from answerable_site.accessreview import operations, queries
from answerable_site.accessreview.models import Release
from answerable_site.accessreview.rules.handing_out import Recipient
from answerable_site.audit.models import AuditEntry
from answerable_site.casework.sealing import SealBroken
from answerable_site.people.rules import PRODUCT, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def released() -> Release:
    looked = factories_looks.looked()
    factories_cases.opened(looked.county, Role.SUPERVISOR, at=LATER)
    hand_out = operations.ask_hand_out(
        by=looked.auditor,
        at=LATER,
        case=looked.case,
        recipient=Recipient.SUBJECT,
        recipient_name="Exmere Crown Court",
        purpose="Request 12 of 2026.",
    )
    return operations.release(
        by=looked.supervisor,
        at=LATER,
        hand_out=hand_out,
        counted=queries.parcel_for(hand_out).count,
    )


@pytest.fixture
def new_key(released, settings) -> None:
    settings.CASE_KEYS = [Fernet.generate_key().decode(), *settings.CASE_KEYS]


def reseal() -> int:
    return operations.reseal_releases(by=PRODUCT, at=LATER)


@pytest.mark.usefixtures("new_key")
class TestResealReleases:
    def test_makes_what_went_readable_with_the_new_key_alone(self, released, settings):
        told = queries.told_in(released)
        assert reseal() == 1
        released.refresh_from_db()
        settings.CASE_KEYS = settings.CASE_KEYS[:1]
        assert queries.told_in(released) == told

    def test_changes_nothing_when_it_is_run_again(self):
        reseal()
        assert reseal() == 0
        (entry,) = AuditEntry.objects.filter(act="accessreview.reseal_releases")
        assert entry.details == {"releases": 1}

    def test_is_refused_without_the_former_key(self, settings):
        settings.CASE_KEYS = settings.CASE_KEYS[:1]
        with pytest.raises(SealBroken):
            reseal()
