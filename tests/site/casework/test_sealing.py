from __future__ import annotations

import base64
import hashlib
import hmac

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

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


class TestKeyedHashesOfMany:
    def test_are_what_the_standard_library_makes_of_each(self, settings):
        settings.CASE_HASH_KEY = (
            "a key that is longer than one block of the hash, which has 64 bytes"
        )
        key, references = settings.CASE_HASH_KEY.encode(), ["12A", "", "Ü" * 70]
        expected = [
            hmac.new(key, f"crime\n1\n{one}".encode(), hashlib.sha256).hexdigest()
            for one in references
        ]
        assert list(sealing.keyed_hashes(CRIME, 1, references)) == expected

    def test_are_refused_at_once_where_there_is_no_key(self, settings):
        settings.CASE_HASH_KEY = ""
        with pytest.raises(sealing.CaseKeysMissing):
            sealing.keyed_hashes(CRIME, 1, ["12A"])


class TestSealOfMany:
    @given(st.lists(st.text(max_size=40), max_size=6))
    def test_is_read_in_its_order_by_whoever_reads_one(self, texts):
        assert [sealing.unseal(sealed) for sealed in sealing.seal_all(texts)] == texts

    def test_is_read_by_fernet_itself_around_the_length_of_a_block(self, settings):
        fernet = Fernet(settings.CASE_KEYS[0])
        texts = ["x" * length for length in (0, 1, 15, 16, 17, 31, 32, 4096)]
        read = [fernet.decrypt(sealed.encode()).decode() for sealed in sealing.seal_all(texts)]
        assert read == texts

    def test_tells_of_no_two_that_they_are_equal(self, monkeypatch):
        monkeypatch.setattr(sealing, "_AT_ONCE", 3)
        many = list(sealing.seal_all(["12A"] * 20))
        vectors = {base64.urlsafe_b64decode(sealed)[9:25] for sealed in many}
        assert len(vectors) == 20
        assert len({sealed[34:] for sealed in many}) == 20

    def test_bears_the_time_at_which_it_was_made(self, settings):
        (sealed,) = sealing.seal_all(["12A"])
        now = Fernet(settings.CASE_KEYS[0]).encrypt(b"")
        read = Fernet(settings.CASE_KEYS[0]).extract_timestamp
        assert 0 <= read(now) - read(sealed.encode()) <= 60

    def test_is_refused_at_once_where_there_is_no_key(self, settings):
        settings.CASE_KEYS = []
        with pytest.raises(sealing.CaseKeysMissing):
            sealing.seal_all(["12A"])


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
