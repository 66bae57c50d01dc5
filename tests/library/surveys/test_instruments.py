from __future__ import annotations

from datetime import date

import pytest

from answerable.surveys.instrument import Choice
from answerable.surveys.instruments import INSTRUMENTS, current_instruments, instrument

FINGERPRINTS = {
    "support_offered 1": "68d14da30833142fea9718b4d7debd2ad62d17d8194bae5d67334b5585011464",
    "decision_told 1": "683a9251050888e251fef33614f6b22663a579b0b6e541ce8b6fb11f4d46ef1f",
    "looking_back 1": "eba7ace36101de744e5a40313af441c6b1310ed6b46edd46e8cfc70316b5ef42",
}
"""What versions ask that were given to somebody: one that differs is another version."""


class TestAVersion:
    def test_is_never_changed_once_it_was_given_out(self):
        told = {one.called: one.fingerprint() for one in INSTRUMENTS.values()}
        assert told == FINGERPRINTS

    @pytest.mark.parametrize("key", INSTRUMENTS, ids=str)
    def test_has_keys_that_differ_and_links_to_recommendations(self, key):
        asked = INSTRUMENTS[key]
        keys = [one.key for one in asked.questions]
        assert len(keys) == len(set(keys))
        assert asked.recommendations
        for one in asked.questions:
            if isinstance(one, Choice):
                options = [option.key for option in one.options]
                assert len(options) == len(set(options)) > 1

    @pytest.mark.parametrize("key", INSTRUMENTS, ids=str)
    def test_is_short_and_has_a_title_that_says_nothing_to_a_stranger(self, key):
        asked = INSTRUMENTS[key]
        assert len(asked.questions) <= 6
        telling = ("victim", "rape", "police", "sexual", "assault", "crime", "survey")
        assert not [word for word in telling if word in asked.title.lower()]


class TestCurrentInstruments:
    def test_are_the_latest_versions_that_have_begun(self):
        assert len(current_instruments(date(2026, 12, 1))) == 3
        assert current_instruments(date(2026, 11, 30)) == ()

    def test_come_by_name_and_version(self):
        assert instrument("looking_back", 1).name == "looking_back"
        with pytest.raises(KeyError):
            instrument("looking_back", 99)
