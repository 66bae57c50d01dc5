from __future__ import annotations

import pytest
from cryptography.fernet import Fernet

from answerable_site.casework import sealing
from answerable_site.casework.rules import ReferenceKind

CRIME = ReferenceKind.CRIME


class TestKeyedHash:
    def test_is_the_same_for_the_same_reference(self):
        assert sealing.keyed_hash(CRIME, 1, "12A") == sealing.keyed_hash(CRIME, 1, "12A")

    @pytest.mark.parametrize(
        "other", [(ReferenceKind.URN, 1, "12A"), (CRIME, 2, "12A"), (CRIME, 1, "12B")]
    )
    def test_differs_by_kind_by_owner_and_by_reference(self, other):
        assert sealing.keyed_hash(CRIME, 1, "12A") != sealing.keyed_hash(*other)

    def test_cannot_be_made_without_the_key(self, settings):
        known = sealing.keyed_hash(CRIME, 1, "12A")
        settings.CASE_HASH_KEY = "another key"
        assert sealing.keyed_hash(CRIME, 1, "12A") != known

    def test_says_how_to_make_keys_where_there_are_none(self, settings):
        settings.CASE_HASH_KEY = ""
        with pytest.raises(sealing.CaseKeysMissing, match="make-case-keys"):
            sealing.keyed_hash(CRIME, 1, "12A")


class TestSeal:
    def test_is_read_again_and_tells_nothing(self):
        sealed = sealing.seal("12A/34567/26")
        assert "34567" not in sealed
        assert sealing.unseal(sealed) == "12A/34567/26"

    def test_differs_each_time(self):
        assert sealing.seal("12A") != sealing.seal("12A")

    def test_of_a_former_key_is_read_and_sealed_anew(self, settings):
        sealed = sealing.seal("12A")
        settings.CASE_KEYS = [Fernet.generate_key().decode(), *settings.CASE_KEYS]
        anew = sealing.sealed_anew(sealed)
        settings.CASE_KEYS = settings.CASE_KEYS[:1]
        assert sealing.unseal(anew) == "12A"

    def test_under_the_first_key_stays_as_it_is(self):
        sealed = sealing.seal("12A")
        assert sealing.sealed_anew(sealed) == sealed

    def test_is_not_made_anew_where_no_key_fits(self, settings):
        sealed = sealing.seal("12A")
        settings.CASE_KEYS = [Fernet.generate_key().decode()]
        with pytest.raises(sealing.SealBroken, match="former key"):
            sealing.sealed_anew(sealed)

    def test_says_what_to_do_where_no_key_fits(self, settings):
        sealed = sealing.seal("12A")
        settings.CASE_KEYS = [Fernet.generate_key().decode()]
        with pytest.raises(sealing.SealBroken, match="former key"):
            sealing.unseal(sealed)
