from __future__ import annotations

from datetime import date

import pytest

from answerable.surveys.instrument import Choice
from answerable.surveys.instruments import INSTRUMENTS, current_instruments, instrument

FINGERPRINTS = {
    "support_offered 1": "2cc8eab98bb50edb4c5e889b3434065f2c4dfdff426727f1684d2d664396ec78",
    "decision_told 1": "bb8703ebee5c64e9be9e90cb6bbbdd33306429ffac711ebe75314c9e7415319a",
    "looking_back 1": "17750a720fe4b9b9228f0bbfe1c0e70134a0c5249111f63a6dbac354cb2dcd19",
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
        assert len(current_instruments(date(2026, 1, 1))) == 3
        assert current_instruments(date(2025, 12, 31)) == ()

    def test_come_by_name_and_version(self):
        assert instrument("looking_back", 1).name == "looking_back"
        with pytest.raises(KeyError):
            instrument("looking_back", 99)
