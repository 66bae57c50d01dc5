"""What second factors are made of: where chance comes from, how much of it, and for how long."""

from __future__ import annotations

import math
from base64 import b32decode, urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal import auth as recovery_codes
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from cryptography.fernet import InvalidToken
from tests import factories_signing_in

from answerable_site.people.signing_in import secrets

LEAST_BITS = 20
"""Of a code that is looked up (OWASP ASVS 5.0, 6.5.4)."""


@pytest.fixture
def codes(office) -> list[str]:
    return RecoveryCodes.activate(office.officer).generate_codes()


class TestChance:
    def test_of_an_app_is_160_bits_of_the_systems(self, monkeypatch):
        monkeypatch.setattr(totp.secrets, "token_bytes", lambda length: b"\7" * length)
        assert b32decode(totp.generate_totp_secret()) == b"\7" * 20

    def test_of_recovery_codes_is_320_bits_of_the_systems(self, monkeypatch):
        monkeypatch.setattr(recovery_codes.secrets, "token_hex", lambda length: "07" * length)
        assert RecoveryCodes.generate_seed() == "07" * 40

    def test_is_drawn_anew_for_each_person(self, office, codes):
        assert not {*codes} & {*RecoveryCodes.activate(office.holder).generate_codes()}


class TestARecoveryCode:
    def test_has_more_than_20_bits(self, codes):
        assert len({*codes}) == 10
        assert all(len(code) == 8 and code.isdecimal() for code in codes)
        assert math.log2(10**8) > LEAST_BITS

    def test_uses_every_digit_in_every_place(self, monkeypatch, office):
        seeds = iter(f"{number:080x}" for number in range(60))
        monkeypatch.setattr(recovery_codes.secrets, "token_hex", lambda _length: next(seeds))
        seen: list[set[str]] = [set() for _ in range(8)]
        for _ in range(60):
            Authenticator.objects.all().delete()
            for code in RecoveryCodes.activate(office.officer).generate_codes():
                for digits, digit in zip(seen, code, strict=True):
                    digits.add(digit)
        assert seen == [set("0123456789")] * 8

    def test_stands_in_the_database_only_under_a_key_that_does_not(self, office, codes):
        kept = str(Authenticator.objects.get(user=office.officer).data)
        assert "seed" in kept
        assert not any(code in kept for code in codes)


class TestACodeOfAnApp:
    @pytest.mark.parametrize(
        ("steps", "is_good"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
    )
    def test_is_good_in_its_half_minute_and_the_ones_beside_it(self, office, steps, is_good):
        with time_machine.travel("2026-06-01T08:00:00Z", tick=False):
            code = factories_signing_in.code_now(steps=steps)
            app = factories_signing_in.app_of(office.officer)
            assert app.wrap().validate_code(code) == is_good

    def test_is_over_a_minute_after_its_half_minute_began(self, office):
        app = factories_signing_in.app_of(office.officer)
        with time_machine.travel("2026-06-01T08:00:00Z", tick=False) as clock:
            code = factories_signing_in.code_now()
            clock.shift(timedelta(seconds=60))
            assert not app.wrap().validate_code(code)


class TestAKeptSeed:
    def test_that_was_changed_is_not_read(self):
        kept = bytearray(urlsafe_b64decode(secrets.encrypted("a seed")))
        kept[-40] ^= 1
        with pytest.raises(InvalidToken):
            secrets.decrypted(urlsafe_b64encode(kept).decode())

    def test_is_not_read_under_another_key(self, settings):
        kept = secrets.encrypted("a seed")
        settings.SECRET_KEY = "another key"
        with pytest.raises(InvalidToken):
            secrets.decrypted(kept)
        settings.SECRET_KEY_FALLBACKS = ["for tests"]
        assert secrets.decrypted(kept) == "a seed"
