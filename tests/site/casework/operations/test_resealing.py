from __future__ import annotations

from functools import partial

import pytest
from cryptography.fernet import Fernet
from tests import factories_cases
from tests.factories_cases import AT, County

from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations
from answerable_site.casework.models import CaseReference
from answerable_site.casework.operations import resealing
from answerable_site.casework.rules import ReferenceKind
from answerable_site.casework.sealing import SealBroken, unseal
from answerable_site.people.rules import PRODUCT, Role

pytestmark = pytest.mark.django_db
ACT = "casework.reseal_references"


@pytest.fixture
def county() -> County:
    made = factories_cases.county()
    for number in range(4):
        factories_cases.case(made.force, made.viewer(Role.SUPERVISOR), f"{number + 2}/26")
    return made


@pytest.fixture
def new_keys(county, settings) -> None:
    settings.CASE_HASH_KEY = "another key"
    settings.CASE_KEYS = [Fernet.generate_key().decode(), *settings.CASE_KEYS]


def reseal(tell=lambda _seen: None) -> int:
    return operations.reseal_references(by=PRODUCT, at=AT, tell=tell)


def entries() -> list[AuditEntry]:
    return list(AuditEntry.objects.filter(act=ACT))


@pytest.mark.usefixtures("new_keys")
class TestResealReferences:
    def test_makes_every_reference_readable_with_the_new_key_alone(self, settings):
        told = {reference.pk: unseal(reference.sealed) for reference in CaseReference.objects.all()}
        reseal()
        settings.CASE_KEYS = settings.CASE_KEYS[:1]
        assert told == {
            reference.pk: unseal(reference.sealed) for reference in CaseReference.objects.all()
        }

    def test_lets_every_reference_be_found_under_the_new_hash_key(self, county):
        by = county.viewer(Role.SUPERVISOR)
        look = partial(
            operations.look_up, by=by, at=AT, kind=ReferenceKind.CRIME, reference="12a 34567/26"
        )
        assert look() == []
        reseal()
        assert look() == [county.case]

    def test_leaves_one_entry_that_says_how_many(self):
        assert reseal() == 5
        (entry,) = entries()
        assert entry.details == {"references": 5}

    def test_changes_nothing_when_it_is_run_again(self):
        reseal()
        assert reseal() == 0
        assert len(entries()) == 1

    def test_goes_on_from_batch_to_batch_and_says_how_far_it_is(self, monkeypatch):
        monkeypatch.setattr(resealing, "BATCH", 2)
        told: list[int] = []
        assert reseal(told.append) == 5
        assert told == [2, 4, 5]

    def test_changes_nothing_at_all_when_it_is_broken_off(self, monkeypatch):
        monkeypatch.setattr(resealing, "BATCH", 2)
        before = list(CaseReference.objects.values_list("keyed_hash", "sealed").order_by("pk"))

        def break_off(seen: int) -> None:
            if seen == 4:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            reseal(break_off)
        after = list(CaseReference.objects.values_list("keyed_hash", "sealed").order_by("pk"))
        assert (after, entries()) == (before, [])

    def test_is_refused_without_the_former_key(self, settings):
        settings.CASE_KEYS = settings.CASE_KEYS[:1]
        with pytest.raises(SealBroken):
            reseal()
